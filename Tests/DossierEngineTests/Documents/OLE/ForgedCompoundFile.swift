/// A compound file made in code: streams in the root, 512-byte sectors, no mini stream.
///
/// Streams are padded to 4096 bytes, below which they would belong into the mini stream.
struct ForgedCompoundFile {
  var streams: [(name: String, bytes: [UInt8])] = []

  static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let free = 0xFFFF_FFFF
  private static let end = 0xFFFF_FFFE

  /// The bytes, and where in them the allocation table begins.
  func made() -> (bytes: [UInt8], tableStart: Int) {
    let padded = streams.map { stream in
      (stream.name, stream.bytes + [UInt8](repeating: 0, count: max(0, 4096 - stream.bytes.count)))
    }
    var table: [Int] = [0xFFFF_FFFD]
    var body: [UInt8] = []
    var starts: [Int] = []
    let directorySectors = (padded.count + 1 + 3) / 4
    let directoryStart = table.count
    for index in 0..<directorySectors {
      table.append(index == directorySectors - 1 ? Self.end : directoryStart + index + 1)
    }
    for (_, bytes) in padded {
      starts.append(table.count)
      let count = (bytes.count + 511) / 512
      for index in 0..<count {
        table.append(index == count - 1 ? Self.end : table.count + 1)
      }
      body += bytes + [UInt8](repeating: 0, count: count * 512 - bytes.count)
    }
    precondition(table.count <= 128, "more sectors than one table sector tells of")
    table += Array(repeating: Self.free, count: 128 - table.count)
    var directory = entry(
      "Root Entry", type: 5, right: Self.free, child: 1, start: Self.end, size: 0)
    for (index, stream) in padded.enumerated() {
      let right = index + 1 < padded.count ? index + 2 : Self.free
      directory += entry(
        stream.0, type: 2, right: right, child: Self.free, start: starts[index],
        size: stream.1.count)
    }
    directory += [UInt8](repeating: 0, count: directorySectors * 512 - directory.count)
    let tableBytes = table.flatMap { Self.little($0, 4) }
    return (header(directoryStart: directoryStart) + tableBytes + directory + body, 512)
  }

  private func header(directoryStart: Int) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 16)
    bytes += Self.little(0x3E, 2) + Self.little(3, 2) + Self.little(0xFFFE, 2)
    bytes += Self.little(9, 2) + Self.little(6, 2) + [UInt8](repeating: 0, count: 10)
    bytes += Self.little(1, 4) + Self.little(directoryStart, 4) + Self.little(0, 4)
    bytes += Self.little(4096, 4) + Self.little(Self.end, 4) + Self.little(0, 4)
    bytes += Self.little(Self.end, 4) + Self.little(0, 4) + Self.little(0, 4)
    bytes += [UInt8](repeating: 0xFF, count: 512 - bytes.count)
    return bytes
  }

  private func entry(
    _ name: String, type: Int, right: Int, child: Int, start: Int, size: Int
  ) -> [UInt8] {
    var bytes = name.utf16.flatMap { Self.little(Int($0), 2) }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    bytes += Self.little(name.utf16.count * 2 + 2, 2) + Self.little(type, 1) + Self.little(1, 1)
    bytes += Self.little(Self.free, 4) + Self.little(right, 4) + Self.little(child, 4)
    bytes += [UInt8](repeating: 0, count: 36)
    return bytes + Self.little(start, 4) + Self.little(size, 8)
  }
}

/// A property set with one section, made in code.
struct ForgedPropertySet {
  var format: [UInt8]
  var codePage: Int
  /// Type and bytes behind it, by number.
  var values: [(id: Int, type: Int, bytes: [UInt8])] = []

  func made() -> [UInt8] {
    let little = ForgedCompoundFile.little
    let all = [(id: 1, type: 2, bytes: little(codePage, 2))] + values
    var section: [UInt8] = []
    var index: [UInt8] = []
    for value in all {
      index += little(value.id, 4) + little(8 + all.count * 8 + section.count, 4)
      section += (value.id == 0 ? [] : little(value.type, 4)) + value.bytes
      section += [UInt8](repeating: 0, count: (4 - section.count % 4) % 4)
    }
    let body = little(8 + index.count + section.count, 4) + little(all.count, 4) + index + section
    let head = little(0xFFFE, 2) + little(0, 2) + little(0, 4) + [UInt8](repeating: 0, count: 16)
    return head + little(1, 4) + format + little(48, 4) + body
  }

  mutating func add(_ id: Int, text: [UInt8]) {
    values.append((id, 30, ForgedCompoundFile.little(text.count + 1, 4) + text + [0]))
  }
}
