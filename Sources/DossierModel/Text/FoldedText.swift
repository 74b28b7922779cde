/// A text cut into words, numbers and signs, each folded for comparison.
///
/// Folding makes equal what a reader takes for equal: composed and decomposed letters, Đ and Ð,
/// any white space, either place of the tone (hòa, hoà), capitals and small letters. It keeps y and
/// i apart (quý, quí). Every token remembers where it stands, so that a quote shows the document's
/// own words. A folded word is ASCII: base letters, shape digits, the tone's digit at the end
/// ("hoa2", "d9anh1").
public struct FoldedText: Sendable, Hashable {
  /// The text as it was given.
  public let source: String
  /// Its tokens in order.
  public let tokens: [FoldedToken]

  /// Folds a text.
  ///
  /// - Parameter text: any text; time and memory are linear in its length.
  public init(_ text: String) {
    source = text
    var scanner = FoldingScanner(text)
    tokens = scanner.scan()
  }

  /// A text with the tokens that were made of it.
  init(source: String, tokens: [FoldedToken]) {
    self.source = source
    self.tokens = tokens
  }

  /// The folded words and numbers with a space between them, signs left out: the form to compare by.
  public var key: String {
    tokens.lazy.filter { $0.kind != .sign }.map(\.folded).joined(separator: " ")
  }

  /// Whether it has neither word nor number.
  public var isBlank: Bool { !tokens.contains { $0.kind != .sign } }

  /// The words of the document that some tokens stand for, white space folded.
  ///
  /// - Parameters:
  ///   - range: token positions.
  ///   - limit: the most characters; a longer quote ends in "…".
  public func quote(_ range: Range<Int>, limit: Int = 160) -> String {
    Self.tidy(slice(range), limit: limit)
  }

  /// The part of the source that some tokens stand for, as it is.
  public func slice(_ range: Range<Int>) -> Substring {
    let bounded = range.clamped(to: 0..<tokens.count)
    guard !bounded.isEmpty else { return "" }
    let bytes = source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: tokens[bounded.lowerBound].start)
    let end = bytes.index(bytes.startIndex, offsetBy: tokens[bounded.upperBound - 1].end)
    return source[start..<end]
  }

  /// The source with every dash as "-" and every blank as " ", and nothing that is not seen.
  var plain: String {
    guard source.unicodeScalars.contains(where: { Self.plain($0) != $0 }) else { return source }
    return String(String.UnicodeScalarView(source.unicodeScalars.compactMap(Self.plain)))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value > 0x20 else { return scalar.isBlank ? " " : nil }
    switch scalar.value {
    case 0x21...0x7E: return scalar
    case 0x2010...0x2015, 0x2212: return "-"
    default:
      if scalar.isBlank { return " " }
      return FoldingScanner.isInvisible(scalar) ? nil : scalar
    }
  }

  /// The whole text as a quote.
  public var quote: String { quote(0..<tokens.count) }

  /// Folds white space and cuts what is too long.
  static func tidy(_ text: Substring, limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      let isBlank = scalar.isBlank
      if isBlank || FoldingScanner.isInvisible(scalar) {
        isPending = isPending || (isBlank && !scalars.isEmpty)
        continue
      }
      if isPending { scalars.append(" ") }
      isPending = false
      scalars.append(scalar)
    }
    let tidied = String(scalars)
    guard tidied.utf8.count > limit, tidied.count > limit else { return tidied }
    return tidied.prefix(limit) + "…"
  }
}

/// A word, a number or a sign of a folded text.
public struct FoldedToken: Sendable, Hashable {
  /// What it is.
  public enum Kind: UInt8, Sendable, Hashable { case word, number, sign }

  /// The white space before it.
  public enum Gap: UInt8, Sendable, Hashable, Comparable {
    case none, space
    /// A tab or three spaces and more, which set columns apart.
    case wide
    case line

    /// Orders by width.
    public static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// What it is.
  public var kind: Kind
  /// The folded form: a word's letters and digits of marks, a number's digits, one sign.
  ///
  /// Dashes are "-", quotation marks "\"", a run of dots, underscores or ellipses "…".
  public var folded: String
  /// The offset of its first byte in the source's UTF-8.
  public var start: Int
  /// The offset behind its last byte.
  public var end: Int
  /// The white space before it.
  public var gap: Gap
  /// Whether it is a word whose first letter is a capital.
  public var isCapitalized: Bool
  /// Whether it is a word of capitals only.
  public var isUpper: Bool

  /// The base letters without any mark ("danh" for "đánh"): the form file names have.
  public var slug: String {
    guard kind == .word, folded.utf8.contains(where: Self.isMark) else { return folded }
    return String(decoding: folded.utf8.filter { !Self.isMark($0) }, as: UTF8.self)
  }

  /// Whether a byte of a folded word stands for a mark.
  private static func isMark(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}

/// Folding without diacritics, for the names of files and folders.
public enum Slug {
  /// The words and numbers of a name without marks, a space between them.
  ///
  /// "_", "-", "." and every other sign separate; "HuoNG_DaN" gives "huong dan".
  public static func fold(_ name: String) -> String {
    FoldedText(name).tokens.lazy.filter { $0.kind != .sign }.map(\.slug).joined(separator: " ")
  }

  /// Whether the words of a phrase stand in a name, one after the other, marks or none.
  public static func contains(_ phrase: String, in name: String) -> Bool {
    let wanted = fold(phrase)
    return !wanted.isEmpty && " \(fold(name)) ".contains(" \(wanted) ")
  }
}
