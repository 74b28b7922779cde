/// The criteria that a report treats and no file stands for, where the regime leaves their list open.
struct OpenCriteria {
  /// So many times more criteria must have evidence than have none: else it is kept otherwise.
  private static let leastShare = 2

  private let subject: AuditSubject

  init(_ subject: AuditSubject) { self.subject = subject }

  /// The headings of criteria without evidence, in the report's order.
  ///
  /// A criterion whose text cites the evidence of others has that; where a file of the evidence is
  /// at no criterion, it may be of any.
  var bare: [(document: AuditSubject.RequiredDocument, heading: CriterionHeading)] {
    guard subject.profile.hasOpenCriteria, let evidence = subject.profile.evidenceItem,
      evidence.isRequired,
      let report = subject.readDocuments.first(where: { $0.item.role == .report }),
      !subject.ownFiles.contains(where: { isLoose($0, evidence.id) })
    else { return [] }
    var seen: Set<String> = []
    let all = report.file.facts.criterionHeadings.filter { seen.insert($0.code).inserted }
    // Beside "Tiêu chí 1.1" a "Tiêu chí 1" is of another list, or the group of it.
    let parts = all.map { $0.code.count { $0 == "." } }.max()
    let headings = all.filter { $0.code.count { $0 == "." } == parts }
    let bare = headings.filter { !$0.hasCodes && !hasFiles($0.code) }
    guard !bare.isEmpty, (headings.count - bare.count) >= bare.count * Self.leastShare else {
      return []
    }
    return bare.map { (report, $0) }
  }

  private func isLoose(_ file: IndexedFile, _ evidence: String) -> Bool {
    file.size > 0 && !file.placement.isAlternative && file.placement.criteria.isEmpty
      && (file.placement.item == nil || file.placement.item == evidence)
  }

  /// Whether files stand at a criterion, at one of its parts, or at the group it is part of.
  private func hasFiles(_ code: String) -> Bool {
    subject.codesWithFiles.contains { other in
      other == code || other.hasPrefix(code + ".") || code.hasPrefix(other + ".")
    }
  }
}
