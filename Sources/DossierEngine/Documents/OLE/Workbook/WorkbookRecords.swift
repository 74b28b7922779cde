/// The records of a workbook stream, one after the other ([MS-XLS] 2.1.4).
struct WorkbookRecords {
  struct Record {
    var type: Int
    /// Where its header stands in the stream.
    var offset: Int
    var data: LittleEndianBytes
  }

  private static let window = 65_536

  private let stream: CompoundStream
  private var buffer = LittleEndianBytes([])
  private var bufferStart = 0
  private(set) var position = 0

  init(_ stream: CompoundStream) { self.stream = stream }

  /// Passes over the next record without copying its data.
  ///
  /// - Returns: its type, or nothing at the end. A record that is read and not used is not only
  ///   dear: the optimizer of Swift 6.3 frees such a copy before it is filled.
  mutating func nextType() throws -> Int? {
    guard let type = try number(at: position), let count = try number(at: position + 2),
      try fill(position + 4, count: count)
    else { return nil }
    position += 4 + count
    return type
  }

  /// The next record, or nothing at the end.
  mutating func next() throws -> Record? {
    guard let type = try number(at: position), let count = try number(at: position + 2),
      try fill(position + 4, count: count),
      let bytes = buffer.slice(at: position + 4 - bufferStart, count: count)
    else { return nil }
    let record = Record(type: type, offset: position, data: LittleEndianBytes(Array(bytes)))
    position += 4 + count
    return record
  }

  private mutating func number(at place: Int) throws -> Int? {
    guard try fill(place, count: 2) else { return nil }
    return buffer.uint16(at: place - bufferStart).map(Int.init)
  }

  /// Sees to it that a range is in the buffer.
  private mutating func fill(_ place: Int, count: Int) throws -> Bool {
    if place >= bufferStart, place + count <= bufferStart + buffer.count { return true }
    let bytes = try stream.bytes(at: place, count: max(Self.window, count))
    buffer = LittleEndianBytes(bytes)
    bufferStart = place
    return bytes.count >= count
  }
}
