/// One stream of a compound file, read at any offset.
struct CompoundStream {
  private let file: CompoundFile
  private let sectors: [UInt32]
  private let unit: Int
  private let isMini: Bool
  /// The number of bytes its chain holds, at most what the directory states.
  let size: Int
  /// Whether the chain ends before the stated size.
  let isShort: Bool

  init(
    file: CompoundFile, sectors: [UInt32], unit: Int, isMini: Bool, size: Int, isShort: Bool
  ) {
    self.file = file
    self.sectors = sectors
    self.unit = unit
    self.isMini = isMini
    self.size = size
    self.isShort = isShort
  }

  /// Reads a range; fewer bytes at the end of the stream or of the file.
  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count > 0, offset < size else { return [] }
    let end = offset + min(count, size - offset)
    var result: [UInt8] = []
    result.reserveCapacity(end - offset)
    var place = offset
    while place < end {
      let inside = place % unit
      let wanted = min(unit - inside, end - place)
      let run = runLength(from: place / unit, atMost: (end - place + inside + unit - 1) / unit)
      let length = run > 1 ? min(run * unit - inside, end - place) : wanted
      let part = try file.read(
        sector: sectors[place / unit], at: inside, count: length, isMini: isMini)
      result += part
      place += length
      if part.count < length { break }
    }
    return result
  }

  /// The whole stream, but no more than a limit.
  func all(limit: Int) throws -> [UInt8] { try bytes(at: 0, count: limit) }

  /// How many sectors lie one after the other in the file, so that one read takes them.
  private func runLength(from index: Int, atMost limit: Int) -> Int {
    guard !isMini else { return 1 }
    var length = 1
    while length < limit, index + length < sectors.count,
      sectors[index + length] == sectors[index + length - 1] &+ 1
    {
      length += 1
    }
    return length
  }
}
