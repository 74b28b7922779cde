/// The words of administrative documents (Nghị định 30/2020/NĐ-CP) and of their scoring, as data.
///
/// The reading functions know the forms; every word they look for comes from here. A `FactReader`
/// compiles it once; a missing group of words only means that nothing is found by it.
public struct Lexicon: Sendable, Hashable {
  /// A type of administrative document.
  public struct DocumentType: Sendable, Hashable {
    /// The abbreviation in a notation ("BC"); empty for a type that has none.
    public var abbreviation: String
    /// Its name as written above the subject ("BÁO CÁO").
    public var name: String
    /// Other names of the same type.
    public var otherNames: [String]
    /// Names used in citations only ("CV").
    public var citedNames: [String]
    /// Whether it is known by citations only and never names the document at hand.
    public var isCitedOnly: Bool
    /// Whether it is a legal act that no dossier contains (law, decree, circular).
    public var isLegalAct: Bool
    /// Whether a line below its subject names who decides ("HIỆU TRƯỞNG TRƯỜNG …").
    public var hasAuthorityLine: Bool

    /// Makes a type.
    public init(
      abbreviation: String, name: String, otherNames: [String] = [], citedNames: [String] = [],
      isCitedOnly: Bool = false, isLegalAct: Bool = false, hasAuthorityLine: Bool = false
    ) {
      self.abbreviation = abbreviation
      self.name = name
      self.otherNames = otherNames
      self.citedNames = citedNames
      self.isCitedOnly = isCitedOnly
      self.isLegalAct = isLegalAct
      self.hasAuthorityLine = hasAuthorityLine
    }
  }

  /// Words known by an identifier: a thing that is counted, or what qualifies it.
  public struct Entry: Sendable, Hashable {
    /// The identifier ("giay-khen").
    public var id: String
    /// Its wordings.
    public var words: [String]

    /// Makes an entry.
    public init(id: String, words: [String]) {
      self.id = id
      self.words = words
    }
  }

  /// Numbers in words.
  public struct Numerals: Sendable, Hashable {
    /// The digits.
    public var digits: [String: Int] = [:]
    /// Ten by itself.
    public var ten: [String] = []
    /// What turns a digit into tens.
    public var tens: [String] = []
    /// What turns a digit into hundreds.
    public var hundred: [String] = []
    /// What stands for an empty place.
    public var filler: [String] = []
    /// One half more.
    public var half: [String] = []
    /// The decimal sign in words.
    public var fraction: [String] = []
    /// The places of a list, behind "thứ".
    public var ordinals: [String: Int] = [:]

    /// Makes empty numerals.
    public init() {}
  }

  /// The types of documents.
  public var documentTypes: [DocumentType] = []
  /// The last parts of notations that tell an act of the state's highest bodies.
  public var legalOrgans: [String] = []
  /// Types of acts whose notation names the year behind the number.
  public var yearTypes: [String] = []
  /// The abbreviation of the act that founds a council or board ("QĐ").
  public var foundingType: String?
  /// What is counted, with its wordings.
  public var countSubjects: [Entry] = []
  /// What qualifies a count: a level, a group of people.
  public var countQualifiers: [Entry] = []
  /// Numbers in words.
  public var numerals = Numerals()
  /// Every other group of words, by key ("numberLabel", "day", "points", …).
  public var words: [String: [String]] = [:]

  /// Makes an empty lexicon.
  public init() {}

  /// The words under a key; empty where the key is unknown.
  public subscript(key: String) -> [String] { words[key] ?? [] }
}
