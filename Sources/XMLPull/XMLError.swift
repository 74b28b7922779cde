/// Why a part could not be read as XML.
public struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of error it is.
  public enum Code: String, Sendable {
    /// The text is not well-formed (XML 1.0, Namespaces in XML 1.0).
    case malformed
    /// It declares an entity, which no office document needs and bombs are made of.
    case dtdEntity
    /// It passes a limit of bytes, depth, elements or length of one text.
    case tooLarge
  }

  /// What kind of error it is.
  public var code: Code
  /// The line where it was seen, from 1, or 0 where that is not known.
  public var line: Int
  /// What the parser said.
  public var message: String

  /// Makes an error.
  public init(_ code: Code, line: Int = 0, message: String) {
    self.code = code
    self.line = line
    self.message = message
  }

  /// The error in one line, in English, for a log.
  public var description: String {
    line > 0 ? "line \(line): \(message)" : message
  }
}

/// What bounds the work on one part.
public struct XMLLimits: Sendable {
  /// The number of bytes of XML.
  public var bytes: Int
  /// How deep elements may nest.
  public var depth: Int
  /// The number of elements, which bounds the time.
  public var elements: Int
  /// The number of bytes of text directly inside one element.
  public var textBytes: Int

  /// Makes limits.
  ///
  /// The defaults for depth and text are those that libxml2 itself keeps without its "huge" option.
  public init(
    bytes: Int = 16 << 20, depth: Int = 256, elements: Int = 6_000_000,
    textBytes: Int = 10_000_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.elements = elements
    self.textBytes = textBytes
  }
}
