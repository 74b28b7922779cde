import ArchiveIO
import DossierModel

/// Reads a TAR from front to back and hands over the data of the entries that are wanted.
struct TarDocumentVisitor: TarVisitor {
  /// The entries that are wanted, by their number in the archive.
  let wanted: Set<Int>
  /// The most bytes of one entry that are held in memory.
  let limit: Int
  /// Gets the number of each and its data.
  let take: (Int, EntryData) throws -> Void

  private var number = -1
  private var start: [UInt8] = []
  /// Where the data is more than is held.
  private var run: DigestRun?

  init(wanted: Set<Int>, limit: Int, take: @escaping (Int, EntryData) throws -> Void) {
    self.wanted = wanted
    self.limit = limit
    self.take = take
  }

  mutating func begin(_ entry: TarEntry) throws -> Bool {
    try Task.checkCancellation()
    number += 1
    start = []
    run = entry.size > UInt64(limit) ? DigestRun([.sha256]) : nil
    return wanted.contains(number)
  }

  mutating func data(_ bytes: UnsafeRawBufferPointer) throws {
    try Task.checkCancellation()
    unsafe run?.update(bytes)
    let room = run == nil ? limit - start.count : EntryData.startSize - start.count
    unsafe start.append(contentsOf: bytes.prefix(room))
  }

  mutating func end(_ entry: TarEntry) throws {
    guard wanted.contains(number) else { return }
    if let run {
      try take(number, .large(start: start, digests: run.finalized()))
    } else {
      try take(number, .whole(MemorySource(name: entry.name ?? "", bytes: start)))
    }
    start = []
  }
}
