import DossierModel

/// Reads the text of legacy Word documents ([MS-DOC]).
enum WordDocumentReader {
  /// More characters than any document here has; what is beyond is not read.
  private static let maximumCharacters = 1_500_000
  private static let maximumTable = 16 << 20

  /// Whether the document needs a password.
  static func isEncrypted(_ file: CompoundFile) throws -> Bool {
    try header(of: file)?.isEncrypted ?? false
  }

  /// Adds what the header alone tells.
  static func addFlags(of file: CompoundFile, to metadata: inout DocumentMetadata) throws {
    guard let fib = try header(of: file), fib.isWord97 else { return }
    if fib.characters(of: .comments) > 0 { metadata.flags.insert(.comments) }
    guard let place = fib.documentProperties, let table = try file.stream(fib.tableName) else {
      return
    }
    let bytes = LittleEndianBytes(try table.bytes(at: place.offset, count: min(place.count, 0x34)))
    addCounts(bytes, to: &metadata)
  }

  /// The counts of the document's own properties ([MS-DOC] 2.7.2, DopBase), where the property sets
  /// hold none: LibreOffice writes them nowhere else.
  private static func addCounts(_ bytes: LittleEndianBytes, to metadata: inout DocumentMetadata) {
    let counts: [(MetadataField, Int?)] = [
      (.words, bytes.int32(at: 0x26).map { Int($0) }),
      (.pages, bytes.uint16(at: 0x2E).map { Int($0) }),
      (.paragraphs, bytes.int32(at: 0x30).map { Int($0) }),
    ]
    for (field, count) in counts where metadata.fields[field] == nil {
      guard let count, count > 0 else { continue }
      metadata.fields[field] = .number(count)
      metadata.via[field.rawValue] = "Dop"
    }
  }

  /// Reads the text into blocks.
  static func read(_ file: CompoundFile, into reading: inout DocumentReading) throws {
    guard let stream = try file.stream("WordDocument"), let fib = try header(of: file) else {
      throw CompoundFileError(.corrupt, "WordDocument has no header")
    }
    try addFlags(of: file, to: &reading.metadata)
    guard fib.isWord97 else {
      try readOld(stream, fib: fib, into: &reading)
      return
    }
    guard let table = try file.stream(fib.tableName), let place = fib.pieces,
      let pieces = WordPieces.read(
        try table.bytes(at: place.offset, count: min(place.count, maximumTable)))
    else { throw CompoundFileError(.corrupt, "no piece table") }
    var walk = WordTextWalk(
      stream: stream, fib: fib, table: table, dataStream: try file.stream("Data"),
      limit: maximumCharacters)
    try walk.prepare()
    for piece in pieces {
      guard try walk.read(piece) else { break }
    }
    walk.finish()
    reading.blocks = walk.blocks
    reading.metadata.flags.formUnion(walk.flags)
    reading.textProblem = walk.problem
  }

  private static func header(of file: CompoundFile) throws -> WordFIB? {
    try file.stream("WordDocument").flatMap { WordFIB(try $0.bytes(at: 0, count: 1024)) }
  }

  /// Word 6 and 95: the text lies in one stretch, a byte a character.
  private static func readOld(
    _ stream: CompoundStream, fib: WordFIB, into reading: inout DocumentReading
  ) throws {
    let place = fib.plainText
    let wanted = min(place.count, maximumCharacters)
    let bytes = try stream.bytes(at: place.lowerBound, count: wanted)
    let isVietnamese = fib.languageID & 0x3FF == 0x2A
    let page = isVietnamese ? CodePage.vietnamese : CodePage.western
    var story = WordStoryReader(numbering: WordNumbering())
    for byte in bytes {
      if WordStoryReader.endsParagraph(UInt16(byte)) {
        story.endParagraph(UInt16(byte), properties: WordParagraphProperties())
      } else {
        let scalar = CodePage.scalar(byte, page: page)?.value ?? 0xFFFD
        story.add(UInt16(truncatingIfNeeded: scalar), run: WordRunProperties())
      }
    }
    story.endStory()
    reading.blocks = story.blocks
    if bytes.count < wanted { reading.textProblem = ReadProblem(.truncated, part: "WordDocument") }
  }
}

/// The walk over the characters of a document, story by story.
struct WordTextWalk {
  private let stream: CompoundStream
  private let table: CompoundStream
  private let fib: WordFIB
  private let dataStream: CompoundStream?
  private let limit: Int
  private var story: WordStoryReader
  private var paragraphs: WordFormatting<WordParagraphProperties>?
  private var runs: WordFormatting<WordRunProperties>?
  /// The positions at which another region begins.
  private var regions: [(start: Int, region: TextRegion)] = []
  private var nextRegion = 0
  /// The position after the last character of all stories.
  private var end = 0
  private var position = 0
  private(set) var problem: ReadProblem?

