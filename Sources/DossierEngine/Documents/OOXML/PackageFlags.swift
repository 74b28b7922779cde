import DossierModel

extension OfficeOpenXMLReader {
  /// Tells what the names and types of the parts show, without reading any of them.
  mutating func addPackageFlags() {
    let names = package.parts.map(\.name.loweredASCII)
    let hasMacros =
      names.contains { $0.endsInBytes(of: "vbaproject.bin") || $0.endsInBytes(of: "vbadata.xml") }
      || types.holds(in: package) { $0.beginsInBytes(of: "application/vnd.ms-office.vbaproject") }
    if hasMacros { reading.metadata.flags.insert(.macros) }
    let embedded = names.filter { $0.holdsBytes(of: "/embeddings/") }
    if !embedded.isEmpty {
      reading.metadata.flags.insert(.embeddedObjects)
      for name in embedded { reading.metadata.note("embeddedObjects", name) }
    }
    let signatures = names.filter {
      $0.beginsInBytes(of: "_xmlsignatures/") && $0.endsInBytes(of: ".xml")
        && !$0.holdsBytes(of: "/_rels/")
    }
    if !signatures.isEmpty || relationships.list.contains(where: { $0.kind == "origin" }) {
      reading.metadata.flags.insert(.signed)
      reading.metadata.note("signatureCount", "\(signatures.count)")
    }
    let isCommented = names.contains { name in
      name.beginsInBytes(of: "word/comment") && name.endsInBytes(of: ".xml")
        || name.holdsBytes(of: "/comment") && name.endsInBytes(of: ".xml")
    }
    if isCommented { reading.metadata.note("commentParts", "true") }
    if names.contains("docmetadata/labelinfo.xml") {
      reading.metadata.note("sensitivityLabel", "true")
    }
  }
}
