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
        Finding(
          row.code, path: file.path, item: file.placement.item,
          criterion: file.placement.criteria.first, variant: row.variant,
          arguments: row.flag == .ambiguousContainer
            ? ["detail": .text(file.metadata.details["ambiguities"]?.first ?? "")] : [:])
      }
    }
  }
}
