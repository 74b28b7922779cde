import DossierModel
import Foundation

/// A path inside a bag, by its bytes: "/" between the parts, no leading "./".
///
/// Two paths are equal only where their bytes are; `String` would take NFC and NFD for one.
public struct BagPath: Sendable, Hashable, Comparable {
  /// The bytes; UTF-8 wherever the name was text.
  public let bytes: [UInt8]

  /// Takes bytes as they are.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Takes a text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Feeds eight bytes at a time: a manifest of 100,000 lines is looked up twice.
  public func hash(into hasher: inout Hasher) {
    var word: UInt64 = 0
    var filled = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        hasher.combine(word)
        word = 0
        filled = 0
      }
    }
    hasher.combine(word)
    hasher.combine(bytes.count)
  }

  /// Orders by bytes.
  public static func < (left: BagPath, right: BagPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The path as text, or nothing where the bytes are no UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The path for people: control and invisible characters escaped, bad bytes replaced.
  public var shown: String { Shown.path(bytes) }

  /// Whether every byte is ASCII.
  public var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

  /// The path in normalization form C (RFC 8493 §6.1.1.3); itself where it is no UTF-8.
  public var composed: BagPath {
    guard !isASCII, let text, !VisibleText.hasEndlessMarks(text) else { return self }
    return BagPath(text.precomposedStringWithCanonicalMapping)
  }

  /// What a file system that ignores case and normalization takes for the same name.
  public var folded: BagPath {
    if isASCII {
      return BagPath(bytes: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    }
    guard let text, !VisibleText.hasEndlessMarks(text) else { return self }
    // Upper, then lower: both "ß" and "SS", both "ſ" and "s" come out alike.
    return BagPath(text.uppercased().lowercased().precomposedStringWithCanonicalMapping)
  }

  /// Whether the path lies in the payload folder.
  public var isPayload: Bool { bytes.starts(with: BagPath.payloadPrefix) }

  static let payloadPrefix = Array("data/".utf8)

  /// The part after the last slash.
  public var lastPart: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }
}
