import DossierModel

/// A fault planted into a clean dossier.
struct BenchFault: Sendable {
  var name: String
  var code: FindingCode
  /// Further codes that the same fault rightly raises.
  var also: Set<FindingCode> = []
  var plant: @Sendable (inout BenchDossier) -> Void

  init(
    _ name: String, _ code: FindingCode, also: Set<FindingCode> = [],
    _ plant: @escaping @Sendable (inout BenchDossier) -> Void
  ) {
    self.name = name
    self.code = code
    self.also = also
    self.plant = plant
  }

  static let all: [BenchFault] =
    items + evidence + files + scores + dates + notations + metadata
    + documents + texts

  static let items: [BenchFault] = [
    BenchFault("no plan", .itemMissing) { $0.withoutItems = ["plan"] },
    BenchFault("no report", .itemMissing) { $0.withoutItems = ["report"] },
    BenchFault("no minutes", .itemMissing) { $0.withoutItems = ["minutes"] },
    BenchFault("no sheet", .itemMissing, also: [.scoreNoDetail]) { $0.withoutItems = ["sheet"] },
    BenchFault("no evidence", .itemMissing) { $0.evidence = [] },
    BenchFault("two plans", .itemAmbiguous) { dossier in
      let copy = dossier
      dossier.change = { fixture in
        let path = copy.itemPath("plan").replacing(".", with: " ban 2.")
        copy.add(&fixture, path, copy.school.planBlocks(copy.style + 3))
      }
    },
    BenchFault("damaged report", .itemUnreadable) { dossier in
      let path = dossier.itemPath("report")
      dossier.change = { $0.damage(path, .corruptZIP) }
    },
    BenchFault("locked minutes", .itemUnreadable, also: [.documentEncrypted]) { dossier in
      let path = dossier.itemPath("minutes")
      dossier.change = { $0.damage(path, .encryptedOLE) }
    },
    BenchFault("empty report", .itemUnreadable) { dossier in
      let path = dossier.itemPath("report")
      dossier.change = { $0.damage(path, nil) }
    },
    BenchFault("plan of another year", .itemWrongYear, also: [.dateOutsideYear]) {
      $0.school.planYear = 2021
    },
    BenchFault("report of another year", .itemWrongYear) { $0.school.reportYear = 2022 },
    BenchFault("minutes of another unit", .itemOtherUnit) {
      $0.school.minutesUnit = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"
    },
  ]

  static let evidence: [BenchFault] = [
    BenchFault("no evidence for 1b", .criterionNoEvidence) {
      $0.evidence.removeAll { $0.criterion == "1b" }
    },
    BenchFault("no evidence for 3c", .criterionNoEvidence) {
      $0.evidence.removeAll { $0.criterion == "3c" }
    },
    BenchFault("a loose file", .evidenceUnassigned) { dossier in
      dossier.change = { $0.add("tai lieu khac.pdf") }
    },
    BenchFault("evidence without a criterion", .evidenceUnassigned) { dossier in
      dossier.change = { $0.add("5-minh-chung/hinh anh hoat dong.jpg") }
    },
    BenchFault("cited and absent", .evidenceDangling) {
      $0.evidence.removeAll { $0.criterion == "2b" }
      $0.evidence.append(.init(criterion: "2b", name: "noi quy co quan"))
      $0.school.reportExtra = [
        "Nhà trường ban hành Quyết định số 38/QĐ-THHM ngày 12/9/2023 về việc thành lập Hội đồng tự đánh giá."
      ]
    },
    BenchFault("one file twice", .evidenceDuplicate) { dossier in
      dossier.change = { fixture in
        let place = fixture.files.firstIndex { $0.path.hasSuffix("ke hoach hoc tap.docx") } ?? 4
        var copy = fixture.files[place]
        copy.path = copy.path.replacing("1a", with: "1c").replacing(
          "ke hoach hoc tap", with: "ban khac")
        fixture.files.append(copy)
      }
    },
  ]

  static let files: [BenchFault] = [
    BenchFault("a file of no bytes", .fileEmpty) { dossier in
      let path = dossier.evidencePath(.init(criterion: "1c", name: "hoa don 2"))
      dossier.change = {
        $0.add(path) {
          $0.size = 0
          $0.format = .empty
          $0.metadata.flags = []
        }
      }
    },
    BenchFault("an archive inside", .fileUnsupported) { dossier in
      let path = dossier.evidencePath(.init(criterion: "1c", name: "hoa don 2"))
      dossier.change = { $0.add(path.replacing(".pdf", with: ".rar")) { $0.format = .rar } }
    },
    BenchFault("an unknown format", .fileUnsupported) { dossier in
      let path = dossier.evidencePath(.init(criterion: "1c", name: "hoa don 2"))
      dossier.change = { $0.add(path.replacing(".pdf", with: ".xyz")) { $0.format = .unknown } }
    },
    BenchFault("a temporary file", .fileTemporary) { dossier in
      dossier.change = { $0.add("~$o cao.docx") }
    },
    BenchFault("a link", .fileLink) { dossier in
      dossier.change = {
        $0.add("lien-ket") {
          $0.kind = .link
          $0.linkTarget = "../x"
        }
      }
    },
    BenchFault("a FIFO", .fileSpecial) { dossier in
      dossier.change = { $0.add("fifo") { $0.kind = .special } }
    },
    BenchFault("damaged evidence", .fileUnreadable) { dossier in
      let path = dossier.evidencePath(dossier.evidence[0])
      dossier.change = { $0.damage(path, .truncated) }
    },
    BenchFault("a file exchanged after packing", .fileNotAsPacked) { dossier in
      dossier.change = { fixture in
        fixture.declaration.packed = fixture.files.map {
          Declaration.PackedFile(path: $0.path, sha256: $0.sha256)
        }
        fixture.files[0].sha256 = "0"
      }
    },
    BenchFault("a reserved name", .nameNotPortable) { dossier in
      let path = dossier.evidencePath(.init(criterion: "1c", name: "anh: ngay hoi"))
      dossier.change = { $0.add(path) }
    },
    BenchFault("two names of one fold", .nameCollision) { dossier in
      let path = dossier.evidencePath(.init(criterion: "1c", name: "HOA don mua sach"))
      dossier.change = { $0.add(path) }
    },
  ]

