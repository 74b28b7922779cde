import Foundation

/// Writes the documents of the contract as JSON text.
public enum JSONText {
  /// A document over several lines, keys in alphabetical order, ending in a line feed.
  ///
  /// - Throws: what the encoder throws, which for these documents is nothing.
  public static func pretty(_ document: some Encodable) throws -> String {
    try text(document, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) + "\n"
  }

  /// A document on one line, without a line feed.
  ///
  /// - Throws: what the encoder throws, which for these documents is nothing.
  public static func line(_ document: some Encodable) throws -> String {
    try text(document, [.sortedKeys, .withoutEscapingSlashes])
  }

  private static func text(
    _ document: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }

  /// Seconds since 1970 as RFC 3339 in UTC ("2024-01-05T03:28:00Z").
  public static func time(_ seconds: Int) -> String {
    Timestamp(seconds: seconds).rfc3339
  }
}
