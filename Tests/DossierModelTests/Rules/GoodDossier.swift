import DossierModel

/// A good dossier as values, without the readers: each test spoils one thing.
extension DossierFixture {
  static let plan = "1-ke-hoach/ke-hoach.docx"
  static let report = "2-bao-cao/bao-cao.docx"
  static let minutes = "3-bien-ban/bien-ban.docx"
  static let sheet = "4-bieu-diem/bieu-diem.docx"

  static let points: [String: Int] = [
    "1a": 10, "1b": 10, "1c": 10, "2a": 10, "2b": 5, "2c": 10, "2d": 5, "3a": 25, "3b": 5, "3c": 5,
  ]
  static let codes = points.keys.sorted()

  static func evidence(_ code: String) -> String { "5-minh-chung/\(code)/van-ban.docx" }

  static func good() -> DossierFixture {
    var dossier = DossierFixture()
    dossier.bare(plan) {
      $0.describe("KẾ HOẠCH", "KH", 15, (2023, 2, 10), "Học tập thường xuyên năm 2023")
    }
    dossier.bare(report) {
      $0.describe(
        "BÁO CÁO", "BC", 12, (2024, 1, 5), "Tự đánh giá, xếp loại Đơn vị học tập năm 2023")
      $0.facts.points = [
        .init(subject: .total, points: Points(95), maximum: Points(100), quote: "Đạt 95/100 điểm")
      ]
      $0.facts.points += [("1", 30, 30), ("2", 30, 30), ("3", 35, 40)].map {
        .init(
          subject: .criterion($0.0), points: Points($0.1), maximum: Points($0.2),
          quote: "Tiêu chí \($0.0): \($0.1)/\($0.2) điểm")
      }
      $0.facts.ratings = [Stated("tot", quote: "Xếp loại Tốt")]
    }
    dossier.bare(minutes) {
      $0.describe(
        "BIÊN BẢN", "BB", nil, (2023, 12, 28), "Họp tự đánh giá, xếp loại Đơn vị học tập năm 2023")
      $0.facts.points = [
        .init(subject: .total, points: Points(95), maximum: nil, quote: "95 điểm")
      ]
    }
    dossier.bare(sheet) { file in
      file.describe(nil, nil, nil, nil, "Biểu điểm tự đánh giá năm 2023")
      let rows = codes.map {
        ScoreSheet.Row(code: $0, written: $0, points: Points(points[$0] ?? 0))
      }
      let total = ScoreSheet.Row(code: nil, written: "Tổng cộng", points: Points(95))
      file.facts.scoreSheets = [ScoreSheet(rows: rows, total: total)]
    }
    for code in codes {
      dossier.bare(evidence(code)) {
        $0.describe("DANH SÁCH", nil, nil, nil, "Danh sách minh chứng")
      }
    }
    return dossier
  }

  /// Adds a read document without facts.
  mutating func bare(_ path: String, _ change: (inout IndexedFile) -> Void = { _ in }) {
    add(path) { file in
      file.hasText = true
      file.metadata.flags.remove(.noText)
      file.facts.wordCount = 100
      change(&file)
    }
  }

  /// The codes a good dossier gives after one change to one file.
  static func codes(
    _ path: String? = nil, _ change: (inout IndexedFile) -> Void = { _ in }
  ) -> [String] {
    var dossier = good()
    if let path { dossier.edit(path, change) }
    return dossier.codes()
  }

  /// The codes a good dossier gives after any change.
  static func codesAfter(_ change: (inout DossierFixture) -> Void) -> [String] {
    var dossier = good()
    change(&dossier)
    return dossier.codes()
  }

  /// The codes a good dossier gives after a change to what its report says.
  static func codesOfReport(_ change: (inout DocumentFacts) -> Void) -> [String] {
    codes(report) { change(&$0.facts) }
  }

  /// The codes a good dossier gives where a document bears another date, or none.
  static func codes(_ path: String, dated date: (Int, Int, Int)?) -> [String] {
    codes(path) { $0.facts.header.date = date.flatMap { IndexedFile.stated($0) } }
  }

  static func dossier(_ path: String, _ change: (inout IndexedFile) -> Void) -> DossierFixture {
    var dossier = good()
    dossier.edit(path, change)
    return dossier
  }
}

extension IndexedFile {
  mutating func describe(
    _ name: String?, _ type: String?, _ number: Int?, _ date: (Int, Int, Int)?, _ subject: String
  ) {
    facts.header.superiorBody = "UBND HUYỆN LẠC THỦY"
    facts.header.issuingBody = "TRƯỜNG TIỂU HỌC HOA MAI"
    facts.header.typeName = name
    facts.header.typeAbbreviation = type
    facts.header.subject = subject
    facts.assessedYear = Stated(2023, quote: "năm 2023")
    if let type, let number {
      facts.header.notation = Notation(
        written: "\(number)/\(type)-THHM", number: number, symbol: "\(type)-THHM")
    }
    if let date { facts.header.date = Self.stated(date) }
  }

  static func stated(_ date: (Int, Int, Int)) -> Stated<CalendarDate>? {
    CalendarDate(year: date.0, month: date.1, day: date.2).map {
      Stated($0, quote: "ngày \($0.day) tháng \($0.month) năm \($0.year)")
    }
  }

  mutating func number(_ written: String) {
    let parts = written.split(separator: "/")
    let digits = parts.first.map { $0.filter(\.isNumber) } ?? ""
    let symbol = (parts.dropFirst().first.map(String.init) ?? "").filter { !$0.isWhitespace }
      .replacing("–", with: "-")
    facts.header.notation = Notation(written: written, number: Int(digits), symbol: symbol)
  }
}
