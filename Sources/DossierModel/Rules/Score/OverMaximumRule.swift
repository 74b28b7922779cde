/// More points than there are, or points that the local rubric does not give.
struct OverMaximumRule: Rule {
  let codes: [FindingCode] = [.scoreOverMaximum]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let scoring = subject.profile.scoring else { return [] }
    return ScoreView(subject).documents.flatMap { document -> [Finding] in
      var findings: [Finding] = []
      for criterion in subject.profile.allCriteria {
        findings += judge(
          document, .code(criterion.code), maximum: criterion.maximum, criterion: criterion)
      }
      return findings + judge(document, .total, maximum: scoring.maximum, criterion: nil)
    }
  }

  private func judge(
    _ document: DocumentScore, _ subject: DocumentScore.Subject, maximum: Points?,
    criterion: Criterion?
  ) -> [Finding] {
    for entry in document.entries[subject] ?? [] {
      let points = entry.points
      var arguments: [String: FindingArgument] = ["points": .points(points)]
      let variant: String
      if let maximum, points > maximum {
        variant = criterion == nil ? "total" : (criterion?.isLeaf == true ? "criterion" : "group")
        arguments["maximum"] = .points(maximum)
      } else if let stated = entry.maximum, points > stated {
        variant = "stated"
        arguments["maximum"] = .points(stated)
      } else if points < .zero {
        variant = "negative"
      } else if let criterion, !criterion.steps.isEmpty, !criterion.steps.contains(points),
        points != .zero
      {
        variant = "step"
        arguments["steps"] = .text(
          criterion.steps.map { $0.formatted(separator: ",") }.joined(separator: "; "))
      } else {
        continue
      }
      if let maximum { arguments["maximum"] = arguments["maximum"] ?? .points(maximum) }
      if let criterion { arguments["criterion"] = .text(criterion.code) }
      return [
        Finding(
          .scoreOverMaximum, path: document.path, item: document.item.id,
          criterion: criterion?.code, variant: variant, arguments: arguments,
          quotes: [Quote(path: document.path, text: entry.quote)])
      ]
    }
    return []
  }
}
