/// A document that the text refers to.
public struct Citation: Sendable, Hashable {
  /// How the text refers to it, the firmest first.
  public enum Basis: String, Sendable, Hashable {
    /// By number or notation.
    case notation
    /// By title, in a list of evidence.
    case evidenceList
    /// By title, in a sentence that says it was made ("xây dựng kế hoạch …").
    case mention
    /// By words that name no type of document, in a list of evidence ("Ảnh phòng máy tính"): they
    /// place a file that is so called, and ask for none.
    case named
  }

  /// The type's abbreviation by the lexicon ("TT", "QĐ", "KH"), where known.
  public var typeAbbreviation: String?
  /// Whether it stands in a list of evidence ("Minh chứng: …").
  public var isListed = false
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
  /// Whose document the text says it is ("… của Liên đoàn Lao động tỉnh"); empty where its line ends
  /// before the name.
  public var issuer: String?
  /// How the text refers to it.
  public var basis: Basis = .notation
  /// Whether a code of evidence stands beside it, which says more surely which file is meant.
  public var isCoded = false
  /// The piece of a list of evidence that it is read from.
  public var piece: String?
  /// The words.
  public var quote: String

  /// Makes a citation.
  public init(
    typeAbbreviation: String?, notation: Notation?, date: CalendarDate?, title: String?,
    isLegalAct: Bool, criterion: String? = nil, issuer: String? = nil, quote: String
  ) {
    self.typeAbbreviation = typeAbbreviation
    self.notation = notation
    self.date = date
    self.title = title
    self.isLegalAct = isLegalAct
    self.criterion = criterion
    self.issuer = issuer
    self.quote = quote
  }
}

/// A number of people or things the text claims.
public struct CountClaim: Sendable, Hashable {
  /// What is counted, by the lexicon's id ("giay-khen", "cstd-co-so"), or its folded words.
  public var subject: String
  /// What is counted in the document's words, where the lexicon has none.
  public var name: String?
  /// What qualifies it, in the lexicon's ids, sorted (level, year): only equal ones are compared.
  public var qualifiers: [String]
  /// The number.
  public var count: Int
  /// The words.
  public var quote: String

  /// Makes a claim.
  public init(
    subject: String, name: String? = nil, qualifiers: [String], count: Int, quote: String
  ) {
    self.subject = subject
    self.name = name
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
