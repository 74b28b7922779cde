import DossierModel

extension OfficeOpenXMLReader {
  /// Tells every relationship that leads out of the package, by kind.
  ///
  /// A hyperlink alone is a citation. What a program would fetch on opening (pictures, linked
  /// objects, frames, sub-documents, templates on another machine) raises a flag; a template on the
  /// author's own machine does not.
  mutating func addExternalLinks() {
    let parts = package.parts(where: { $0.endsInBytes(of: ".rels") && $0.holdsBytes(of: "_rels/") })
    for part in parts.prefix(DocumentLimits.parts) {
      // Of two parts of one name, the one counts that is read as that name.
      guard OfficeOpenXMLReader.isRelationships(part.name),
        let read = package.part(named: part.name)
      else { continue }
      for relationship in package.relationships(in: read).list where relationship.isExternal {
        add(relationship)
      }
    }
  }

  /// Whether a part of relationships lies where they must.
  private static func isRelationships(_ name: String) -> Bool {
    let folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] } ?? ""
    let last = folder.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      folder[folder.utf8.index(after: $0)...]
    }
    return String(last ?? folder).isBytesWithoutCase(of: "_rels")
  }

  private mutating func add(_ relationship: Relationship) {
    let kind = relationship.kind
    reading.metadata.note("externalTargets", "\(kind) \(relationship.target)")
    if kind == "hyperlink" { return }
    if kind == "attachedtemplate" {
      reading.metadata.note("attachedTemplate", relationship.target)
      guard ExternalTarget.isRemote(relationship.target) else { return }
      reading.metadata.flags.insert(.templateRemote)
    }
    reading.metadata.flags.insert(.externalLinks)
  }
}
