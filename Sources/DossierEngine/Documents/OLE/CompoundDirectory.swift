/// The directory of a compound file: entries of 128 bytes that form trees ([MS-CFB] 2.6).
struct CompoundDirectory {
  private struct Node {
    var entry: CompoundEntry
    var left: Int
    var right: Int
    var child: Int
  }

  private static let none = 0xFFFF_FFFF
  /// Deeper storages are not looked into; Office nests five.
  private static let maximumDepth = 64

  private let bytes: LittleEndianBytes
  /// The root entry, once `entries` has run.
  private(set) var root: CompoundEntry?

  init(bytes: [UInt8]) {
    self.bytes = LittleEndianBytes(bytes)
    root = Self.node(0, in: self.bytes).flatMap { $0.entry.kind == .root ? $0.entry : nil }
  }

  /// Whether not even one entry is there.
  var isEmpty: Bool { bytes.count < 128 }

  /// Walks the trees from the root; an entry that is reached twice counts once.
  mutating func entries() -> [CompoundEntry] {
    guard root != nil, let first = Self.node(0, in: bytes) else { return [] }
    var found: [CompoundEntry] = []
    var seen = Set<Int>([0])
    var waiting = [(index: first.child, prefix: "", depth: 0)]
    while let next = waiting.popLast() {
      guard next.index != Self.none, seen.insert(next.index).inserted,
        let node = Self.node(next.index, in: bytes)
      else { continue }
      var entry = node.entry
      entry.key = next.prefix + entry.name.lowercased()
      waiting.append((node.right, next.prefix, next.depth))
      if entry.kind == .storage, next.depth < Self.maximumDepth {
        waiting.append((node.child, entry.key + "/", next.depth + 1))
      }
      waiting.append((node.left, next.prefix, next.depth))
      found.append(entry)
    }
    return found
  }

  private static func node(_ index: Int, in bytes: LittleEndianBytes) -> Node? {
    let start = index * 128
    guard index < bytes.count / 128, let nameLength = bytes.uint16(at: start + 64),
      let type = bytes.byte(at: start + 66), let left = bytes.index(at: start + 68),
      let right = bytes.index(at: start + 72), let child = bytes.index(at: start + 76),
      let first = bytes.uint32(at: start + 116), let size = bytes.uint32(at: start + 120),
      let kind = kind(of: type)
    else { return nil }
    let nameBytes = bytes.slice(at: start, count: min(max(0, Int(nameLength) - 2), 62)) ?? []
    // The upper half of the size is rubbish in files with small sectors: no stream of a document
    // that is read here reaches 4 GiB.
    let entry = CompoundEntry(
      name: CodePage.decodeUTF16(nameBytes), key: "", kind: kind, start: first, size: UInt64(size))
    return Node(entry: entry, left: left, right: right, child: child)
  }

  private static func kind(of type: UInt8) -> CompoundEntry.Kind? {
    switch type {
    case 1: .storage
    case 2: .stream
    case 5: .root
    default: nil
    }
  }
}