  static let scores: [BenchFault] = [
    BenchFault("no score stated", .scoreMissing, also: [.scoreNoDetail]) {
      $0.school.statesScore = false
    },
    BenchFault("report total wrong", .scoreSum, also: [.scoreDisagreement]) {
      $0.school.reportTotal = "96"
    },
    BenchFault("sheet total wrong", .scoreSum, also: [.scoreDisagreement]) {
      $0.school.sheetTotal = "94"
    },
    BenchFault("sheet group wrong", .scoreGroupSum, also: [.scoreSum, .scoreDisagreement]) {
      $0.school.sheetGroups["2"] = "28"
    },
    BenchFault(
      "over the maximum", .scoreOverMaximum, also: [.scoreSum, .scoreGroupSum, .scoreDisagreement]
    ) {
      $0.school.sheetPoints["1b"] = "12"
    },
    BenchFault("rating too good", .scoreRating, also: []) {
      $0.school.points["3a"] = 10
      $0.school.rating = "Tốt"
    },
    BenchFault(
      "a criterion too many", .scoreUnknownCriterion,
      also: [.scoreSum, .scoreGroupSum, .scoreDisagreement]
    ) {
      $0.school.extraRow = ["3d", "Công tác tập huấn cho cán bộ", "5", "0"]
    },
    BenchFault("minutes disagree", .scoreDisagreement) { $0.school.minutesTotal = "90" },
    BenchFault("criterion disagrees", .scoreDisagreement, also: [.scoreSum, .scoreGroupSum]) {
      $0.style = 1
      $0.school.sheetPoints["3b"] = "4"
    },
    BenchFault("rating disagrees", .scoreDisagreement, also: [.scoreRating]) {
      $0.school.minutesRating = "Khá"
    },
    BenchFault("groups only", .scoreNoDetail, also: [.itemMissing]) {
      $0.withoutItems = ["sheet"]
      $0.style = $0.style == 1 ? 3 : $0.style
    },
    BenchFault("sheet without a total", .scoreNoDetail) { $0.school.hasSheetTotal = false },
  ]

  static let dates: [BenchFault] = [
    BenchFault("minutes after the report", .dateOrder) {
      $0.school.minutesDate = .init(9, 1, 2024)
    },
    BenchFault("plan after the minutes", .dateOrder) {
      $0.school.planDate = .init(30, 12, 2023)
    },
    BenchFault("report after the deadline", .dateDeadline) {
      $0.school.reportDate = .init(12, 4, 2024)
    },
    BenchFault("plan of last week", .dateOutsideYear, also: [.dateOrder]) {
      $0.school.planDate = .init(8, 1, 2024)
    },
    BenchFault("evidence after the report", .dateOutsideYear) {
      $0.evidence[9].date = .init(20, 5, 2024)
      $0.evidence[9].subject = "Sinh hoạt cụm chuyên môn liên trường"
    },
    BenchFault("old plan as evidence", .dateOutsideYear) {
      $0.evidence[9].date = .init(20, 5, 2020)
      $0.evidence[9].subject = "Sinh hoạt cụm chuyên môn liên trường năm 2020"
    },
    BenchFault("report date left blank", .dateMissing) {
      $0.school.reportDateLine = "ngày … tháng 01 năm 2024"
    },
    BenchFault("plan date left blank", .dateMissing) {
      $0.school.planDateLine = "ngày    tháng    năm 2023"
    },
    BenchFault("numbers against dates", .dateNumberOrder) {
      $0.evidence[9].date = .init(5, 1, 2023)
    },
  ]

  static let notations: [BenchFault] = [
    BenchFault("a space in the notation", .notationMalformed) {
      $0.school.reportNumber = "12/BC- THHM"
    },
    BenchFault("a space before the slash", .notationMalformed) {
      $0.school.planNumber = "15 /KH-THHM"
    },
    BenchFault("a long dash", .notationMalformed) { $0.school.planNumber = "15/KH–THHM" },
    BenchFault("no leading zero", .notationMalformed) { $0.school.reportNumber = "2/BC-THHM" },
    BenchFault("another type's abbreviation", .notationMalformed) {
      $0.school.reportNumber = "12/KH-THHM"
    },
    BenchFault("one number twice", .notationDuplicate) { $0.evidence[0].number = "15/KH-THHM" },
    BenchFault("number left blank", .notationMissing) { $0.school.reportNumber = "   /BC-THHM" },
  ]
}
