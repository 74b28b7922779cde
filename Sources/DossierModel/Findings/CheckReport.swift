/// What `hoso check` found: states, scores and findings, without words.
public struct CheckReport: Sendable {
  /// Whether the dossier can be accepted as it is.
  public enum Verdict: String, Sendable, Codable { case complete, incomplete }

  /// An item and how it stands.
  public struct ItemState: Sendable {
    /// How an item stands.
    public enum Status: String, Sendable, Codable { case present, missing, ambiguous, unreadable }

    /// The item's id.
    public var id: String
    /// How it stands.
    public var status: Status
    /// The files.
    public var files: [String]

    /// Makes a state.
    public init(id: String, status: Status, files: [String]) {
      self.id = id
      self.status = status
      self.files = files
    }
  }

  /// A leaf criterion and how it stands.
  public struct CriterionState: Sendable {
    /// How a criterion stands.
    public enum Status: String, Sendable, Codable {
      case supported, unsupported
      case notClaimed = "not-claimed"
    }

    /// The criterion's code.
    public var code: String
    /// The points claimed, where a document states them.
    public var claimed: Points?
    /// The evidence files.
    public var evidence: [String]
    /// How it stands.
    public var status: Status

    /// Makes a state.
    public init(code: String, claimed: Points?, evidence: [String], status: Status) {
      self.code = code
      self.claimed = claimed
      self.evidence = evidence
      self.status = status
    }
  }

  /// The verdict.
  public var verdict: Verdict
  /// The items in the profile's order.
  public var items: [ItemState]
  /// The leaf criteria in the profile's order.
  public var criteria: [CriterionState]
  /// The score.
  public var score: ScoreSummary
  /// The findings, the gravest first.
  public var findings: [Finding]

  /// Makes a report.
  public init(
    verdict: Verdict, items: [ItemState], criteria: [CriterionState], score: ScoreSummary,
    findings: [Finding]
  ) {
    self.verdict = verdict
    self.items = items
    self.criteria = criteria
    self.score = score
    self.findings = findings
  }
}

/// The points of a dossier: what is claimed, and what the parts add up to.
public struct ScoreSummary: Sendable, Hashable {
  /// A group of criteria.
  public struct Group: Sendable, Hashable {
    /// The group's code.
    public var code: String
    /// What the documents claim for it.
    public var claimed: Points?
    /// What its criteria add up to, where all are stated; else what is claimed for the group.
    public var computed: Points?
    /// The maximum.
    public var maximum: Points?

    /// Makes a group.
    public init(code: String, claimed: Points?, computed: Points?, maximum: Points?) {
      self.code = code
      self.claimed = claimed
      self.computed = computed
      self.maximum = maximum
    }
  }

  /// The total claimed.
  public var claimed: Points?
  /// What the groups, or the criteria, add up to, where all are stated.
  public var computed: Points?
  /// The rating claimed, by id.
  public var claimedRating: String?
  /// The rating that the computed total, else the claimed one, gives.
  public var computedRating: String?
  /// The groups in the profile's order.
  public var groups: [Group] = []
  /// Points claimed by criterion code, from the score sheet, else from the report.
  public var criteria: [String: Points] = [:]

  /// Makes an empty summary.
  public init() {}
}
