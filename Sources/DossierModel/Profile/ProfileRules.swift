/// How points become a rating.
public struct Scoring: Sendable, Hashable {
  /// A rating with the fewest points it asks for.
  public struct Rating: Sendable, Hashable {
    /// The identifier ("tot").
    public var id: String
    /// Its name.
    public var title: LocalizedText
    /// Words by which a text states it.
    public var words: [String]
    /// The fewest points.
    public var minimum: Points

    /// Makes a rating.
    public init(id: String, title: LocalizedText, words: [String], minimum: Points) {
      self.id = id
      self.title = title
      self.words = words
      self.minimum = minimum
    }
  }

  /// The most points there are.
  public var maximum: Points
  /// The ratings, best first; the last has a minimum of zero.
  public var ratings: [Rating]

  /// Makes a scoring.
  public init(maximum: Points, ratings: [Rating]) {
    self.maximum = maximum
    self.ratings = ratings
  }

  /// The rating for a total.
  public func rating(for total: Points) -> Rating? { ratings.first { total >= $0.minimum } }
}

/// The dates a dossier must keep.
public struct DateRules: Sendable, Hashable {
  /// A day of the year, counted from the assessed year.
  public struct YearDay: Sendable, Hashable {
    /// Years after the assessed year.
    public var yearsAfter: Int
    /// The month.
    public var month: Int
    /// The day.
    public var day: Int

    /// Makes a day.
    public init(yearsAfter: Int, month: Int, day: Int) {
      self.yearsAfter = yearsAfter
      self.month = month
      self.day = day
    }

    /// The date for an assessed year.
    public func date(for year: Int) -> CalendarDate? {
      CalendarDate(year: year + yearsAfter, month: month, day: day)
    }
  }

  /// The last day to send the report.
  public var deadline: YearDay?
  /// The first day a document about the year may bear.
  public var earliest: YearDay?
  /// The last day a document about the year may bear.
  public var latest: YearDay?
  /// So many years before the assessed one the evidence of a year may be.
  public var evidenceYears = 1
  /// Items whose dates must not run backwards, in their order ("plan", "minutes", "report").
  public var order: [String]

  /// Makes the rules.
  public init(
    deadline: YearDay? = nil, earliest: YearDay? = nil, latest: YearDay? = nil, order: [String] = []
  ) {
    self.deadline = deadline
    self.earliest = earliest
    self.latest = latest
    self.order = order
  }
}
