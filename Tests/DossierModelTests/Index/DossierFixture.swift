import DossierCatalog
import DossierModel
import Testing

/// A dossier put together in code, read by the real readers of facts.
struct DossierFixture {
  var files: [IndexedFile] = []
  var declaration = Declaration()
  var year: Int?
  var unit: String?

  static let severities: SeverityTable = {
    do { return try Catalog.load().severities } catch { fatalError("\(error)") }
  }()

  /// Adds a document with its text, a paragraph a line.
  @discardableResult
  mutating func add(
    _ path: String, _ text: String? = nil, blocks: [TextBlock] = [], format: FileFormat? = nil,
    change: (inout IndexedFile) -> Void = { _ in }
  ) -> Int {
    var file = IndexedFile(path: path, size: 1000)
    file.format = format ?? Self.format(of: path)
    let all = (text.map(Reading.paragraphs) ?? []) + blocks
    file.sha256 = "\(path)|\(text ?? "")|\(blocks.count)"
    file.hasText = !all.isEmpty
    if file.hasText { file.facts = Reading.reader.facts(from: all, title: nil) }
    if file.format == .pdf, !file.hasText { file.metadata.flags.insert(.noText) }
    change(&file)
    files.append(file)
    return files.count - 1
  }

  static func format(of path: String) -> FileFormat {
    let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if suffix == "jpg" { return .jpeg }
    return FileFormat(rawValue: suffix) ?? .unknown
  }

  func index(profile: Profile = Reading.profile) -> DossierIndex {
    IndexBuilder.build(
      files: files, declaration: declaration, profile: profile, lexicon: Reading.lexicon,
      optionYear: year, optionUnit: unit)
  }

  func report(profile: Profile = Reading.profile, isStrict: Bool = false) -> CheckReport {
    Audit.run(
      index: index(profile: profile), profile: profile, lexicon: Reading.lexicon,
      severities: Self.severities, isStrict: isStrict)
  }

  /// The codes found, each once, sorted.
  func codes(profile: Profile = Reading.profile) -> [String] {
    Set(report(profile: profile).findings.map(\.code.rawValue)).sorted()
  }

  func findings(_ code: FindingCode) -> [Finding] {
    report().findings.filter { $0.code == code }
  }
}

extension DossierIndex {
  func placement(_ path: String) -> Placement? {
    files.first { $0.path.utf8.elementsEqual(path.utf8) }?.placement
  }
}
