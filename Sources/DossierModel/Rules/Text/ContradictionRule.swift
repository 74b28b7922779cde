/// Two different numbers for one thing, within a document or across the required documents.
struct ContradictionRule: Rule {
  let codes: [FindingCode] = [.textContradiction]

  private struct Statement {
    let claim: CountClaim
    let path: String
    let item: String
  }

  private struct Key: Hashable, Comparable {
    let subject: String
    let qualifiers: [String]

    static func < (left: Key, right: Key) -> Bool {
      (left.subject, left.qualifiers.joined()) < (right.subject, right.qualifiers.joined())
    }
  }

  func findings(in subject: AuditSubject) -> [Finding] {
    var groups: [Key: [Statement]] = [:]
    for document in subject.readDocuments where document.item.role != .plan {
      for claim in document.file.facts.counts {
        let key = Key(subject: claim.subject, qualifiers: claim.qualifiers.sorted())
        groups[key, default: []].append(
          Statement(claim: claim, path: document.file.path, item: document.item.id))
      }
    }
    let words = Dictionary(
      subject.lexicon.countSubjects.map { ($0.id, $0.words.first ?? $0.id) },
      uniquingKeysWith: { first, _ in first })
    let counts = groups.sorted { $0.key < $1.key }.compactMap { key, statements in
      contradiction(
        words[key.subject] ?? statements.first?.claim.name ?? key.subject, statements)
    }
    let documents = subject.readDocuments.filter { $0.item.role != .plan }
    return counts + LevelCounts(documents, levels: subject.profile.levels).findings
      + documents.flatMap(sums) + documents.flatMap(figures)
  }

  /// Statements whose own numbers do not fit each other.
  private func figures(_ document: AuditSubject.RequiredDocument) -> [Finding] {
    document.file.facts.figureFaults.map { fault in
      Finding(
        .textContradiction, path: document.file.path, item: document.item.id,
        variant: fault.kind.rawValue,
        arguments: [
          "first": .points(fault.stated), "second": .points(fault.computed),
          "firstFile": .text(document.file.path),
        ],
        quotes: Quote.list(document.file.path, fault.quote))
    }
  }

  /// Tables that add up in every column but one; that of points has a finding of its own.
  private func sums(_ document: AuditSubject.RequiredDocument) -> [Finding] {
    let facts = document.file.facts
    let points = Set(facts.pointSums.map(\.stated))
    return facts.columnSums.filter { !points.contains(Points($0.stated)) }.map { sum in
      Finding(
        .textContradiction, path: document.file.path, item: document.item.id,
        variant: "column-sum",
        arguments: [
          "column": .text(sum.column), "first": .count(sum.stated), "second": .count(sum.computed),
          "firstFile": .text(document.file.path),
        ],
        quotes: Quote.list(document.file.path, sum.quote))
    }
  }

  private func contradiction(_ subject: String, _ statements: [Statement]) -> Finding? {
    guard let first = statements.first,
      let second = statements.first(where: { $0.claim.count != first.claim.count }),
      !isBreakdown(statements)
    else { return nil }
    return Finding(
      .textContradiction, path: first.path, item: first.item,
      variant: first.path == second.path ? nil : "across",
      arguments: [
        "subject": .text(subject), "first": .count(first.claim.count),
        "second": .count(second.claim.count), "firstFile": .text(first.path),
        "secondFile": .text(second.path),
      ],
      quotes: Quote.list(first.path, first.claim.quote)
        + Quote.list(second.path, second.claim.quote))
  }

  /// Whether one number is the sum of the others: a total with its parts.
  private func isBreakdown(_ statements: [Statement]) -> Bool {
    let counts = statements.map(\.claim.count)
    guard counts.count >= 3, let most = counts.max() else { return false }
    return counts.reduce(0, +) == 2 * most
  }
}
