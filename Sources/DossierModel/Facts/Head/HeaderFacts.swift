/// The header block (Nghị định 30/2020/NĐ-CP, Phụ lục I).
public struct DocumentHeader: Sendable, Hashable {
  /// The superior body ("UBND HUYỆN NAM SÁCH").
  public var superiorBody: String?
  /// The issuing body ("TRƯỜNG TIỂU HỌC AN SƠN").
  public var issuingBody: String?
  /// Whether the Party's name stands where the state's does elsewhere.
  public var isOfParty = false
  /// The number and notation ("12/BC-THAS").
  public var notation: Notation?
  /// Whether the document has a line for number and notation, filled or not.
  public var hasNotationLine = false
  /// The place of issue ("An Sơn").
  public var place: String?
  /// The date of issue.
  public var date: Stated<CalendarDate>?
  /// The words of a date line that is there but names no day: a part is blank, or the calendar has
  /// no such day.
  public var incompleteDate: String?
  /// Whether nothing is blank in `incompleteDate`: "ngày 31 tháng 02 năm 2025".
  public var isUnrealDate = false
  /// The words of a line of place and date that is not in the form of a document: "An Sơn, 14/01/2025".
  public var informalDate: String?
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

  /// The type and the bodies in the symbol ("BC", "THAS").
  var symbolParts: [Substring] { symbol.split { "-/".contains($0) } }

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
