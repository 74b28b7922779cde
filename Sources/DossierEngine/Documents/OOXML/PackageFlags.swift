import DossierModel

extension OfficeOpenXMLReader {
  /// Tells what the names and types of the parts show, without reading any of them.
  mutating func addPackageFlags() {
    let names = package.parts.map {
      String(decoding: OfficePackage.folded($0.name), as: UTF8.self)
    }
    let hasMacros =
      names.contains { $0.hasSuffix("vbaproject.bin") || $0.hasSuffix("vbadata.xml") }
      || types.mentions { $0.hasPrefix("application/vnd.ms-office.vbaproject") }
    if hasMacros { reading.metadata.flags.insert(.macros) }
    let embedded = names.filter { $0.contains("/embeddings/") }
    if !embedded.isEmpty {
      reading.metadata.flags.insert(.embeddedObjects)
      for name in embedded { reading.metadata.note("embeddedObjects", name) }
    }
    let signatures = names.filter {
      $0.hasPrefix("_xmlsignatures/") && $0.hasSuffix(".xml") && !$0.contains("/_rels/")
    }
    if !signatures.isEmpty || relationships.list.contains(where: { $0.kind == "origin" }) {
      reading.metadata.flags.insert(.signed)
      reading.metadata.note("signatureCount", "\(signatures.count)")
    }
    let isCommented = names.contains { name in
      let file = name.split(separator: "/").last ?? ""
      return file.hasPrefix("comment") && file.hasSuffix(".xml") && name.hasPrefix("word/")
        || name.contains("/comments/") && name.hasSuffix(".xml")
    }
    if isCommented { reading.metadata.note("commentParts", "true") }
    if names.contains("docmetadata/labelinfo.xml") {
      reading.metadata.note("sensitivityLabel", "true")
    }
  }
}
