import DossierModel
import Foundation

/// What one generated dossier states, before it is put into words.
struct BenchSchool {
  /// A date as documents write it.
  struct Day {
    var day: Int
    var month: Int
    var year: Int

    init(_ day: Int, _ month: Int, _ year: Int) {
      self.day = day
      self.month = month
      self.year = year
    }

    /// The form of Nghị định 30: a leading zero for days under ten and months under three.
    var written: String {
      let days = day < 10 ? "0\(day)" : "\(day)"
      let months = month < 3 ? "0\(month)" : "\(month)"
      return "ngày \(days) tháng \(months) năm \(year)"
    }
    var slashed: String { "\(day < 10 ? "0" : "")\(day)/\(month)/\(year)" }
  }

  var year = 2023
  var unit = "TRƯỜNG TIỂU HỌC HOA MAI"
  var unitInText = "Trường Tiểu học Hoa Mai"
  var minutesUnit: String?
  var superior = "UBND HUYỆN LẠC THỦY"
  var place = "Hoa Mai"
  var suffix = "THHM"
  var planYear: Int?
  var reportYear: Int?
  var planDate = Day(10, 2, 2023)
  var minutesDate = Day(28, 12, 2023)
  var reportDate = Day(5, 1, 2024)
  var planDateLine: String?
  var reportDateLine: String?
  var planNumber = "15/KH-THHM"
  var reportNumber = "12/BC-THHM"
  var points: [String: Int] = [
    "1a": 10, "1b": 10, "1c": 10, "2a": 10, "2b": 5, "2c": 10, "2d": 5, "3a": 25, "3b": 5, "3c": 5,
  ]
  var reportTotal: String?
  var sheetTotal: String?
  var minutesTotal: String?
  var reportGroups: [String: String] = [:]
  var sheetGroups: [String: String] = [:]
  var sheetPoints: [String: String] = [:]
  var rating = "Tốt"
  var minutesRating: String?
  var hasSheetTotal = true
  var statesScore = true
  var statesDetail = true
  var extraRow: [String]?
  var reportExtra: [String] = []
  var sheetEvidence: [String: String] = [:]
  var skipsHeading = false
  var hasCopyLine = "- Lưu: VT."

  static let maxima: [String: Int] = [
    "1": 30, "1a": 10, "1b": 10, "1c": 10, "2": 30, "2a": 10, "2b": 5, "2c": 10, "2d": 5, "3": 40,
    "3a": 25, "3b": 10, "3c": 5,
  ]
  static let groups: [(String, [String])] = [
    ("1", ["1a", "1b", "1c"]), ("2", ["2a", "2b", "2c", "2d"]), ("3", ["3a", "3b", "3c"]),
  ]
  static let groupNames = [
    "1": "Các tiêu chí về các điều kiện để xây dựng Đơn vị học tập",
    "2": "Các tiêu chí về kết quả học tập của thành viên trong đơn vị",
    "3": "Các tiêu chí đánh giá hiệu quả, tác động của việc xây dựng Đơn vị học tập",
  ]
  static let names = [
    "1a": "Đơn vị có chủ trương hoặc kế hoạch cho thành viên học tập thường xuyên",
    "1b": "Đơn vị có quy định cụ thể nhằm động viên các thành viên học tập",
    "1c": "Đơn vị quan tâm đầu tư các nguồn lực, tài chính, cơ sở vật chất, trang thiết bị",
    "2a": "Thành viên có kế hoạch tự học, tự bồi dưỡng hằng năm được lãnh đạo phê duyệt",
    "2b": "Thành viên tuân thủ kỷ luật lao động, nội quy làm việc, có tinh thần hợp tác",
    "2c": "Thành viên hoàn thành chương trình học tập, bồi dưỡng bắt buộc theo quy định",
    "2d": "Thành viên đạt từ danh hiệu “Lao động tiên tiến” trở lên",
    "3a": "Thành viên đáp ứng đầy đủ các năng lực và phẩm chất của Công dân học tập",
    "3b": "Đơn vị đạt danh hiệu “Tập thể lao động tiên tiến” trở lên",
    "3c": "Đơn vị góp phần tạo lập môi trường chia sẻ tri thức với các đơn vị khác",
  ]

  func sum(_ group: String) -> Int {
    (Self.groups.first { $0.0 == group }?.1 ?? []).reduce(0) { $0 + (points[$1] ?? 0) }
  }
  var total: Int { ["1", "2", "3"].reduce(0) { $0 + sum($1) } }

  func header(_ number: String?, _ dateLine: String, unit other: String? = nil) -> TextBlock {
    let left = [superior, other ?? unit, number.map { "Số: \($0)" }].compactMap { $0 }
    let right = [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "\(place), \(dateLine)",
    ]
    return Reading.table([[left.joined(separator: "\n"), right.joined(separator: "\n")]])
  }

  /// The header as paragraphs, run one after the other.
  func plainHeader(_ number: String?, _ dateLine: String, unit other: String? = nil) -> [TextBlock] {
    let lines = [
      superior, other ?? unit, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc",
      number.map { "Số: \($0)" }, "\(place), \(dateLine)",
    ]
    return Reading.paragraphs(lines.compactMap { $0 }.joined(separator: "\n"))
  }
}
