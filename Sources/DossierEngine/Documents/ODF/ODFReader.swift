import ArchiveIO
import DossierModel
import XMLPull

/// Reads OpenDocument packages (ISO/IEC 26300).
struct ODFReader {
  let package: OfficePackage
  let manifest: ODFManifest
  var reading: DocumentReading

  /// Whether a package is of this family.
  static func recognises(_ package: OfficePackage) -> Bool {
    let hasContent =
      package.part(named: "content.xml") != nil
      && (package.part(named: "meta.xml") ?? package.part(named: "styles.xml")) != nil
    let hasManifest = package.part(named: ODFManifest.name) != nil
    guard let type = mimetype(of: package), !type.isEmpty else { return hasManifest || hasContent }
    // A damaged entry is overruled by what else only such packages have; another kind is believed.
    return ODFKind.byMediaType(type) != nil || (hasManifest && hasContent)
  }

  /// Reads a package.
  static func read(_ package: OfficePackage, wantsText: Bool) -> DocumentReading {
    var reader = ODFReader(package)
    reader.noteMimetype()
    reader.readEncryption()
    reader.readMeta()
    reader.addPackageFlags()
    guard reader.reading.problem?.reason != .encryptedODF else { return reader.reading }
    if wantsText { reader.readContent() }
    return reader.reading
  }

  private init(_ package: OfficePackage) {
    self.package = package
    manifest = ODFManifest(of: package)
    let known = [ODFReader.mimetype(of: package), manifest.rootType].compactMap { type in
      type.flatMap(ODFKind.byMediaType)
    }
    reading = DocumentReading(format: known.first ?? .odt)
    if let problem = manifest.problem {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
  }

  /// The content of the `mimetype` entry, wherever and however it is stored.
  private static func mimetype(of package: OfficePackage) -> String? {
    guard let part = package.part(named: "mimetype") else { return nil }
    do throws(PartFailure) {
      let bytes = try package.bytes(of: part, limit: 4096)
      return PropertyText.trimmed(String(decoding: bytes, as: UTF8.self)).lowercased()
    } catch {
      return nil
    }
  }

  private mutating func noteMimetype() {
    guard let part = package.part(named: "mimetype") else {
      reading.metadata.note("mimetype", "missing")
      return
    }
    if part.index != 0 { reading.metadata.note("mimetype", "not-first") }
    if package.entry(part).method != .stored { reading.metadata.note("mimetype", "compressed") }
  }

  private mutating func readEncryption() {
    guard manifest.isEncrypted else {
      if package.part(named: "encrypted-package") != nil, package.part(named: "content.xml") == nil
      {
        reading.problem = ReadProblem(.encryptedODF, part: "encrypted-package")
      }
      return
    }
    for path in manifest.encrypted { reading.metadata.note("encryptedEntries", path) }
    let detail = manifest.encrypted.prefix(3).joined(separator: ", ")
    reading.problem = ReadProblem(.encryptedODF, part: ODFManifest.name, detail: detail)
  }

  private mutating func readMeta() {
    let parts = package.parts(named: "meta.xml")
    guard let part = parts.first else { return }
    reading.metadata.via["meta"] = "path"
    if manifest.encrypted.contains(where: { $0.utf8.elementsEqual("meta.xml".utf8) }) { return }
    if parts.count > 1 {
      addTwinMeta(parts)
      return
    }
    let handler = ODFMeta()
    if let problem = package.read(part, by: handler) {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
      for field in ODFMeta.fields { reading.metadata.unreadable[field] = problem.reason }
      if reading.problem == nil { reading.problem = problem }
    } else {
      reading.metadata.merge(handler.finish())
      reading.metadata.isPartial = reading.problem != nil && !reading.metadata.fields.isEmpty
    }
  }

  /// Two entries called `meta.xml`: only what all of them say counts.
  private mutating func addTwinMeta(_ parts: [OfficePackage.Part]) {
    reading.metadata.flags.insert(.ambiguousContainer)
    var all: [DocumentMetadata] = []
    for part in parts {
      let handler = ODFMeta()
      if let problem = package.read(part, by: handler) {
        if reading.problem == nil { reading.problem = problem }
      } else {
        all.append(handler.finish())
      }
    }
    guard var first = all.first else { return }
    for field in ODFMeta.fields
    where !all.allSatisfy({ $0.fields[field] == first.fields[field] }) {
      first.fields[field] = nil
      reading.metadata.unreadable[field] = .notODF
    }
    reading.metadata.merge(first)
  }

  private mutating func addPackageFlags() {
    let names = package.parts.map(\.name.loweredASCII)
    let scripts = names.filter {
      $0.hasPrefix("basic/") && !$0.hasSuffix("/script-lc.xml") && !$0.hasSuffix("/script-lb.xml")
        || $0.hasPrefix("scripts/")
    }
    if !scripts.filter({ !$0.hasSuffix("script-lc.xml") }).isEmpty {
      reading.metadata.flags.insert(.macros)
    }
    if names.contains(where: { ODFReader.isEmbedded($0) }) {
      reading.metadata.flags.insert(.embeddedObjects)
    }
    addSignatures()
  }

  private static func isEmbedded(_ name: String) -> Bool {
    name.hasPrefix("object ")
      || name.hasPrefix("obj")
        && name.hasSuffix("/content.xml") && !name.hasPrefix("objectreplacements/")
  }

  private mutating func addSignatures() {
    guard let part = package.part(named: "META-INF/documentsignatures.xml") else { return }
    let handler = SignatureCounter()
    if let problem = package.read(part, by: handler) {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
    if handler.count > 0 {
      reading.metadata.flags.insert(.signed)
      reading.metadata.note("signatureCount", "\(handler.count)")
    }
  }
}

private final class SignatureCounter: XMLHandler {
  var count = 0

  func startElement(_ element: borrowing XMLElement) {
    if element.space == .signature, element.tag == .signature { count += 1 }
  }
}

/// The kinds of OpenDocument by media type.
enum ODFKind {
  /// The format of a media type in lower case, also those of OpenOffice.org 1.
  static func byMediaType(_ type: String) -> FileFormat? {
    let tail: Substring
    if type.hasPrefix("application/vnd.oasis.opendocument.") {
      tail = type.dropFirst("application/vnd.oasis.opendocument.".count)
    } else if type.hasPrefix("application/vnd.sun.xml.") {
      tail = type.dropFirst("application/vnd.sun.xml.".count)
    } else {
      return nil
    }
    if tail.hasPrefix("text-template") || tail.hasPrefix("writer.template") { return .ott }
    if tail.hasPrefix("spreadsheet") || tail.hasPrefix("calc") { return .ods }
    if tail.hasPrefix("presentation") || tail.hasPrefix("impress") { return .odp }
    if tail.hasPrefix("graphics") || tail.hasPrefix("draw") { return .odg }
    return .odt
  }
}
