/// Runs every rule and sums up how a dossier stands.
public enum Audit {
  /// The rules of the audit, in the order of the contract's codes.
  public static let rules: [any Rule] = [
    MissingItemRule(), AmbiguousItemRule(), UnreadableItemRule(), WrongYearRule(),
    OtherUnitRule(), NoEvidenceRule(), UnassignedEvidenceRule(), DanglingEvidenceRule(),
    DuplicateEvidenceRule(), EmptyFileRule(), UnsupportedFileRule(), TemporaryFileRule(),
    LinkRule(), UnreadableFileRule(), NotAsPackedRule(), MissingScoreRule(), SumRule(),
    GroupSumRule(), OverMaximumRule(), RatingRule(), UnknownCriterionRule(), DisagreementRule(),
    NoDetailRule(),
    DateOrderRule(), DeadlineRule(), OutsideYearRule(), MissingDateRule(), NumberOrderRule(),
    MalformedNotationRule(), DuplicateNotationRule(), MissingNotationRule(), IssueDateRule(),
    SharedOriginRule(), EncryptedDocumentRule(), DocumentFlagRule(), NoTextRule(),
    LegacyEncodingRule(), ContradictionRule(), HeadingGapRule(), DanglingAppendixRule(),
    PercentRule(), CitationFormRule(), UnnormalizedTextRule(), PortableNameRule(),
    NotUTF8NameRule(), CollisionRule(),
  ]

  /// Judges a dossier by every rule.
  ///
  /// - Parameters:
  ///   - index: the dossier.
  ///   - profile: the regime.
  ///   - lexicon: the words of documents, files and units.
  ///   - severities: how much each finding weighs.
  ///   - isStrict: whether warnings make a dossier incomplete as errors do.
  /// - Returns: states, score and findings; the gravest finding first, then by the order of the
  ///   contract's codes, then by the bytes of the path. A finding that `dossier.yaml` accepts
  ///   stays, with the reason, and does not count.
  public static func run(
    index: DossierIndex, profile: Profile, lexicon: Lexicon, severities: SeverityTable,
    isStrict: Bool = false
  ) -> CheckReport {
    let subject = AuditSubject(
      index: index, profile: profile,
      score: ScoreReader.summary(index: index, profile: profile), lexicon: lexicon)
    let acceptances = Acceptances(index.declaration)
    var findings = rules.flatMap { $0.findings(in: subject) }
    for position in findings.indices {
      findings[position].accepted = acceptances.reason(for: findings[position])
    }
    findings += acceptances.unused(by: findings)
    let states = CriterionStates(subject)
    let least: Severity = isStrict ? .warning : .error
    let isComplete = findings.allSatisfy {
      $0.accepted != nil || severities[$0.code] < least
    }
    return CheckReport(
      verdict: isComplete ? .complete : .incomplete,
      items: profile.items.map { item in
        CheckReport.ItemState(
          id: item.id, status: ItemStates.status(of: item, in: subject),
          files: ItemStates.files(of: item, in: subject))
      },
      criteria: profile.leafCriteria.map { states.state(of: $0) }, score: subject.score,
      findings: sorted(findings, severities))
  }

  private static func sorted(_ findings: [Finding], _ severities: SeverityTable) -> [Finding] {
    let order = Dictionary(
      FindingCode.all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ranked = findings.enumerated().map { position, finding in
      Ranked(
        severity: severities[finding.code], rank: order[finding.code] ?? Int.max,
        path: finding.path ?? "", position: position)
    }
    return ranked.sorted().map { findings[$0.position] }
  }

  /// What a finding is sorted by: small, as ten thousands are moved about.
  private struct Ranked: Comparable {
    var severity: Severity
    var rank: Int
    var path: String
    /// The position keeps what is equal in the order of its rule.
    var position: Int

    static func < (left: Ranked, right: Ranked) -> Bool {
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rank != right.rank { return left.rank < right.rank }
      if !left.path.utf8.elementsEqual(right.path.utf8) {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return left.position < right.position
    }
  }
}
