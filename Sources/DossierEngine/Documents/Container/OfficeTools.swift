import ArchiveIO
import XMLPull

/// The parser and buffers of one task, used again from file to file.
final class OfficeTools {
  let xml = XMLReader(vocabulary: .office)
  var entries = ZIPEntryReader()
}

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
  /// The cost of the text that is kept: its bytes, and so many for each paragraph and cell.
  static let text = 24 << 20
  static let paragraphCost = 96
  static let cellCost = 96
  /// How many values a list of details keeps.
  static let details = 1000
  /// How many parts of one kind (slides, sheets, headers, relationships) are read.
  static let parts = 2000
}
