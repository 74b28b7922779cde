import DossierModel

/// Reads the sheets of legacy Excel workbooks ([MS-XLS]; BIFF8, and BIFF5 as far as it is alike).
enum WorkbookReader {
  static let maximumCells = 40_000
  static let maximumCharacters = 2_000_000

  /// Whether the workbook needs a password.
  static func isEncrypted(_ file: CompoundFile) throws -> Bool {
    guard let stream = try stream(of: file) else { return false }
    var records = WorkbookRecords(stream)
    // The record stands among the first: [MS-XLS] 2.1.7.20.3.
    for _ in 0..<16 {
      guard let type = try records.nextType(), type != 0x0A else { return false }
      if type == 0x2F { return true }
    }
    return false
  }

  /// Reads every sheet into a table.
  static func read(_ file: CompoundFile, into reading: inout DocumentReading) throws {
    guard let stream = try stream(of: file) else { return }
    var records = WorkbookRecords(stream)
    var workbook = Workbook()
    while let record = try records.next() {
      try workbook.take(record)
      if workbook.isFull {
        reading.textProblem = ReadProblem(.tooLarge, part: "Workbook")
        break
      }
    }
    if stream.isShort { reading.textProblem = ReadProblem(.truncated, part: "Workbook") }
    reading.blocks = workbook.finish()
    reading.metadata.flags.formUnion(workbook.flags)
    if !workbook.hiddenSheets.isEmpty {
      reading.metadata.details["hiddenSheets"] = workbook.hiddenSheets
      reading.metadata.flags.insert(.hiddenText)
    }
  }

  private static func stream(of file: CompoundFile) throws -> CompoundStream? {
    try file.stream("Workbook") ?? file.stream("Book")
  }
}

/// What the records of a workbook have said so far.
struct Workbook {
  private struct Sheet {
    var name: String
    var offset: Int
    var isHidden: Bool
  }

  private var sheets: [Sheet] = []
  private var blocks: [TextBlock] = []
  private(set) var flags: Set<DocumentFlag> = []
  private var strings: [String] = []
  private var stringSegments: [LittleEndianBytes] = []
  private var segmentBytes = 0
  private var numbers = WorkbookNumbers()
  private var codePage = CodePage.western
  private var isOld = false
  private var depth = 0
  private var sheet: WorkbookSheet?
  private var isInHiddenSheet = false
  private var cellCount = 0

  var isFull: Bool { cellCount > WorkbookReader.maximumCells }
  var hiddenSheets: [String] { sheets.filter(\.isHidden).map(\.name) }

  /// Takes one record.
  mutating func take(_ record: WorkbookRecords.Record) throws {
    if record.type == 0x3C, !stringSegments.isEmpty {
      addSegment(record.data)
      return
    }
    if !stringSegments.isEmpty { endStrings() }
    switch record.type {
    case 0x809: begin(record)
    case 0x0A: end()
    case 0x85: addSheet(record.data)
    case 0xFC: addSegment(record.data)
    case 0xE0: numbers.formatOfCell.append(Int(record.data.uint16(at: 2) ?? 0))
    case 0x41E: addFormat(record.data)
    case 0x22: numbers.countsFrom1904 = record.data.uint16(at: 0) == 1
    case 0x42: codePage = Int(record.data.uint16(at: 0) ?? 1252)
    case 0x1AE: if record.data.count > 4 { flags.insert(.externalLinks) }
    case 0x1C: flags.insert(.comments)
    default: takeCell(record)
    }
  }

  /// The tables of all sheets.
  mutating func finish() -> [TextBlock] {
    closeSheet()
    return blocks
  }

  private mutating func begin(_ record: WorkbookRecords.Record) {
    depth += 1
    isOld = record.data.uint16(at: 0) != 0x0600
    // A chart inside a sheet has a beginning of its own.
    guard depth == 1, let known = sheets.first(where: { $0.offset == record.offset }) else {
      return
    }
    closeSheet()
    sheet = WorkbookSheet(name: known.name)
    isInHiddenSheet = known.isHidden
  }

  private mutating func end() {
    depth = max(0, depth - 1)
    if depth == 0 { closeSheet() }
  }

  private mutating func closeSheet() {
    // What nobody is shown is no statement of the document.
    if !isInHiddenSheet, let table = sheet?.table() { blocks.append(.table(table)) }
    sheet = nil
  }

  private mutating func addSegment(_ data: LittleEndianBytes) {
    segmentBytes += data.count
    guard segmentBytes <= WorkbookReader.maximumCharacters * 2 else { return }
    stringSegments.append(data)
  }

