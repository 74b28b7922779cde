/// Points that a sentence states.
public struct PointStatement: Sendable, Hashable {
  /// What the points are for.
  public enum Subject: Sendable, Hashable {
    case total
    /// A criterion or group of the profile, by code.
    case criterion(String)
    /// A number the text gives to a criterion that the profile does not know.
    case unknown(String)
    /// Points that could not be tied to anything.
    case unclear
  }

  /// What they are for.
  public var subject: Subject
  /// The points.
  public var points: Points
  /// The maximum stated beside them ("30/30"), where there is one.
  public var maximum: Points?
  /// The words.
  public var quote: String

  /// Makes a statement.
  public init(subject: Subject, points: Points, maximum: Points?, quote: String) {
    self.subject = subject
    self.points = points
    self.maximum = maximum
    self.quote = quote
  }
}

/// The level that a document states for one indicator.
public struct IndicatorLevel: Sendable, Hashable {
  /// Its number ("1.2"); empty where a table gives none, and only the title says which it is.
  public var code: String
  /// The words of its title, folded.
  public var title: String
  /// The level, by the profile's id.
  public var level: String
  /// The words.
  public var quote: String

  /// Makes a statement.
  public init(code: String, title: String = "", level: String, quote: String) {
    self.code = code
    self.title = title
    self.level = level
    self.quote = quote
  }
}

/// How many criteria a document says reach a level, in a regime without points.
public struct LevelCount: Sendable, Hashable {
  /// The level, by the profile's id; nothing where only the number of criteria is stated.
  public var level: String?
  /// Whether those are meant that do not reach it.
  public var isBelow = false
  /// How many.
  public var count: Int
  /// Of how many, where it says so ("11/12").
  public var whole: Int?
  /// The standard whose criteria are counted; nothing where all are.
  public var standard: String?
  /// Whether no level is named, and the words say that so many criteria reach what is asked.
  public var isReached = false
  /// The words.
  public var quote: String

  /// Makes a count.
  public init(
    level: String?, isBelow: Bool = false, count: Int, whole: Int? = nil, standard: String? = nil,
    quote: String
  ) {
    self.level = level
    self.isBelow = isBelow
    self.count = count
    self.whole = whole
    self.standard = standard
    self.quote = quote
  }
}

/// A table that scores the criteria.
public struct ScoreSheet: Sendable, Hashable {
  /// One row of it.
  public struct Row: Sendable, Hashable {
    /// The code in the profile, where the row could be mapped.
    public var code: String?
    /// The label and wording as written.
    public var written: String
    /// The stated maximum.
    public var maximum: Points?
    /// The self-scored points.
    public var points: Points?
    /// What stands in the points cell where it is no number.
    public var unreadablePoints: String?
    /// What the evidence column says.
    public var evidence: String?

    /// Makes a row.
    public init(
      code: String?, written: String, maximum: Points? = nil, points: Points? = nil,
      unreadablePoints: String? = nil, evidence: String? = nil
    ) {
      self.code = code
      self.written = written
      self.maximum = maximum
      self.points = points
      self.unreadablePoints = unreadablePoints
      self.evidence = evidence
    }
  }

  /// Its rows in order, groups and criteria alike, without the total.
  public var rows: [Row]
  /// The total row, where there is one.
  public var total: Row?
  /// The number of score rows that could not be mapped to the profile.
  public var unmappedRows: Int

  /// Makes a sheet.
  public init(rows: [Row], total: Row?, unmappedRows: Int = 0) {
    self.rows = rows
    self.total = total
    self.unmappedRows = unmappedRows
  }
}
