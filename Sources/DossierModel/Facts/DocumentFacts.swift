/// What a document's text states: facts read from its blocks, with the words they rest on.
///
/// Pure data: made by the functions of this folder from text blocks, a lexicon and a profile,
/// judged by the rules. Every fact keeps the quote it was read from.
public struct DocumentFacts: Sendable, Hashable {
  /// The header block of an administrative document.
  public var header = DocumentHeader()
  /// The year the document says it assesses, with the words ("năm 2023").
  public var assessedYear: Stated<Int>?
  /// The school year it names in that role ("năm học 2022-2023"), which is no calendar year.
  public var schoolYear: Stated<SchoolYear>?
  /// Other years the title and text name in the same role, in reading order.
  public var otherYears: [Stated<Int>] = []
  /// Points stated in running text.
  public var points: [PointStatement] = []
  /// Numbers the text gives to criteria the profile does not know ("3d"), points or none.
  public var unknownCriteria: [Stated<String>] = []
  /// Ratings stated in running text, by the profile's rating id.
  public var ratings: [Stated<String>] = []
  /// The tables that are score sheets.
  public var scoreSheets: [ScoreSheet] = []
  /// Headings with a number.
  public var headings: [NumberedHeading] = []
  /// Documents it refers to.
  public var citations: [Citation] = []
  /// Counted claims ("6 cá nhân … Giấy khen").
  public var counts: [CountClaim] = []
  /// Percentages, with the headcount beside them where there is one.
  public var percentages: [PercentClaim] = []
  /// Annexes mentioned, and annexes the document itself carries.
  public var annexes: [AnnexMention] = []
  /// What minutes of a meeting must name.
  public var minutes: MinutesFacts?
  /// Evidence codes cited ("H1-1.1-01"), normalized, with the words.
  public var evidenceCodes: [Stated<String>] = []
  /// How its characters are encoded.
  public var encoding = TextEncodingFacts()
  /// The number of words of current text, counted by us.
  public var wordCount = 0

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

/// The header block (Nghị định 30/2020/NĐ-CP, Phụ lục I).
public struct DocumentHeader: Sendable, Hashable {
  /// The superior body ("UBND HUYỆN NAM SÁCH").
  public var superiorBody: String?
  /// The issuing body ("TRƯỜNG TIỂU HỌC AN SƠN").
  public var issuingBody: String?
  /// The number and notation ("12/BC-THAS").
  public var notation: Notation?
  /// Whether the document has a line for number and notation, filled or not.
  public var hasNotationLine = false
  /// The place of issue ("An Sơn").
  public var place: String?
  /// The date of issue.
  public var date: Stated<CalendarDate>?
  /// The words of a date line that is there but names no whole date (blank day or number).
  public var incompleteDate: String?
  /// The type's name as written ("BÁO CÁO").
  public var typeName: String?
  /// The type's abbreviation by the lexicon ("BC"), from the name, else from the notation.
  public var typeAbbreviation: String?
  /// The subject (trích yếu).
  public var subject: String?
  /// The signer's authority mark, position and name, as far as the text gives them.
  public var signer: Signer?
  /// The lines under "Nơi nhận".
  public var recipients: [String] = []

  /// Makes an empty header.
  public init() {}
}

/// Number and notation of a document.
public struct Notation: Sendable, Hashable {
  /// The words as written, white space folded ("12/BC- THAS").
  public var written: String
  /// The number, where there is one.
  public var number: Int?
  /// The notation without the number, spaces taken out, dashes unified ("BC-THAS").
  public var symbol: String

  /// Makes a notation.
  public init(written: String, number: Int?, symbol: String) {
    self.written = written
    self.number = number
    self.symbol = symbol
  }

  /// The form to compare by: number and symbol, folded.
  public var key: String { "\(number.map(String.init) ?? "")/\(symbol.uppercased())" }
}

/// Who signed, as the text says.
public struct Signer: Sendable, Hashable {
  /// The authority mark ("TM.", "KT.", "Q.", "TL.", "TUQ.").
  public var authority: String?
  /// The position ("HIỆU TRƯỞNG").
  public var position: String?
  /// The name.
  public var name: String?

  /// Makes a signer.
  public init(authority: String? = nil, position: String? = nil, name: String? = nil) {
    self.authority = authority
    self.position = position
    self.name = name
  }
}

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

/// A document that the text refers to.
public struct Citation: Sendable, Hashable {
  /// The type's abbreviation by the lexicon ("TT", "QĐ", "KH"), where known.
  public var typeAbbreviation: String?
  /// Its number and notation as far as stated.
  public var notation: Notation?
  /// Its date.
  public var date: CalendarDate?
  /// Its title or subject words, where the citation is by title only.
  public var title: String?
  /// Whether it is a legal act of a higher body that no dossier contains (law, decree, circular, …).
  public var isLegalAct: Bool
  /// The criterion in whose section or row it stands.
  public var criterion: String?
  /// The words.
  public var quote: String

  /// Makes a citation.
  public init(
    typeAbbreviation: String?, notation: Notation?, date: CalendarDate?, title: String?,
    isLegalAct: Bool, criterion: String? = nil, quote: String
  ) {
    self.typeAbbreviation = typeAbbreviation
    self.notation = notation
    self.date = date
    self.title = title
    self.isLegalAct = isLegalAct
    self.criterion = criterion
    self.quote = quote
  }
}

/// A number of people or things the text claims.
public struct CountClaim: Sendable, Hashable {
  /// What is counted, by the lexicon's id ("giay-khen", "cstd-co-so").
  public var subject: String
  /// What qualifies it, in the lexicon's ids, sorted (level, year): only equal ones are compared.
  public var qualifiers: [String]
  /// The number.
  public var count: Int
  /// The words.
  public var quote: String

  /// Makes a claim.
  public init(subject: String, qualifiers: [String], count: Int, quote: String) {
    self.subject = subject
    self.qualifiers = qualifiers
    self.count = count
    self.quote = quote
  }
}

/// A percentage the text claims.
public struct PercentClaim: Sendable, Hashable {
  /// The percentage in hundredths.
  public var hundredths: Int
  /// Whether a headcount stands beside it ("32/32", "100% (32 người)").
  public var hasCount: Bool
  /// The words.
  public var quote: String

  /// Makes a claim.
  public init(hundredths: Int, hasCount: Bool, quote: String) {
    self.hundredths = hundredths
    self.hasCount = hasCount
    self.quote = quote
  }
}

/// An annex, mentioned or carried.
public struct AnnexMention: Sendable, Hashable {
  /// Its number or name as written, where it has one.
  public var label: String?
  /// Whether this is the annex itself (a heading), not a reference to it.
  public var isHeading: Bool
  /// The words.
  public var quote: String

  /// Makes a mention.
  public init(label: String?, isHeading: Bool, quote: String) {
    self.label = label
    self.isHeading = isHeading
    self.quote = quote
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
