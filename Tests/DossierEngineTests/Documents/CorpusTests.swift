import ArchiveIO
import DossierEngine
import DossierModel
import Foundation
import TestSupport
import Testing

/// One line of the corpus's truth.
private struct Truth {
  var file: String
  var isReadable: Bool
  var reason: String?
  var isTextReadable: Bool?
  var fields: [String: Any]
  var disputed: [String: Any]
  var via: [String: String]
  var audit: [String: Any]
  var hasDamagedRelationships: Bool

  init?(_ line: Substring) throws {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    guard let object, let file = object["file"] as? String else { return nil }
    self.file = file
    isReadable = object["readable"] as? Bool ?? false
    reason = object["reason"] as? String
    isTextReadable = object["textReadable"] as? Bool
    let agreed = object["fields"] as? [String: Any] ?? [:]
    fields = agreed.merging(object["partial"] as? [String: Any] ?? [:]) { one, _ in one }
    disputed = object["disputed"] as? [String: Any] ?? [:]
    via = object["via"] as? [String: String] ?? [:]
    hasDamagedRelationships =
      (object["warnings"] as? [String] ?? []).contains("root-rels:malformed-xml")
    audit = object["audit"] as? [String: Any] ?? [:]
  }

  static func all(in folder: URL) throws -> [Truth] {
    let text = try String(contentsOf: folder.appending(path: "truth.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").compactMap { try Truth($0) }
  }
}

private func shown(_ value: MetadataValue?) -> String {
  switch value {
  case .text(let text)?: text
  case .number(let number)?: "\(number)"
  case .list(let list)?: list.joined(separator: "|")
  case .date(let date)?: date.normalized ?? date.raw
  case nil: "(absent)"
  }
}

private func shown(_ value: Any?) -> String {
  switch value {
  case let list as [String]: list.joined(separator: "|")
  case let number as NSNumber: number.stringValue
  case let text as String: text
  default: "(absent)"
  }
}

private func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

private func differences(_ truth: Truth, _ reading: DocumentReading) -> [String] {
  var found: [String] = []
  func expect(_ what: String, _ ours: String, _ theirs: String) {
    if !isSame(ours, theirs) {
      found.append("\(what): \(ours.debugDescription), truth \(theirs.debugDescription)")
    }
  }
  let isLegacy = truth.reason == "legacy-ole"
  if !isLegacy {
    expect("reason", reading.problem?.reason.rawValue ?? "none", truth.reason ?? "none")
    for field in MetadataField.allCases where truth.disputed[field.rawValue] == nil {
      expect(
        field.rawValue, shown(reading.metadata.fields[field]), shown(truth.fields[field.rawValue]))
    }
  }
  // Where the package's relationships are damaged, the main part is still found by its type.
  if truth.isReadable, let isTextReadable = truth.isTextReadable, !truth.hasDamagedRelationships {
    expect("text", "\(reading.textProblem == nil)", "\(isTextReadable)")
  }
  for (key, way) in truth.via where key != "main" {
    expect("via \(key)", reading.metadata.via[key] ?? "none", way)
  }
  let custom = truth.fields["custom"] as? [String: [String: Any]] ?? [:]
  let disputed = truth.disputed["custom"] as? [String: Any] ?? [:]
  for (name, property) in custom {
    let ours = reading.metadata.custom.filter { isSame($0.name, name) }
    expect("custom \(name)", ours.map(\.value).joined(separator: "|"), shown(property["value"]))
    expect("type of \(name)", ours.map(\.type).joined(separator: "|"), shown(property["type"]))
  }
  for property in reading.metadata.custom
  where truth.isReadable && custom[property.name] == nil && disputed[property.name] == nil
    && truth.disputed.isEmpty
  {
    found.append("custom \(property.name): not in the truth")
  }
  return found + auditDifferences(truth, reading)
}

private func auditDifferences(_ truth: Truth, _ reading: DocumentReading) -> [String] {
  guard truth.isReadable, truth.isTextReadable == true else { return [] }
  var found: [String] = []
  func expect(_ flag: DocumentFlag, _ wanted: Bool) {
    if reading.metadata.flags.contains(flag) != wanted {
      found.append("flag \(flag.rawValue): \(!wanted), truth \(wanted)")
    }
  }
  func number(_ key: String) -> Int { (truth.audit[key] as? NSNumber)?.intValue ?? 0 }
  func names(_ key: String) -> Set<String> { Set(truth.audit[key] as? [String] ?? []) }
  if truth.audit["vba"] != nil { expect(.macros, truth.audit["vba"] as? Bool ?? false) }
  if truth.audit["basic"] != nil {
    expect(
      .macros, truth.audit["basic"] as? Bool ?? false || truth.audit["scripts"] as? Bool ?? false)
  }
  if truth.audit["trackedChanges"] != nil {
    expect(.trackedChanges, number("trackedChanges") > 0)
    let ours = Set(reading.metadata.details["revisionAuthors"] ?? [])
    if ours != names("trackedAuthors") { found.append("revision authors \(ours)") }
  }
  if reading.format.isOfficeOpenXML, reading.format == .docx {
    expect(.comments, number("comments") > 0)
  }
  if truth.audit["commentAuthors"] != nil {
    let ours = Set(reading.metadata.details["commentAuthors"] ?? [])
    if ours != names("commentAuthors") { found.append("comment authors \(ours)") }
  }
  if truth.audit["embeddings"] != nil { expect(.embeddedObjects, number("embeddings") > 0) }
  if truth.audit["rsids"] != nil {
    let root = reading.metadata.details["rsidRoot"]?.count ?? 0
    let count = (reading.metadata.details["rsids"]?.count ?? 0) + root
    if count != number("rsids") { found.append("rsids \(count), truth \(number("rsids"))") }
  }
  for key in ["trackRevisions", "documentProtection", "removePersonalInformation"] {
    let detail = key == "documentProtection" ? "protection" : key
    let wanted = truth.audit[key] as? Bool ?? false
    if (reading.metadata.details[detail] != nil) != wanted, reading.format == .docx {
      found.append("\(key): truth \(wanted)")
    }
  }
  return found
}

@Suite struct CorpusTests {
  @Test(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
  func agreesWithTheTruthOfTheCorpus() throws {
    let folder = try #require(Places.shared).appending(path: "corpus")
    let reader = DocumentReader()
    for truth in try Truth.all(in: folder) {
      let path = folder.appending(path: truth.file).path
      let reading = reader.read(try FileSource(path: path), name: truth.file)
      for difference in differences(truth, reading) {
        Issue.record("\(truth.file): \(difference)")
      }
    }
  }

  @Test(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
  func metadataAloneAgreesWithTheFullReading() throws {
    let folder = try #require(Places.shared).appending(path: "corpus")
    let reader = DocumentReader()
    for truth in try Truth.all(in: folder) {
      let path = folder.appending(path: truth.file).path
      let full = reader.read(try FileSource(path: path), name: truth.file)
      let short = reader.read(try FileSource(path: path), name: truth.file, depth: .metadata)
      #expect(short.metadata.fields == full.metadata.fields, "\(truth.file)")
      #expect(short.problem == full.problem, "\(truth.file)")
      #expect(short.blocks.isEmpty)
      let flags = reader.read(try FileSource(path: path), name: truth.file, depth: .flags)
      #expect(flags.metadata.fields == full.metadata.fields, "\(truth.file)")
      #expect(flags.metadata.flags == full.metadata.flags, "\(truth.file)")
      #expect(flags.problem == full.problem, "\(truth.file)")
      #expect(flags.blocks.isEmpty)
    }
  }
}
