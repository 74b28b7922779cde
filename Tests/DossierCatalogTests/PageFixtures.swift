import DossierModel

@testable import DossierCatalog

/// A dossier made in code, with every state a page can show.
enum PageFixtures {
  static func date(_ iso: String) -> CalendarDate? { CalendarDate(iso: iso) }

  static func file(
    _ path: String, item: String, criteria: [String] = [], format: FileFormat = .docx,
    number: String? = nil, date: String? = nil, type: String? = nil, subject: String? = nil,
    created: String? = nil, modified: String? = nil, editor: String? = nil, size: Int64 = 24_576
  ) -> IndexedFile {
    var file = IndexedFile(path: path, size: size)
    file.format = format
    file.placement.item = item
    file.placement.criteria = criteria
    file.placement.reason = .folder(path.split(separator: "/").first.map(String.init) ?? "")
    file.sha256 = digest(of: path)
    file.hasText = format == .docx || format == .odt
    file.facts.header.notation = number.map {
      Notation(written: $0, number: Int($0.prefix { $0.isNumber }), symbol: "BC-THAS")
    }
    file.facts.header.issuingBody = number == nil ? nil : "TRƯỜNG TIỂU HỌC AN SƠN"
    file.facts.header.date = date.flatMap { self.date($0) }.map { Stated($0, quote: "ngày") }
    file.facts.header.typeName = type
    file.facts.header.subject = subject
    let times: [(MetadataField, String?)] = [(.created, created), (.modified, modified)]
    for (field, value) in times {
      guard let value else { continue }
      let time = "\(value)T08:15:00Z"
      file.metadata.fields[field] = .date(
        MetadataDate(raw: time, normalized: time, seconds: nil, zone: .stated))
    }
    if let editor {
      file.metadata.fields[.lastModifiedBy] = .text(editor)
      file.metadata.fields[.creator] = .text(editor)
    }
    if file.hasText { file.metadata.fields[.pages] = .number(3) }
    return file
  }