  init(
    stream: CompoundStream, fib: WordFIB, table: CompoundStream, dataStream: CompoundStream?,
    limit: Int
  ) {
    self.stream = stream
    self.fib = fib
    self.table = table
    self.dataStream = dataStream
    self.limit = limit
    story = WordStoryReader(numbering: WordNumbering())
  }

  var blocks: [TextBlock] { story.blocks }
  var flags: Set<DocumentFlag> { story.flags }

  /// Reads the tables that the walk needs.
  mutating func prepare() throws {
    if let place = fib.paragraphPages {
      let styles = try fib.styles.map { WordStyles(try bytes($0)) } ?? WordStyles()
      paragraphs = WordPages.paragraphs(
        table: try bytes(place), stream: stream, styles: styles)
    }
    if let place = fib.characterPages {
      runs = WordPages.runs(table: try bytes(place), stream: stream)
    }
    if let lists = fib.lists, let overrides = fib.listOverrides {
      // The levels follow the definitions and are in no count.
      let all = try table.bytes(at: lists.offset, count: lists.count + (1 << 20))
      story = WordStoryReader(
        numbering: WordNumbering(
          lists: all, definitionBytes: lists.count, overrides: try bytes(overrides)))
    }
    try findRegions()
  }

  /// Reads one piece.
  ///
  /// - Returns: whether the walk goes on.
  mutating func read(_ piece: WordPiece) throws -> Bool {
    var done = 0
    while done < piece.count {
      let count = min(16_384, piece.count - done)
      let start = piece.offset + done * piece.bytesPerCharacter
      let bytes = try stream.bytes(at: start, count: count * piece.bytesPerCharacter)
      let got = bytes.count / piece.bytesPerCharacter
      for index in 0..<got {
        guard position < min(end, limit) else {
          if position < end { problem = ReadProblem(.tooLarge, part: "WordDocument") }
          return false
        }
        let unit =
          piece.isNarrow
          ? UInt16(
            truncatingIfNeeded: CodePage.scalar(bytes[index], page: CodePage.western)?.value
              ?? 0xFFFD)
          : UInt16(bytes[index * 2]) | UInt16(bytes[index * 2 + 1]) << 8
        try take(unit, at: start + index * piece.bytesPerCharacter)
      }
      if got < count {
        problem = ReadProblem(.truncated, part: "WordDocument")
        return false
      }
      done += count
    }
    return true
  }

  /// Closes what is open.
  mutating func finish() { story.endStory() }

  private mutating func take(_ unit: UInt16, at offset: Int) throws {
    while nextRegion < regions.count, position >= regions[nextRegion].start {
      story.endStory()
      story.region = regions[nextRegion].region
      nextRegion += 1
    }
    position += 1
    if WordStoryReader.endsParagraph(unit) {
      story.endParagraph(unit, properties: try paragraphProperties(at: offset))
    } else {
      let run = try runs?.run(at: offset)?.properties ?? WordRunProperties()
      story.add(unit, run: run)
    }
  }

  private mutating func paragraphProperties(at offset: Int) throws -> WordParagraphProperties {
    guard var properties = try paragraphs?.run(at: offset)?.properties else {
      return WordParagraphProperties()
    }
    if let far = properties.farOffset, let dataStream {
      let size = LittleEndianBytes(try dataStream.bytes(at: far, count: 2)).uint16(at: 0) ?? 0
      properties.apply(try dataStream.bytes(at: far + 2, count: Int(size))[...])
    }
    return properties
  }

  /// Lays out which positions belong to which region.
  private mutating func findRegions() throws {
    var start = 0
    for part in WordFIB.Story.allCases {
      let count = fib.characters(of: part)
      if part == .headers, count > 0, let place = fib.headerStories {
        addHeaderStories(LittleEndianBytes(try bytes(place)), from: start, count: count)
      } else if count > 0 {
        regions.append((start, Self.region(of: part)))
      }
      start += count
    }
    end = start
  }

  /// Six stories a section, after six that separate footnotes: headers and footers of even, odd
  /// and first pages.
  private mutating func addHeaderStories(_ edges: LittleEndianBytes, from start: Int, count: Int) {
    var last = start
    regions.append((start, .header))
    for index in 0..<min(edges.count / 4, 6 * 1024) {
      guard let edge = edges.index(at: index * 4), edge <= count else { break }
      let isFooter = index >= 6 && [2, 3, 5].contains(index % 6)
      guard start + edge >= last else { break }
      last = start + edge
      regions.append((last, isFooter ? .footer : .header))
    }
  }

  private static func region(of part: WordFIB.Story) -> TextRegion {
    switch part {
    case .main: .body
    case .footnotes, .endnotes: .footnote
    case .headers, .macros: .header
    case .comments: .comment
    case .textBoxes, .headerTextBoxes: .textBox
    }
  }

  private func bytes(_ place: WordFIB.Range) throws -> [UInt8] {
    try table.bytes(at: place.offset, count: min(place.count, 16 << 20))
  }
}
