/// The criteria of a group do not add up to what a document states for the group.
struct GroupSumRule: Rule {
  let codes: [FindingCode] = [.scoreGroupSum]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.profile.scoring != nil else { return [] }
    let groups = subject.profile.allCriteria.filter { !$0.isLeaf }
    return ScoreView(subject).documents.flatMap { document in
      groups.compactMap { group in
        guard let stated = document.value(.code(group.code)),
          let computed = document.sum(of: group), computed != stated
        else { return nil }
        return Finding(
          .scoreGroupSum, path: document.path, item: document.item.id, criterion: group.code,
          arguments: [
            "group": .text(group.code), "title": .localized(group.title),
            "stated": .points(stated), "computed": .points(computed),
            "terms": .sum(SumRule.terms(group.children, in: document)),
          ],
          quotes: document.quotes(.code(group.code)) + document.quotes(ofPartsIn: group.children))
      }
    }
  }
}
