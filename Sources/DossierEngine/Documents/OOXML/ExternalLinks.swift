import DossierModel

extension OfficeOpenXMLReader {
  /// Tells every relationship that leads out of the package, by kind.
  ///
  /// A hyperlink alone is a citation. What a program would fetch on opening (pictures, linked
  /// objects, frames, sub-documents, templates on another machine) raises a flag; a template on the
  /// author's own machine does not.
  mutating func addExternalLinks() {
    let parts = package.parts(where: { $0.hasSuffix(".rels") && $0.contains("_rels/") })
    for part in parts.prefix(DocumentLimits.parts) {
      guard let owner = OfficeOpenXMLReader.owner(of: part.name) else { continue }
      var problem: ReadProblem?
      let relationships =
        owner.isEmpty
        ? self.relationships : Relationships(of: owner, in: package, problem: &problem)
      for relationship in relationships.list where relationship.isExternal {
        add(relationship)
      }
    }
  }

  /// The part that a part of relationships belongs to; empty for the package.
  private static func owner(of name: String) -> String? {
    var segments = name.split(separator: "/")
    guard let file = segments.popLast(), segments.popLast()?.lowercased() == "_rels" else {
      return nil
    }
    let owner = file.dropLast(".rels".count)
    return (segments + (owner.isEmpty ? [] : [owner])).joined(separator: "/")
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
