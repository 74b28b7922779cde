import DossierModel
import NativeReaders

/// Turns what a PDF says of itself into metadata.
///
/// The information dictionary wins, as most readers show it; where the XMP packet says something
/// else, both stand in the details under one name, so that a person sees the difference.
struct PDFFields {
  private enum Source { case info, packet }

  private var metadata = DocumentMetadata()
  private let facts: PDFFacts
  private let packet: PDFPacket?

  /// - Parameter facts: what the library found.
  init(_ facts: PDFFacts) {
    self.facts = facts
    packet = facts.xmp.flatMap { PDFPacket($0) }
  }

  /// The metadata.
  func made() -> DocumentMetadata {
    var copy = self
    copy.addFields()
    copy.addFindings()
    return copy.metadata
  }

  private mutating func addFields() {
    add(.title, "Title", .title)
    add(.subject, "Subject", .description)
    add(.creator, "Author", .creator)
    add(.keywords, "Keywords", .keywords)
    if metadata.fields[.keywords] == nil { add(.keywords, nil, .subject) }
    add(.application, "Creator", .creatorTool)
    addDate(.created, "CreationDate", .created)
    addDate(.modified, "ModDate", .modified)
    let producer = info("Producer") ?? packet?.text(.producer)
    if let producer {
      metadata.details["producer"] = [producer]
      if metadata.fields[.application] == nil { metadata.fields[.application] = .text(producer) }
    }
    if let language = facts.language ?? packet?.text(.language) {
      metadata.fields[.language] = .text(language)
    }
    if let count = facts.pageCount {
      metadata.fields[.pages] = .number(count)
    } else {
      metadata.unreadable[.pages] = .corrupt
    }
    let known: Set<String> = [
      "Title", "Subject", "Author", "Keywords", "Creator", "Producer", "CreationDate", "ModDate",
      "Trapped",
    ]
    for entry in facts.info where !known.contains(entry.key) {
      metadata.custom.append(
        CustomProperty(name: entry.key, type: "text", value: entry.value.trimmedOfWhitespace))
    }
    if facts.xmp != nil { metadata.via["xmp"] = packet == nil ? "malformed" : "metadata" }
    if let part = packet?.text(.part) {
      metadata.details["pdfA"] = [part + (packet?.text(.conformance)?.lowercased() ?? "")]
    }
  }

  private mutating func addFindings() {
    metadata.details["pdfVersion"] = [facts.version]
    if facts.encryption == .restricted { metadata.details["encryption"] = ["restricted"] }
    if !facts.signatures.isEmpty {
      metadata.flags.insert(.signed)
      metadata.details["signatureCount"] = [String(facts.signatures.count)]
      metadata.details["signers"] = filled(facts.signatures.compactMap(\.name))
      metadata.details["signatureDates"] = filled(
        facts.signatures.compactMap { signature in
          signature.date.map { PDFDate.parse($0).normalized ?? $0 }
        })
    }
    if facts.hasTextLayer == false { metadata.flags.insert(.noText) }
    if !facts.embeddedFiles.isEmpty {
      metadata.flags.insert(.embeddedObjects)
      metadata.details["embeddedFiles"] = facts.embeddedFiles
    }
    if facts.noteCount > 0 {
      metadata.flags.insert(.comments)
      metadata.details["notes"] = [String(facts.noteCount)]
    }
    if !facts.actions.isEmpty {
      metadata.details["actions"] = facts.actions
      if facts.actions.contains("JavaScript") { metadata.flags.insert(.macros) }
      if facts.actions.contains(where: { $0 != "JavaScript" }) {
        metadata.flags.insert(.externalLinks)
      }
    }
    metadata.details["repair"] = facts.repair.map { [$0] }
  }

  private func filled(_ list: [String]) -> [String]? { list.isEmpty ? nil : list }

  private func info(_ key: String) -> String? {
    let value = facts.info.first { $0.key == key }.map { $0.value.collapsedWhitespace }
    return value?.isEmpty == true ? nil : value
  }

  private mutating func add(
    _ field: MetadataField, _ key: String?, _ property: PDFPacket.Property
  ) {
    let stated = key.flatMap { info($0) }
    let other = packet?.text(property)
    guard let value = stated ?? other else { return }
    metadata.fields[field] = .text(value)
    metadata.via[field.rawValue] = stated == nil ? "xmp" : "info"
    if let stated, let other, !stated.utf8.elementsEqual(other.utf8) {
      metadata.details["xmp.\(field.rawValue)"] = [other]
    }
  }

  private mutating func addDate(
    _ field: MetadataField, _ key: String, _ property: PDFPacket.Property
  ) {
    let stated = info(key).map { PDFDate.parse($0) }
    let other = packet?.text(property).map { PDFDate.packetDate($0) }
    guard let value = stated?.normalized == nil ? (other ?? stated) : stated else { return }
    if value.normalized == nil { metadata.unreadable[field] = .corrupt }
    metadata.fields[field] = .date(value)
    metadata.via[field.rawValue] = value == stated ? "info" : "xmp"
    if let stated, let other, stated.seconds != other.seconds {
      metadata.details["xmp.\(field.rawValue)"] = [other.raw]
    }
  }
}