  /// 64 digits that depend on a text, and need no digest library.
  static func digest(of text: String) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var digits = ""
    for round in 0..<4 {
      for byte in text.utf8 + [UInt8(round)] { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
      let word = String(value, radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return digits
  }

  static func index() -> DossierIndex {
    let editor = "Nguyễn Thị Hoa"
    var files = [
      file(
        "1-ke-hoach/ke-hoach.docx", item: "plan", number: "05/KH-THAS", date: "2023-02-10",
        type: "KẾ HOẠCH", subject: "Triển khai và thực hiện việc học tập thường xuyên năm 2023",
        created: "2023-02-07", modified: "2023-02-10", editor: editor),
      file(
        "2-bao-cao/bao-cao.docx", item: "report", number: "12/BC- THAS", date: "2024-01-05",
        type: "BÁO CÁO", subject: "Tự đánh giá, xếp loại Đơn vị học tập năm 2023",
        created: "2024-01-03", modified: "2024-03-20", editor: editor),
      file(
        "4-bieu-diem/biểu điểm.xlsx", item: "score-sheet", format: .xlsx, created: "2024-01-02",
        modified: "2024-01-04", editor: "admin"),
    ]
    let evidence: [(String, String)] = [
      ("1a/KH học tập.docx", "1a"), ("1a/Quyết định thành lập Hội đồng.pdf", "1a"),
      ("1b/quy-che-khuyen-hoc.pdf", "1b"), ("1c/dự toán.odt", "1c"),
      ("2a/KH tự học cô Hoa.docx", "2a"), ("2a/KH tự học thầy Minh.docx", "2a"),
      ("2b/CamScanner_10-29-2020_09_40_58.pdf", "2b"), ("2c/chung chi.jpg", "2c"),
      ("2d/QĐ LĐTT.pdf", "2d"), ("3a/cam kết.docx", "3a"), ("3b/Bằng khen <tập thể>.pdf", "3b"),
    ]
    for (path, code) in evidence {
      let format: FileFormat = path.hasSuffix("pdf") ? .pdf : path.hasSuffix("jpg") ? .jpeg : .docx
      files.append(
        file(
          "5-minh-chung/\(path)", item: "evidence", criteria: [code], format: format,
          number: format == .docx ? "0\(code.first ?? "1")/TB-THAS" : nil,
          date: format == .docx ? "2023-10-1\(code.first ?? "1")" : nil,
          created: format == .docx ? "2023-10-09" : nil, editor: format == .docx ? editor : nil))
    }
    var index = DossierIndex(files: files)
    index.year = 2023
    index.yearSource = .documents
    index.unit = "Trường Tiểu học An Sơn"
    index.unitSource = .documents
    return index
  }

  static func report(profile: Profile) -> CheckReport {
    var score = ScoreSummary()
    score.claimed = Points(95)
    score.computed = Points(95)
    score.claimedRating = "tot"
    score.computedRating = "tot"
    for leaf in profile.leafCriteria { score.criteria[leaf.code] = leaf.maximum }
    score.criteria["3b"] = Points(hundredths: 550)
    score.groups = profile.criteria.map {
      let claimed = $0.code == "3" ? Points(35) : $0.maximum
      return .init(code: $0.code, claimed: claimed, computed: claimed, maximum: $0.maximum)
    }
    let report = "2-bao-cao/bao-cao.docx"
    let findings = [
      Finding(.itemMissing, item: "minutes"),
      Finding(
        .criterionNoEvidence, item: "evidence", criterion: "3c",
        arguments: [
          "criterion": .text("3c"), "points": .points(Points(5)),
          "title": .localized(
            profile.criterion("3c")?.title ?? LocalizedText(vietnamese: "3c", english: "3c")),
        ]),
      Finding(
        .textContradiction, path: report,
        arguments: [
          "subject": .text("giấy khen của UBND huyện"), "first": .count(6), "second": .count(3),
        ],
        quotes: [
          Quote(path: report, text: "6 cá nhân được UBND huyện tặng “Giấy khen”"),
          Quote(path: report, text: "3 viên chức được nhận giấy khen của UBND huyện"),
        ]),
      Finding(
        .metadataModifiedAfterIssue, path: report,
        arguments: [
          "date": .date(date("2024-01-05") ?? CalendarDate.distant), "days": .count(75),
          "modified": .date(date("2024-03-20") ?? CalendarDate.distant),
        ]),
      Finding(
        .notationMalformed, path: report, item: "report", variant: "spaces",
        arguments: ["written": .text("12/BC- THAS"), "expected": .text("12/BC-THAS")],
        quotes: [Quote(path: report, text: "Số: 12/BC- THAS")]),
      Finding(.textPercentWithoutCount, path: report, arguments: ["count": .count(7)]),
    ]
    var accepted = Finding(
      .dateDeadline, path: report, item: "report",
      arguments: [
        "date": .date(date("2024-04-05") ?? CalendarDate.distant),
        "deadline": .date(date("2024-03-31") ?? CalendarDate.distant),
      ])
    accepted.accepted = "Phòng GDĐT cho lùi hạn nộp"
    return CheckReport(
      verdict: .incomplete,
      items: [
        .init(id: "plan", status: .present, files: ["1-ke-hoach/ke-hoach.docx"]),
        .init(id: "report", status: .present, files: [report]),
        .init(id: "minutes", status: .missing, files: []),
        .init(id: "score-sheet", status: .present, files: ["4-bieu-diem/biểu điểm.xlsx"]),
        .init(id: "evidence", status: .present, files: []),
      ],
      criteria: profile.leafCriteria.map {
        .init(
          code: $0.code, claimed: score.criteria[$0.code], evidence: [],
          status: $0.code == "3c" ? .unsupported : .supported)
      },
      score: score, findings: findings + [accepted])
  }

  /// The page of a dossier, packed under `data/`.
  static func page(
    _ index: DossierIndex = index(), report: CheckReport? = nil, language: Language = .vietnamese
  ) throws -> String {
    guard let profile = try ProfileCatalog.builtIn("tt22-2020"),
      let packed = date("2024-03-25")
    else { throw MissingFixture() }
    let paths = ArchivePaths(index.files.map { ($0.path, "data/\($0.path)") })
    return try PageRenderer(catalog: Catalog.load()).page(
      report: report ?? self.report(profile: profile), index: index, profile: profile,
      language: language, packed: .init(date: packed, paths: paths, generator: "hoso 1.0"))
  }

  struct MissingFixture: Error {}
}

extension CalendarDate {
  /// A day no fixture uses.
  static var distant: CalendarDate { CalendarDate.fromDayNumber(0) ?? .distant }
}
