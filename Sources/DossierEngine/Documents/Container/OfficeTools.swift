import ArchiveIO
import XMLPull

/// The parser and buffers of one task, used again from file to file.
final class OfficeTools {
  let xml = XMLReader(vocabulary: .office)
  var entries = ZIPEntryReader()
  private var plainParts = PlainParts()

  /// Whether the story of an entry must be parsed to know what flags it raises.
  func needsReading(
    _ entry: ZIPEntry, in source: any ByteSource
  ) throws(ArchiveError) -> Bool {
    if plainParts.mayHold(entry) {
      let packed = try entries.packedBytes(of: entry, in: source)
      if plainParts.holds(entry, packed: packed) { return false }
    }
    let isMarked = try entries.withBytes(
      of: entry, in: source, limit: DocumentLimits.metadataPart, StorySkim.needsReading)
    if !isMarked, PlainParts.isWorthKeeping(entry) {
      plainParts.add(entry, packed: try entries.packedBytes(of: entry, in: source))
    }
    return isMarked
  }
}

/// Parts that raise no flag, known again by their packed bytes.
///
/// All that one program makes of one template has the same styles, of which there are hundreds of
/// kilobytes packed into a few: to compare these is far less work than to unpack them once more.
private struct PlainParts {
  private struct Part {
    var size: UInt64
    var crc32: UInt32
    var packed: [UInt8]
  }

  private static let most = 8
  private static let largest: UInt64 = 64 << 10
  private var parts: [Part] = []
  private var next = 0

  /// Whether a part is packed so well that it is worth knowing again.
  static func isWorthKeeping(_ entry: ZIPEntry) -> Bool {
    entry.compressedSize <= largest && entry.size >= entry.compressedSize * 12
  }

  func mayHold(_ entry: ZIPEntry) -> Bool {
    guard case .deflate = entry.method else { return false }
    return parts.contains { $0.size == entry.size && $0.crc32 == entry.crc32 }
  }

  func holds(_ entry: ZIPEntry, packed: [UInt8]) -> Bool {
    parts.contains { part in
      part.size == entry.size && part.crc32 == entry.crc32
        && ByteSearch.isSame(part.packed, packed)
    }
  }

  mutating func add(_ entry: ZIPEntry, packed: [UInt8]) {
    guard case .deflate = entry.method else { return }
    let part = Part(size: entry.size, crc32: entry.crc32, packed: packed)
    if parts.count < PlainParts.most { parts.append(part) } else { parts[next] = part }
    next = (next + 1) % PlainParts.most
  }
}
