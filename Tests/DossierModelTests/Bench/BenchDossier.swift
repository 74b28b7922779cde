import DossierModel
import Foundation

/// A generated dossier: a school, a folder habit, a wording and an encoding.
struct BenchDossier {
  /// How texts are composed.
  enum Encoding: CaseIterable { case composed, decomposed, half }

  var school = BenchSchool()
  var style: Int
  var habit: Int
  var encoding: Encoding
  /// Evidence by criterion: name, title of a document with its number, or nothing for a scan.
  var evidence: [Piece] = BenchDossier.pieces
  var withoutItems: Set<String> = []
  var change: (inout DossierFixture) -> Void = { _ in }

  struct Piece {
    var criterion: String
    var name: String
    var type: String?
    var subject: String = ""
    var number: String?
    var date = BenchSchool.Day(15, 3, 2023)
    var extra = ""
    var unit: String?
  }

  static let habits = 7

  static let pieces: [Piece] = [
    Piece(
      criterion: "1a", name: "ke hoach hoc tap", type: "KẾ HOẠCH",
      subject: "Học tập, bồi dưỡng của thành viên năm 2023", number: "16/KH-THHM"),
    Piece(
      criterion: "1b", name: "quy che khuyen hoc", type: "QUY CHẾ",
      subject: "Khuyến khích, động viên thành viên học tập", number: "08/QC-THHM",
      date: .init(3, 2, 2021)),
    Piece(criterion: "1c", name: "hoa don mua sach"),
    Piece(
      criterion: "2a", name: "tong hop ke hoach ca nhan", type: "DANH SÁCH",
      subject: "Kế hoạch tự học của cá nhân được phê duyệt"),
    Piece(criterion: "2b", name: "CamScanner 11-06-2023 10.06"),
    Piece(
      criterion: "2c", name: "chung nhan boi duong", type: "QUYẾT ĐỊNH",
      subject: "Công nhận kết quả bồi dưỡng thường xuyên năm học 2022-2023", number: "45/QĐ-PGDĐT",
      date: .init(20, 6, 2023), unit: "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
    Piece(
      criterion: "2d", name: "quyet dinh LDTT", type: "QUYẾT ĐỊNH",
      subject: "Tặng danh hiệu Lao động tiên tiến", number: "77/QĐ-UBND", date: .init(2, 8, 2022),
      unit: "UBND HUYỆN LẠC THỦY"),
    Piece(
      criterion: "3a", name: "phieu danh gia cong dan hoc tap", type: "DANH SÁCH",
      subject: "Thành viên đạt tiêu chí Công dân học tập"),
    Piece(criterion: "3b", name: "anh nhan bang khen"),
    Piece(
      criterion: "3c", name: "ke hoach sinh hoat cum", type: "KẾ HOẠCH",
      subject: "Sinh hoạt cụm chuyên môn liên trường năm 2023", number: "21/KH-THHM"),
  ]

  func itemPath(_ item: String) -> String {
    let name = ["plan": "ke-hoach", "report": "bao-cao", "minutes": "bien-ban", "sheet": "bieu-diem"]
    let vietnamese = [
      "plan": "Kế hoạch", "report": "Báo cáo tự đánh giá", "minutes": "Biên bản tự đánh giá",
      "sheet": "Biểu điểm tự đánh giá",
    ]
    let order = ["plan": 1, "report": 2, "minutes": 3, "sheet": 4][item] ?? 0
    let suffix = item == "sheet" && style % 2 == 1 ? "xlsx" : (style % 3 == 1 ? "odt" : "docx")
    let short = name[item] ?? ""
    let long = vietnamese[item] ?? ""
    switch habit {
    case 0: return "\(order)-\(short)/\(short)-2023.\(suffix)"
    case 1: return "\(order). \(long)/\(long) năm 2023.\(suffix)"
    case 2: return "HO SO DVHT 2023/\(short.uppercased().replacing("-", with: " "))/van ban.\(suffix)"
    case 3: return "\(long) 2023.\(suffix)"
    case 4: return "0\(order)_\(short.replacing("-", with: "_"))/\(short)_signed.\(suffix)"
    case 5: return "\(short).\(suffix)"
    default: return "Hồ sơ/\(long)/\(order).\(suffix)"
    }
  }

  func evidencePath(_ piece: Piece) -> String {
    let isPhoto = piece.name.hasPrefix("anh")
    let suffix = isPhoto ? "jpg" : (piece.type == nil ? "pdf" : "docx")
    let file = "\(piece.name).\(suffix)"
    let group = piece.criterion.prefix(1)
    let letter = piece.criterion.dropFirst()
    switch habit {
    case 0: return "5-minh-chung/\(piece.criterion)/\(file)"
    case 1: return "5. Minh chứng/Tiêu chí \(group)/\(piece.criterion)/\(file)"
    case 2: return "HO SO DVHT 2023/MINH CHUNG/TC\(group)/\(letter)/\(file)"
    case 3: return "MC \(piece.criterion) - \(file)"
    case 4: return "05_minh_chung/Tieu_chi_\(piece.criterion)/\(file)"
    case 5: return "minh chung/\(piece.criterion). \(file)"
    default: return "Hồ sơ/Minh chứng/Tiêu chí \(group).\(letter)/\(file)"
    }
  }

  func blocks(_ piece: Piece) -> [TextBlock] {
    guard let type = piece.type else { return [] }
    return school.head(style + 1, piece.number, piece.date.written, unit: piece.unit)
      + Reading.paragraphs(
        """
        \(type)
        \(piece.subject)
        Nội dung văn bản gồm các phần theo quy định.
        \(piece.extra)
        """)
  }

  func fixture() -> DossierFixture {
    var fixture = DossierFixture()
    let items: [(String, [TextBlock])] = [
      ("plan", school.planBlocks(style)), ("report", school.reportBlocks(style)),
      ("minutes", school.minutesBlocks(style)), ("sheet", school.sheetBlocks(style)),
    ]
    for (item, blocks) in items where !withoutItems.contains(item) {
      add(&fixture, itemPath(item), blocks)
    }
    for piece in evidence { add(&fixture, evidencePath(piece), blocks(piece)) }
    change(&fixture)
    return fixture
  }

  func add(_ fixture: inout DossierFixture, _ path: String, _ blocks: [TextBlock]) {
    fixture.add(encoded(path), blocks: blocks.map(encoded)) { file in
      file.metadata.fields[.created] = Self.moment("2020-01-02T03:04:0\(file.path.utf8.count % 10)Z")
    }
  }

  static func moment(_ text: String) -> MetadataValue {
    let seconds = (try? Date(text, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) }
    return .date(MetadataDate(raw: text, normalized: text, seconds: seconds, zone: .stated))
  }

  private func encoded(_ text: String) -> String {
    switch encoding {
    case .composed: return text.precomposedStringWithCanonicalMapping
    case .decomposed: return text.decomposedStringWithCanonicalMapping
    case .half:
      // The dot below set apart, everything else composed: as some keyboards write.
      var result = String.UnicodeScalarView()
      for character in text {
        let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        guard parts.contains("\u{323}"), parts.count > 2 else {
          result.append(contentsOf: String(character).precomposedStringWithCanonicalMapping.unicodeScalars)
          continue
        }
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: parts.filter { $0 != "\u{323}" })
        result.append(contentsOf: String(rest).precomposedStringWithCanonicalMapping.unicodeScalars)
        result.append("\u{323}")
      }
      return String(result)
    }
  }

  private func encoded(_ block: TextBlock) -> TextBlock {
    switch block {
    case .paragraph(var paragraph):
      paragraph.text = encoded(paragraph.text)
      return .paragraph(paragraph)
    case .table(var table):
      for cell in table.cells.indices {
        for place in table.cells[cell].paragraphs.indices {
          table.cells[cell].paragraphs[place].text = encoded(table.cells[cell].paragraphs[place].text)
        }
      }
      return .table(table)
    }
  }
}
