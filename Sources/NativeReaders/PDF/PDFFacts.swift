/// One entry of a PDF's information dictionary.
public struct PDFInfoEntry: Sendable, Hashable {
  /// The key without its slash ("Title", "ModDate").
  public var key: String
  /// The value as Unicode, cut at a limit.
  public var value: String

  /// Makes an entry.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// One signature dictionary of a PDF: present, not verified.
public struct PDFSignature: Sendable, Hashable {
  /// The name of the signer, as the dictionary states it.
  public var name: String?
  /// The time of signing as the PDF writes dates.
  public var date: String?
  /// The way it is signed ("adbe.pkcs7.detached").
  public var subFilter: String?
}

/// What one PDF says of itself.
public struct PDFFacts: Sendable, Hashable {
  /// How a PDF is locked.
  public enum Encryption: Sendable, Hashable {
    case none
    /// It opens without a password; what may be done with it is restricted.
    case restricted
  }

  /// The version in the header ("1.7").
  public var version = ""
  /// The number of pages, or nothing where the page tree cannot be followed.
  public var pageCount: Int?
  /// The language of the document, as its catalogue states it.
  public var language: String?
  /// The information dictionary, in the order of its keys.
  public var info: [PDFInfoEntry] = []
  /// The XMP packet, cut at a limit.
  public var xmp: [UInt8]?
  /// How it is locked.
  public var encryption = Encryption.none
  /// The signature dictionaries with a byte range, in the order of the form's fields.
  public var signatures: [PDFSignature] = []
  /// The names of embedded files.
  public var embeddedFiles: [String] = []
  /// The kinds of actions that run a program or reach outside ("JavaScript", "Launch").
  public var actions: [String] = []
  /// How many notes people left on the pages that were inspected.
  public var noteCount = 0
  /// Whether a page shows text; nothing where that could not be decided within the limits.
  public var hasTextLayer: Bool?
  /// Whether it surely shows text, and none in an encoding from before Unicode, where that was asked
  /// for.
  public var isPlainText = false
  /// The straight lines on each page, by its number from 1, where they were asked for and are
  /// enough for a table.
  public var rulings: [Int: [PDFRuling]] = [:]
  /// What the library had to mend, if anything.
  public var repair: String?

  /// Makes empty facts.
  public init() {}
}

/// Why a PDF could not be opened.
public struct PDFError: Error, Sendable {
  /// What kind of obstacle it is.
  public enum Code: Sendable {
    /// It opens only with a password, or in a way of locking that is not known here.
    case locked
    case damaged
    case io
    case tooLarge
  }

  /// What kind of obstacle it is.
  public var code: Code
  /// What the library said.
  public var detail: String
}