  private mutating func endStrings() {
    strings = WorkbookStrings.table(
      stringSegments, characterLimit: WorkbookReader.maximumCharacters)
    stringSegments = []
  }

  private mutating func addSheet(_ data: LittleEndianBytes) {
    guard let offset = data.index(at: 0), let state = data.byte(at: 4) else { return }
    let rest = LittleEndianBytes(Array(data.storage.dropFirst(6)))
    let name = text(in: rest, isShort: true) ?? ""
    sheets.append(Sheet(name: name, offset: offset, isHidden: state & 3 != 0))
  }

  private mutating func addFormat(_ data: LittleEndianBytes) {
    let rest = LittleEndianBytes(Array(data.storage.dropFirst(2)))
    guard let number = data.uint16(at: 0), let text = text(in: rest, isShort: isOld) else { return }
    numbers.formats[Int(number)] = text
  }

  private func text(in data: LittleEndianBytes, isShort: Bool) -> String? {
    if !isOld {
      var cursor = WorkbookStrings([data])
      return cursor.richString(isShort: isShort)
    }
    let length = isShort ? data.byte(at: 0).map(Int.init) : data.uint16(at: 0).map(Int.init)
    guard let length, let bytes = data.slice(at: isShort ? 1 : 2, count: length) else { return nil }
    return CodePage.decode(bytes, page: codePage == 1200 ? CodePage.western : codePage)
  }

  private mutating func takeCell(_ record: WorkbookRecords.Record) {
    guard sheet != nil, depth == 1 else { return }
    let data = record.data
    if record.type == 0xE5 {
      sheet?.merge(data)
      return
    }
    if record.type == 0x207 {
      let result = text(in: data, isShort: false) ?? ""
      sheet?.setFormulaText(result)
      return
    }
    guard let row = data.uint16(at: 0).map(Int.init), let column = data.uint16(at: 2).map(Int.init)
    else { return }
    let format = Int(data.uint16(at: 4) ?? 0)
    switch record.type {
    case 0xFD:
      guard let index = data.index(at: 6), index < strings.count else { return }
      add(strings[index], row: row, column: column)
    case 0x204, 0xD6:
      let rest = LittleEndianBytes(Array(data.storage.dropFirst(6)))
      add(text(in: rest, isShort: false) ?? "", row: row, column: column)
    case 0x203:
      guard let number = data.float64(at: 6) else { return }
      add(numbers.text(number, cellFormat: format), row: row, column: column)
    case 0x27E:
      guard let packed = data.uint32(at: 6) else { return }
      add(numbers.text(Self.unpack(packed), cellFormat: format), row: row, column: column)
    case 0xBD: addPacked(data, row: row, column: column)
    case 0x06, 0x406: addFormula(data, row: row, column: column, format: format)
    case 0x205: addTruth(data, row: row, column: column)
    default: break
    }
  }

  private mutating func addPacked(_ data: LittleEndianBytes, row: Int, column: Int) {
    for index in 0..<max(0, (data.count - 6) / 6) {
      guard let format = data.uint16(at: 4 + index * 6),
        let packed = data.uint32(at: 6 + index * 6)
      else { return }
      let text = numbers.text(Self.unpack(packed), cellFormat: Int(format))
      add(text, row: row, column: column + index)
    }
  }

  private mutating func addTruth(_ data: LittleEndianBytes, row: Int, column: Int) {
    guard let value = data.byte(at: 6), data.byte(at: 7) == 0 else { return }
    add(value == 0 ? "FALSE" : "TRUE", row: row, column: column)
  }

  /// The result that the last program calculated; nothing is calculated here.
  private mutating func addFormula(
    _ data: LittleEndianBytes, row: Int, column: Int, format: Int
  ) {
    guard data.uint16(at: 12) == 0xFFFF else {
      guard let number = data.float64(at: 6) else { return }
      add(numbers.text(number, cellFormat: format), row: row, column: column)
      return
    }
    switch data.byte(at: 6) {
    case 0: sheet?.expectFormulaText(row: row, column: column)
    case 1: add(data.byte(at: 8) == 0 ? "FALSE" : "TRUE", row: row, column: column)
    default: break
    }
  }

  private mutating func add(_ text: String, row: Int, column: Int) {
    guard !text.isEmpty, !isFull else { return }
    cellCount += 1
    sheet?.add(text, row: row, column: column)
  }

  /// A number in 30 bits ([MS-XLS] 2.5.217).
  static func unpack(_ packed: UInt32) -> Double {
    let value: Double
    if packed & 2 != 0 {
      value = Double(Int32(bitPattern: packed) >> 2)
    } else {
      value = Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
    }
    return packed & 1 != 0 ? value / 100 : value
  }
}
