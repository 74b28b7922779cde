public import DossierModel

/// What a complete dossier is complete with: findings that were accepted, documents nobody read.
public struct Reservations {
  /// The findings accepted with a reason.
  public let accepted: Int
  /// The required documents without text that a program reads.
  public let unread: Int

  /// Counts them.
  ///
  /// - Parameters:
  ///   - report: what the check found.
  ///   - profile: the profile the dossier was judged by.
  public init(_ report: CheckReport, _ profile: Profile) {
    accepted = report.findings.count { $0.accepted != nil }
    unread = report.findings.count { finding in
      finding.code == .documentNoText && finding.accepted == nil
        && profile.items.contains { $0.id == finding.item && $0.kind == .document }
    }
  }

  var isEmpty: Bool { accepted == 0 && unread == 0 }

  /// The keys of the sentences that say so, with their numbers.
  var sentences: [(key: String, arguments: [String: FindingArgument])] {
    var sentences: [(key: String, arguments: [String: FindingArgument])] = []
    if accepted > 0 { sentences.append(("page.verdict.accepted", ["count": .count(accepted)])) }
    if unread > 0 { sentences.append(("page.verdict.unread", ["count": .count(unread)])) }
    return sentences
  }
}
