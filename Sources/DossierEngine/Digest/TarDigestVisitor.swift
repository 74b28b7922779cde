import ArchiveIO

/// Reads a TAR from front to back: keeps what is small and wanted, digests what is asked for.
struct TarDigestVisitor: TarVisitor {
  /// What is to be done with an entry's data.
  enum Wish {
    case nothing
    case keep
    /// Checksums, and possibly a new file that gets the bytes as well.
    case digest(Set<DigestAlgorithm>, into: String?)
  }

  /// Decides, by the entry and its number in the archive.
  let wish: (TarEntry, Int) -> Wish
  /// Called with the number of bytes of each digested chunk.
  let progress: (Int) -> Void
  /// The most bytes that are kept in all.
  let keepLimit: Int

  /// All entries.
  private(set) var entries: [TarEntry] = []
  /// The entries whose data came to its end.
  private(set) var complete: Set<Int> = []
  /// The data of the entries that were kept, by number.
  private(set) var kept: [Int: [UInt8]] = [:]
  /// The checksums of the entries that were digested, by number.
  private(set) var digests: [Int: DigestSet] = [:]
  private var run: DigestRun?
  private var copy: FileCopy?
  private var isKeeping = false
  private var buffer: [UInt8] = []
  private var keptBytes = 0

  init(
    keepLimit: Int, progress: @escaping (Int) -> Void = { _ in },
    wish: @escaping (TarEntry, Int) -> Wish
  ) {
    self.keepLimit = keepLimit
    self.progress = progress
    self.wish = wish
  }

  mutating func begin(_ entry: TarEntry) throws -> Bool {
    try Task.checkCancellation()
    let number = entries.count
    entries.append(entry)
    switch wish(entry, number) {
    case .nothing: return false
    case .keep:
      isKeeping = entry.size <= UInt64(max(0, keepLimit - keptBytes))
      return isKeeping
    case .digest(let algorithms, let output):
      run = DigestRun(algorithms)
      copy = try output.map { try FileCopy($0) }
      return true
    }
  }

  mutating func data(_ bytes: UnsafeRawBufferPointer) throws {
    try Task.checkCancellation()
    if isKeeping { unsafe buffer.append(contentsOf: bytes) }
    if run != nil {
      unsafe run?.update(bytes)
      try unsafe copy?.write(bytes)
      progress(bytes.count)
    }
  }

  mutating func end(_ entry: TarEntry) throws {
    let number = entries.count - 1
    complete.insert(number)
    if isKeeping {
      kept[number] = buffer
      keptBytes += buffer.count
    }
    digests[number] = run?.finalized()
    try copy?.finish()
    copy = nil
    isKeeping = false
    run = nil
    buffer = []
  }
}
