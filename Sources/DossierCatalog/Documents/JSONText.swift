public import Foundation

/// Writes the documents of the contract as JSON text.
public enum JSONText {
  /// A document over several lines, keys in alphabetical order, ending in a line feed.
  ///
  /// - Throws: what the encoder throws, which for these documents is nothing.
  public static func pretty(_ document: some Encodable) throws -> String {
    var data = Data()
    try write(document) { data.append($0) }
    return String(decoding: data, as: UTF8.self)
  }

  /// Writes what `pretty` gives, in pieces of bounded size.
  ///
  /// - Parameters:
  ///   - document: the document; its long lists are written element by element.
  ///   - sink: takes the pieces, UTF-8, in order.
  /// - Throws: what `sink` throws, and the encoder, which for these documents is nothing.
  public static func write(
    _ document: some Encodable, to sink: (Data) throws -> Void
  ) throws {
    let later = LaterLists()
    let encoder = encoder([.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    if let key = LaterLists.key { encoder.userInfo[key] = later }
    var rest = try encoder.encode(document)
    let lists = later.all
    encoder.userInfo = [:]
    for list in Self.inTextOrder(lists, in: rest) {
      guard let place = rest.range(of: Data("\"\(list.mark)\"".utf8)) else { continue }
      try sink(rest[..<place.lowerBound])
      let indent = Self.indent(of: rest[..<place.lowerBound])
      try write(list, indent: indent, encoder, to: sink)
      rest = rest[place.upperBound...]
    }
    try sink(rest)
    try sink(Data("\n".utf8))
  }

  /// A document on one line, without a line feed.
  ///
  /// - Throws: what the encoder throws, which for these documents is nothing.
  public static func line(_ document: some Encodable) throws -> String {
    String(
      decoding: try encoder([.sortedKeys, .withoutEscapingSlashes]).encode(document), as: UTF8.self)
  }

  /// Seconds since 1970 as RFC 3339 in UTC ("2024-01-05T03:28:00Z").
  public static func time(_ seconds: Int) -> String {
    Timestamp(seconds: seconds).rfc3339
  }

  private static func encoder(_ formatting: JSONEncoder.OutputFormatting) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return encoder
  }

  // MARK: Long lists

  /// So many elements are encoded at a time.
  private static let pieceCount = 64
  private static let lineFeed = UInt8(ascii: "\n")

  /// Keys are sorted when all is encoded, so that lists may be met in another order than they stand.
  private static func inTextOrder(
    _ lists: [LaterLists.Entry], in text: Data
  ) -> [LaterLists.Entry] {
    lists.map { (list: $0, place: text.range(of: Data($0.mark.utf8))?.lowerBound ?? 0) }
      .sorted { $0.place < $1.place }.map(\.list)
  }

  /// The spaces at the beginning of the last line.
  private static func indent(of text: Data) -> [UInt8] {
    let start = text.lastIndex(of: lineFeed).map { $0 + 1 } ?? text.startIndex
    return Array(text[start...].prefix { $0 == UInt8(ascii: " ") })
  }

  /// Writes a list as the encoder writes it at this depth.
  private static func write(
    _ list: LaterLists.Entry, indent: [UInt8], _ encoder: JSONEncoder,
    to sink: (Data) throws -> Void
  ) throws {
    let end = indent + Array("]".utf8)
    guard list.count > 0 else { return try sink(Data("[\n\n".utf8 + end)) }
    for start in stride(from: 0, to: list.count, by: pieceCount) {
      let range = start..<min(start + pieceCount, list.count)
      // The brackets have lines of their own: "[\n" before, "\n]" behind.
      let lines = [UInt8](try list.array(encoder, range)).dropFirst(2).dropLast(2)
      var piece = Array((start == 0 ? "[" : ",").utf8)
      piece.reserveCapacity(lines.count + lines.count / 4)
      for line in lines.split(separator: lineFeed, omittingEmptySubsequences: false) {
        piece.append(lineFeed)
        if !line.isEmpty { piece += indent }
        piece += line
      }
      try sink(Data(piece))
    }
    try sink(Data("\n".utf8 + end))
  }
}
