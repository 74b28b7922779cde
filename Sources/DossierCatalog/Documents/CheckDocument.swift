public import DossierModel

/// The answer of `hoso check --format json` (`hoso.check/1`).
///
/// Codes, keys and file names never change with the language; titles, messages and remedies do.
public struct CheckDocument: Codable, Sendable {
  /// A profile's id and title.
  public struct ProfilePart: Codable, Sendable {
    /// The identifier.
    public var id: String
    /// The title.
    public var title: String
    /// Whether it is none of the built-in ones, be it of the same name; absent where it is one.
    public var own: Bool?
  }

  /// An item and how it stands.
  public struct Item: Codable, Sendable {
    /// The identifier.
    public var id: String
    /// The title.
    public var title: String
    /// `present`, `missing`, `ambiguous` or `unreadable`.
    public var status: String
    /// The paths.
    public var files: [String]
  }

  /// A criterion and how it stands.
  public struct CriterionPart: Codable, Sendable {
    /// The code.
    public var code: String
    /// The title.
    public var title: String
    /// The most points; nothing in a regime without points.
    @Nullable public var maximum: Points?
    /// The points claimed.
    @Nullable public var claimed: Points?
    /// The paths of its evidence.
    public var evidence: [String]
    /// `supported`, `unsupported` or `not-claimed`.
    public var status: String
  }

  /// Points and rating.
  public struct Score: Codable, Sendable {
    /// The rating by its two sources.
    public struct Rating: Codable, Sendable {
      /// The rating the documents state, by id.
      @Nullable public var claimed: String?
      /// The rating the points give, by id.
      @Nullable public var computed: String?
    }

    /// A group of criteria.
    public struct Group: Codable, Sendable {
      /// The code.
      public var code: String
      /// The points claimed.
      @Nullable public var claimed: Points?
      /// What its criteria add up to.
      @Nullable public var computed: Points?
      /// The most points.
      @Nullable public var maximum: Points?
    }

    /// The total claimed.
    @Nullable public var claimed: Points?
    /// What the parts add up to.
    @Nullable public var computed: Points?
    /// The rating.
    public var rating: Rating
    /// The groups.
    public var groups: [Group]
  }

  /// A finding in words.
  public struct FindingPart: Codable, Sendable {
    /// Words of a file.
    public struct Quote: Codable, Sendable {
      /// The path.
      public var path: String
      /// The words.
      public var text: String
    }

    /// The code.
    public var code: String
    /// `error`, `warning` or `note`.
    public var severity: String
    /// The sentence.
    public var message: String
    /// The path it concerns.
    @Nullable public var path: String?
    /// The criterion it concerns.
    @Nullable public var criterion: String?
    /// What it rests on.
    public var quotes: [Quote]
    /// What to do.
    public var remedy: String
    /// The reason for which it is accepted.
    @Nullable public var accepted: String?
  }

  /// `hoso.check/1`.
  public var schema: String
  /// `complete` or `incomplete`.
  public var verdict: String
  /// The profile.
  public var profile: ProfilePart
  /// The assessed year.
  @Nullable public var year: Int?
  /// The unit.
  @Nullable public var unit: String?
  /// The items in the profile's order.
  public var items: [Item]
  /// The criteria in the profile's order.
  public var criteria: [CriterionPart]
  /// The score.
  public var score: Score
  /// The findings, the gravest first.
  public var findings: LongList<FindingPart>
}

extension CheckDocument {
  /// Puts a report into words.
  public init(
    report: CheckReport, index: DossierIndex, profile: Profile, catalog: Catalog,
    language: Language
  ) {
    schema = "hoso.check/1"
    verdict = report.verdict.rawValue
    self.profile = ProfilePart(id: profile.id, title: profile.title[language])
    _year = Nullable(wrappedValue: index.year)
    _unit = Nullable(wrappedValue: index.unit)
    items = report.items.map { state in
      Item(
        id: state.id, title: profile.item(state.id)?.title[language] ?? state.id,
        status: state.status.rawValue, files: state.files)
    }
    criteria = report.criteria.map { state in
      let criterion = profile.criterion(state.code)
      return CriterionPart(
        code: state.code, title: criterion?.title[language] ?? state.code,
        maximum: criterion?.maximum, claimed: state.claimed, evidence: state.evidence,
        status: state.status.rawValue)
    }
    score = Score(report.score)
    findings = LongList(count: report.findings.count) { position in
      FindingPart(catalog.word(report.findings[position], language: language, profile: profile))
    }
  }
}

extension CheckDocument.Score {
  /// Takes over a summary.
  public init(_ summary: ScoreSummary) {
    self.init(
      claimed: summary.claimed, computed: summary.computed,
      rating: Rating(claimed: summary.claimedRating, computed: summary.computedRating),
      groups: summary.groups.map {
        Group(code: $0.code, claimed: $0.claimed, computed: $0.computed, maximum: $0.maximum)
      })
  }
}

extension CheckDocument.FindingPart {
  /// Takes over a finding in words.
  public init(_ worded: WordedFinding) {
    let finding = worded.finding
    self.init(
      code: finding.code.rawValue, severity: worded.severity.rawValue, message: worded.message,
      path: finding.path, criterion: finding.criterion,
      quotes: finding.quotes.map { Quote(path: $0.path, text: $0.text) }, remedy: worded.remedy,
      accepted: finding.accepted)
  }
}
