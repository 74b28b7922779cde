import DossierCatalog
import DossierEngine
import DossierModel

/// The JSON, CSV and HTML forms of what the commands found.
enum CheckOutput {
  /// `hoso.check/1`.
  static func json(
    _ desk: Desk, _ examination: DossierExamination, _ report: CheckReport
  ) throws -> String {
    try JSONText.pretty(
      CheckDocument(
        report: report, index: examination.index, profile: examination.profile,
        catalog: desk.catalog, language: desk.language))
  }

  /// The page.
  static func page(
    _ desk: Desk, _ examination: DossierExamination, _ report: CheckReport
  ) throws -> String {
    try PageRenderer(catalog: desk.catalog).page(
      report: report, index: examination.index, profile: examination.profile,
      language: desk.language, packed: nil)
  }
}

/// The forms of `hoso index`.
struct IndexOutput {
  let desk: Desk
  let examination: DossierExamination

  /// Writes `hoso.index/1` to stdout, in pieces.
  func writeJSON() throws {
    try JSONText.write(
      IndexDocument(
        index: examination.index, profile: examination.profile, catalog: desk.catalog,
        language: desk.language), to: desk.console.write)
  }

  /// The catalogue for a spreadsheet.
  func csv() -> String {
    CatalogueCSV.text(
      index: examination.index, profile: examination.profile, catalog: desk.catalog,
      language: desk.language)
  }

  /// The files by place, each with its why.
  func text() -> String {
    let files = examination.index.files.map { file in
      IndexText.Row(
        path: file.path, item: file.placement.item, criteria: file.placement.criteria,
        why: desk.catalog.why(file.placement, desk.language, profile: examination.profile),
        size: file.size, facts: facts(file))
    }
    let legend = DisplayWidth.wrap(desk.text("index.legend"), to: desk.console.width)
    return IndexText(desk: desk, profile: examination.profile).rendered(files)
      + legend.joined(separator: "\n") + "\n"
  }

  /// Format, what the text states, what the metadata say, the digest.
  private func facts(_ file: IndexedFile) -> [String] {
    let language = desk.language
    let header = file.facts.header
    func said(_ key: String, _ value: String?) -> String? {
      value.map { "\(desk.text(key)): \($0)" }
    }
    func field(_ field: MetadataField, _ value: String?) -> String? {
      value.map { "\(desk.catalog.field(field, language)): \($0)" }
    }
    let stated = [
      desk.catalog.format(file.format, language), said("label.notation", header.notation?.written),
      said("label.date", header.date.map { Wording.date($0.value, language) }),
      said("label.issuing-body", header.issuingBody),
    ]
    let metadata = [
      field(.creator, file.metadata.text(.creator)),
      field(
        .modified,
        file.metadata.date(.modified)?.normalized.flatMap { Wording.moment($0, language) }),
    ]
    let lines = [stated, metadata].map { $0.compactMap { $0 }.joined(separator: "; ") }
    return lines.filter { !$0.isEmpty } + (file.sha256.map { [$0] } ?? [])
  }
}

/// `hoso.verify/1`.
struct VerifyJSON {
  let desk: Desk
  let results: [VerifyResult]

  func rendered() throws -> String {
    try JSONText.pretty(VerifyDocument(results: results.map(document)))
  }

  private func document(_ result: VerifyResult) -> VerifyDocument.Result {
    VerifyDocument.Result(
      path: result.path, verdict: result.verdict.rawValue, sha256: result.sha256,
      layers: result.layers.map(\.kind.rawValue),
      bag: result.bag.map {
        VerifyDocument.Bag(
          version: $0.version, algorithms: $0.algorithms, files: $0.files,
          bytes: Int64(clamping: $0.bytes))
      },
      findings: result.findings.map { desk.catalog.word($0, language: desk.language) })
  }
}

/// The JSON of `hoso metadata`.
enum MetadataOutput {
  /// One object on one line.
  static func json(_ row: MetadataReader.Row) throws -> [UInt8] {
    try MetadataDocument(
      file: row.path, format: row.reading.format, problem: row.reading.problem,
      metadata: row.reading.metadata
    ).line()
  }
}
