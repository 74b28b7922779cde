/// The groups, or the criteria, do not add up to the total a document states; in a regime without
/// points, the rows of a table of points not to the total below them.
struct SumRule: Rule {
  let codes: [FindingCode] = [.scoreSum]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.profile.scoring != nil else { return tables(subject) }
    let groups = subject.profile.criteria
    return ScoreView(subject).documents.compactMap { document in
      // Where another total stands elsewhere, the table still has its own.
      guard let stated = document.value(.total) ?? document.totalOfTable else { return nil }
      guard let computed = document.sumOfGroups(subject.profile), computed != stated else {
        return nil
      }
      let isByGroup = groups.allSatisfy { document.entries[.code($0.code)] != nil }
      let parts = isByGroup ? groups : subject.profile.leafCriteria
      return Finding(
        .scoreSum, path: document.path, item: document.item.id,
        variant: isByGroup ? nil : "criteria",
        arguments: [
          "stated": .points(stated), "computed": .points(computed),
          "terms": .sum(Self.terms(parts, in: document)),
        ], quotes: document.quotes(.total) + document.quotes(ofPartsIn: groups))
    }
  }

  private func tables(_ subject: AuditSubject) -> [Finding] {
    subject.readDocuments.filter { $0.item.role != .plan }.flatMap { document in
      document.file.facts.pointSums.map { sum in
        Finding(
          .scoreSum, path: document.file.path, item: document.item.id, variant: "table",
          arguments: [
            "stated": .points(sum.stated), "computed": .points(sum.parts.reduce(.zero, +)),
            "terms": .sum(sum.parts),
          ], quotes: Quote.list(document.file.path, sum.quote))
      }
    }
  }

  /// What a sum is made of.
  static func terms(_ parts: [Criterion], in document: DocumentScore) -> [Points] {
    parts.compactMap { document.value(ofGroup: $0) }
  }
}
