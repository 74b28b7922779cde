/// What a document's text states: facts read from its blocks, with the words they rest on.
///
/// Pure data: made by the functions of this folder from text blocks, a lexicon and a profile,
/// judged by the rules. Every fact keeps the quote it was read from.
public struct DocumentFacts: Sendable, Hashable {
  /// The header block of an administrative document.
  public var header: DocumentHeader {
    get { sharedHeader.value }
    set { sharedHeader = newValue == Self.noHeader.value ? Self.noHeader : Shared(newValue) }
  }
  /// The year the document says it assesses, with the words ("năm 2023").
  public var assessedYear: Stated<Int>?
  /// The school year it names in that role ("năm học 2022-2023"), which is no calendar year.
  public var schoolYear: Stated<SchoolYear>?
  /// Other years the title and text name in the same role, in reading order.
  public var otherYears: [Stated<Int>] = []
  /// Points stated in running text.
  public var points: [PointStatement] = []
  /// The words of a total that was left blank ("Tổng số điểm: ……/100").
  public var blankTotal: String?
  /// Numbers the text gives to criteria the profile does not know ("3d"), points or none.
  public var unknownCriteria: [Stated<String>] = []
  /// Ratings stated in running text, by the profile's rating id.
  public var ratings: [Stated<String>] = []
  /// Ratings that the profile does not have, beside the unit's total.
  public var foreignRatings: [Stated<String>] = []
  /// The levels stated for indicators, in a regime without points.
  public var indicators: [IndicatorLevel] = []
  /// Sums below columns of its tables that are wrong.
  public var columnSums: [ColumnSum] = []
  /// Totals of its tables of points that are wrong, in a regime that gives no points itself.
  public var pointSums: [PointTableSum] = []
  /// Numbers of one statement that do not fit each other.
  public var figureFaults: [FigureFault] = []
  /// How many criteria it says reach a level.
  public var levelCounts: [LevelCount] = []
  /// Whether a row or paragraph gives an indicator two levels.
  public var hasUnsureIndicators = false
  /// The tables that are score sheets.
  public var scoreSheets: [ScoreSheet] = []
  /// Headings with a number.
  public var headings: [NumberedHeading] = []
  /// The criteria it treats one by one, in a regime that leaves their list open.
  public var criterionHeadings: [CriterionHeading] = []
  /// Documents it refers to.
  public var citations: [Citation] = []
  /// Counted claims ("6 cá nhân … Giấy khen").
  public var counts: [CountClaim] = []
  /// Percentages, with the headcount beside them where there is one.
  public var percentages: [PercentClaim] = []
  /// Annexes mentioned, and annexes the document itself carries.
  public var annexes: [AnnexMention] = []
  /// What minutes of a meeting must name.
  public var minutes: MinutesFacts? {
    get { sharedMinutes?.value }
    set { sharedMinutes = newValue.map(Shared.init) }
  }
  /// Evidence codes cited ("H1-1.1-01"), normalized, with the words.
  public var evidenceCodes: [Stated<String>] = []
  /// The rows of its lists of evidence codes.
  public var listedEvidence: [ListedEvidence] = []
  /// How its characters are encoded.
  public var encoding = TextEncodingFacts()
  /// The number of words of current text, counted by us.
  public var wordCount = 0

  // A dossier has thousands of texts without either.
  private var sharedHeader = Self.noHeader
  private var sharedMinutes: Shared<MinutesFacts>?
  private static let noHeader = Shared(DocumentHeader())

  /// Makes empty facts.
  public init() {}
}

/// A school year: from autumn of one calendar year to summer of the next.
public struct SchoolYear: Sendable, Hashable {
  /// The calendar year it begins in.
  public var first: Int
  /// The calendar year it ends in.
  public var last: Int

  /// Makes a school year.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }
}

/// A value together with the words of the document it was read from.
public struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  public var value: Value
  /// The words, as the document has them, white space folded, at most about 160 characters.
  public var quote: String

  /// Pairs a value with its words.
  public init(_ value: Value, quote: String) {
    self.value = value
    self.quote = quote
  }
}

/// A heading that carries a number.
public struct NumberedHeading: Sendable, Hashable {
  /// The style of the number.
  public enum Style: String, Sendable, Hashable { case roman, arabic, letter, decimal }

  /// The style.
  public var style: Style
  /// Its value: 3 for "III", "3", "c".
  public var value: Int
  /// The label as written ("III.").
  public var label: String
  /// The heading's words.
  public var text: String

  /// Makes a heading.
  public init(style: Style, value: Int, label: String, text: String) {
    self.style = style
    self.value = value
    self.label = label
    self.text = text
  }
}

/// What minutes of a meeting name (Nghị định 30/2020/NĐ-CP, Phụ lục III, form 1.10).
public struct MinutesFacts: Sendable, Hashable {
  /// The start of the meeting as written.
  public var start: String?
  /// The day of the meeting.
  public var date: Stated<CalendarDate>?
  /// The place.
  public var place: String?
  /// The chair.
  public var chair: String?
  /// The secretary.
  public var secretary: String?
  /// The end of the meeting as written.
  public var end: String?

  /// Makes empty facts.
  public init() {}
}

/// How the characters of a text are encoded.
public struct TextEncodingFacts: Sendable, Hashable {
  /// Combining marks that NFC would have composed.
  public var decomposedMarks = 0
  /// Characters that are precomposed (and so are not NFD).
  public var precomposedMarks = 0
  /// No-break spaces.
  public var noBreakSpaces = 0
  /// Words of a passage in a legacy 8-bit encoding, or nothing.
  public var legacySample: String?

  /// Makes empty facts.
  public init() {}

  /// Whether the text is neither NFC nor NFD throughout.
  public var isHalfDecomposed: Bool { decomposedMarks > 0 && precomposedMarks > 0 }
}
