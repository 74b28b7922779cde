/// What the extended headers before an entry say of it.
struct TarPending {
  /// The records of a pax header.
  var pax: PaxRecords?
  /// The name and the link's target by GNU's records.
  var longName: [UInt8]?
  var longLink: [UInt8]?
  /// Whether a global header stands directly before; it is meant for entries to come.
  var isGlobal = false

  var isAny: Bool { pax != nil || longName != nil || longLink != nil }
}

/// The names of an archive, to be compared with each other.
struct TarNames {
  struct Item {
    var name: [UInt8]
    var offset: UInt64
  }

  /// All names; a folder's ends in "/".
  private(set) var list: [Item] = []
  private(set) var bytes = 0
  private var foreign: Set<[UInt8]> = []

  mutating func add(_ entry: TarEntry) {
    var name = entry.rawName[...]
    while name.starts(with: [0x2e, 0x2f]) { name = name.dropFirst(2) }
    if entry.kind == .folder && !name.isEmpty && name.last != 0x2f { name.append(0x2f) }
    if name.isEmpty { return }
    bytes += name.count + 48
    list.append(Item(name: Array(name), offset: entry.headerOffset))
  }

  /// Notes a name that a pax header replaces by an unrelated one.
  ///
  /// - Returns: whether another entry had the same.
  mutating func addForeign(_ name: ArraySlice<UInt8>) -> Bool {
    bytes += name.count
    return !foreign.insert(Array(name)).inserted
  }

  func twins() -> [NameTwins.Twin] {
    NameTwins.find(count: list.count) { list[$0].name[...] }
  }
}
