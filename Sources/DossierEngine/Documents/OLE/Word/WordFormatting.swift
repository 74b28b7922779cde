/// Finds the formatting of a place in the text: the formatted disk pages ([MS-DOC] 2.9.32,
/// 2.9.118).
struct WordFormatting<Properties> {
  private static var pageSize: Int { 512 }

  /// A range of offsets of the stream with the same formatting.
  struct Run {
    var range: Range<Int>
    var properties: Properties
  }

  private let stream: CompoundStream
  private let starts: [Int]
  private let pages: [Int]
  private let parse: (LittleEndianBytes, Int, Int) -> Properties
  private var loadedPage: LittleEndianBytes?
  private var loadedNumber = -1
  private var last: Run?

  /// - Parameters:
  ///   - table: the plex of page numbers.
  ///   - stream: the WordDocument stream.
  ///   - parse: makes the properties from a page, the number of runs in it, and the run's number.
  init(
    table: [UInt8], stream: CompoundStream,
    parse: @escaping (LittleEndianBytes, Int, Int) -> Properties
  ) {
    self.stream = stream
    self.parse = parse
    let data = LittleEndianBytes(table)
    let count = max(0, (data.count - 4) / 8)
    starts = (0...count).compactMap { data.index(at: $0 * 4) }
    pages = (0..<count).compactMap {
      data.index(at: (count + 1) * 4 + $0 * 4).map { $0 & 0x3F_FFFF }
    }
  }

  /// The formatting at an offset, or nothing where the pages do not cover it.
  mutating func run(at offset: Int) throws -> Run? {
    if let last, last.range.contains(offset) { return last }
    guard let index = Self.lastIndex(in: starts, notAfter: offset), index < pages.count else {
      return nil
    }
    if loadedNumber != pages[index] {
      let bytes = try stream.bytes(at: pages[index] * Self.pageSize, count: Self.pageSize)
      loadedPage = bytes.count == Self.pageSize ? LittleEndianBytes(bytes) : nil
      loadedNumber = pages[index]
    }
    guard let page = loadedPage, let count = page.byte(at: Self.pageSize - 1).map(Int.init),
      count > 0, count * 4 + 4 < Self.pageSize
    else { return nil }
    let edges = (0...count).compactMap { page.index(at: $0 * 4) }
    guard let number = Self.lastIndex(in: edges, notAfter: offset), number < count,
      edges[number] < edges[number + 1], offset < edges[number + 1]
    else { return nil }
    let found = Run(
      range: edges[number]..<edges[number + 1], properties: parse(page, count, number))
    last = found
    return found
  }

  /// The last place of a rising list whose value is not above another.
  private static func lastIndex(in values: [Int], notAfter value: Int) -> Int? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}

/// The two kinds of formatting that are looked up.
enum WordPages {
  /// The formatting of paragraphs: what their style says, and over it what they say themselves.
  static func paragraphs(
    table: [UInt8], stream: CompoundStream, styles: WordStyles
  ) -> WordFormatting<WordParagraphProperties> {
    WordFormatting(table: table, stream: stream) { page, count, number in
      let place = Int(page.byte(at: (count + 1) * 4 + number * 13) ?? 0) * 2
      guard place > 0, let first = page.byte(at: place) else { return styles.properties(of: 0) }
      // A length of zero says that the next byte counts words, not words less a half.
      let isEven = first == 0
      let size = isEven ? Int(page.byte(at: place + 1) ?? 0) * 2 : Int(first) * 2 - 1
      let start = place + (isEven ? 2 : 1)
      guard size >= 2, let style = page.uint16(at: start),
        let modifiers = page.slice(at: start + 2, count: size - 2)
      else { return styles.properties(of: 0) }
      var properties = styles.properties(of: Int(style))
      properties.apply(style: Int(style))
      properties.apply(modifiers)
      return properties
    }
  }

  /// The formatting of runs.
  static func runs(table: [UInt8], stream: CompoundStream) -> WordFormatting<WordRunProperties> {
    WordFormatting(table: table, stream: stream) { page, count, number in
      let place = Int(page.byte(at: (count + 1) * 4 + number) ?? 0) * 2
      guard place > 0, let size = page.byte(at: place).map(Int.init),
        let modifiers = page.slice(at: place + 1, count: size)
      else { return WordRunProperties() }
      return WordRunProperties(modifiers)
    }
  }
}
