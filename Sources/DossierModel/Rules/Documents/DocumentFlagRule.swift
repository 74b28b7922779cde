/// What a document carries besides its text: macros, open changes, comments, links outside, two
/// readings of its container.
struct DocumentFlagRule: Rule {
  private static let table: [(flag: DocumentFlag, code: FindingCode, variant: String?)] = [
    (.ambiguousContainer, .documentAmbiguous, nil), (.macros, .documentMacros, nil),
    (.trackedChanges, .documentTrackedChanges, nil), (.comments, .documentComments, nil),
    (.externalLinks, .documentExternalLinks, nil),
    (.templateRemote, .documentExternalLinks, "template"),
  ]

  var codes: [FindingCode] { Self.table.map(\.code) }

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.flatMap { file in
      Self.table.filter { file.metadata.flags.contains($0.flag) }.map { row in
        var finding = Finding(
          row.code, path: file.path, item: file.placement.item,
          criterion: file.placement.criteria.first, variant: row.variant,
          arguments: ["format": .text(file.format.rawValue)])
        if row.flag == .ambiguousContainer {
          finding.arguments["detail"] = .text(file.metadata.details["ambiguities"]?.first ?? "")
        }
        return finding
      }
    }
  }
}
