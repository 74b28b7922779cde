/// What bounds the reading of one document.
enum DocumentLimits {
  /// A part that holds properties, relationships, settings or styles.
  static let metadataPart = 16 << 20
  /// A part that holds text.
  static let textPart = 256 << 20
  /// A text part that is larger than this and packed more than `bombRatio` times is a bomb.
  static let bombFloor = 32 << 20
  static let bombRatio: UInt64 = 200
  /// Parts up to this size are inflated in one piece.
  static let wholePart = 1 << 20
  /// The memory that the text of a document may take until its facts are read.
  static let text = 13 << 20
  /// Text is gone through for flags up to so many bytes, with 96 more for each paragraph and cell,
  /// also where it is no longer kept.
  static let passed = 24 << 20
  static let passedItem = 96
  static let passedBlank = 16
  /// The longest text of a property; an honest one has some thousand bytes.
  static let propertyText = 1 << 20
  /// What a cell takes beside its text.
  static let cellCost = 150
  /// The memory that the shared strings of a workbook may take.
  static let strings = 8 << 20

  /// The memory that a paragraph takes: a word of it costs some fifty bytes once it is folded.
  static func cost(ofText bytes: Int) -> Int { 250 + bytes * 10 }
  /// The longest paragraph in bytes: to fold it takes more for a time than what is kept of it.
  static let paragraph = 1 << 19
  /// The memory that each word or sign takes beside its text.
  static let wordCost = 48
  /// Behind so many bytes a word is longer than any of a language; each further one takes as much.
  static let word = 64
  static let longWordCost = 32

  /// How many values a list of details keeps.
  static let details = 1000
  /// How many parts of one kind (slides, sheets, headers, relationships) are read.
  static let parts = 2000
}
