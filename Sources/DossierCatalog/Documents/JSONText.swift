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
      try write(list, depth: depth(of: rest[..<place.lowerBound]), to: sink)
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

  /// So many bytes are handed over at a time.
  private static let pieceSize = 64 << 10

  /// Keys are sorted when all is encoded, so that lists may be met in another order than they stand.
  private static func inTextOrder(
    _ lists: [LaterLists.Entry], in text: Data
  ) -> [LaterLists.Entry] {
    lists.map { (list: $0, place: text.range(of: Data($0.mark.utf8))?.lowerBound ?? 0) }
      .sorted { $0.place < $1.place }.map(\.list)
  }

  /// How deep the last line stands.
  private static func depth(of text: Data) -> Int {
    let start = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.startIndex
    return text[start...].prefix { $0 == UInt8(ascii: " ") }.count / 2
  }

  private static func write(
    _ list: LaterLists.Entry, depth: Int, to sink: (Data) throws -> Void
  ) throws {
    var writer = JSONWriter(depth: depth)
    let room = list.count > 16 ? pieceSize * 5 / 4 : 0
    writer.open(UInt8(ascii: "["))
    for position in 0..<list.count {
      writer.beginElement()
      try list.write(position, &writer)
      if writer.bytes.count >= pieceSize { try sink(Data(writer.takeBytes(room: room))) }
    }
    writer.close(UInt8(ascii: "]"))
    try sink(Data(writer.takeBytes()))
  }
}
