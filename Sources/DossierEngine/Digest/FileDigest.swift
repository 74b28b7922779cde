public import ArchiveIO
import Crypto

/// Computes several checksums in one pass over bytes that come in chunks.
///
/// SHA-256 and SHA-512 come from swift-crypto, which uses the processor's SHA instructions; MD5 and
/// SHA-1 only serve to verify old bags.
public struct DigestRun {
  private var md5: Insecure.MD5?
  private var sha1: Insecure.SHA1?
  private var sha224: SHA224?
  private var sha256: SHA256?
  private var sha384: SHA384?
  private var sha512: SHA512?
  private var count: UInt64 = 0

  /// Begins a run.
  public init(_ algorithms: Set<DigestAlgorithm>) {
    for algorithm in algorithms {
      switch algorithm {
      case .md5: md5 = Insecure.MD5()
      case .sha1: sha1 = Insecure.SHA1()
      case .sha224: sha224 = SHA224()
      case .sha256: sha256 = SHA256()
      case .sha384: sha384 = SHA384()
      case .sha512: sha512 = SHA512()
      }
    }
  }

  /// Takes a chunk.
  public mutating func update(_ chunk: borrowing RawSpan) {
    // The pointer does not leave this call, and every function below only reads through it.
    unsafe chunk.withUnsafeBytes { unsafe update($0) }
  }

  /// Takes a chunk.
  public mutating func update(_ chunk: [UInt8]) {
    unsafe chunk.withUnsafeBytes { unsafe update($0) }
  }

  /// Takes a chunk lent by a reader; the pointer is not kept.
  public mutating func update(_ chunk: UnsafeRawBufferPointer) {
    count += UInt64(chunk.count)
    unsafe md5?.update(bufferPointer: chunk)
    unsafe sha1?.update(bufferPointer: chunk)
    unsafe sha224?.update(chunk)
    unsafe sha256?.update(bufferPointer: chunk)
    unsafe sha384?.update(bufferPointer: chunk)
    unsafe sha512?.update(bufferPointer: chunk)
  }

  /// The checksums of all bytes taken.
  public func finalized() -> DigestSet {
    var values: [DigestAlgorithm: [UInt8]] = [:]
    if let sha256 { values[.sha256] = Array(sha256.finalize()) }
    if let sha512 { values[.sha512] = Array(sha512.finalize()) }
    if let sha384 { values[.sha384] = Array(sha384.finalize()) }
    if let sha224 { values[.sha224] = sha224.finalized() }
    if let sha1 { values[.sha1] = Array(sha1.finalize()) }
    if let md5 { values[.md5] = Array(md5.finalize()) }
    return DigestSet(size: count, values: values)
  }
}

/// Computes checksums of files, with one buffer for all of them: one for each task.
///
/// Safe to use: the buffer is its own, and nothing outside ever sees the pointer.
@safe
public final class FileDigester {
  /// The number of bytes read at a time.
  public static let chunkSize = 256 * 1024

  private let buffer: UnsafeMutableRawBufferPointer

  /// Makes the buffer.
  public init() {
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: FileDigester.chunkSize, alignment: 64)
  }

  deinit { unsafe buffer.deallocate() }

  /// Reads a source to its end.
  ///
  /// - Parameters:
  ///   - source: the bytes.
  ///   - algorithms: which checksums; none is allowed and counts the bytes.
  ///   - output: a new file that gets the bytes as well.
  ///   - progress: called with the number of bytes of each chunk.
  /// - Throws: `ArchiveError.io`, `.write`; `CancellationError` between two chunks.
  public func digest(
    of source: any ByteSource, _ algorithms: Set<DigestAlgorithm>, into output: String? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> DigestSet {
    var run = DigestRun(algorithms)
    let copy = try output.map { try FileCopy($0) }
    var offset: UInt64 = 0
    while offset < source.size {
      try Task.checkCancellation()
      let wanted = Int(min(UInt64(FileDigester.chunkSize), source.size - offset))
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
      let count = try unsafe source.read(into: part, at: offset)
      if count == 0 { break }
      let chunk = unsafe UnsafeRawBufferPointer(rebasing: part[..<count])
      unsafe run.update(chunk)
      try unsafe copy?.write(chunk)
      offset += UInt64(count)
      progress(count)
    }
    try copy?.finish()
    return run.finalized()
  }
}

/// A file that gets the bytes that are digested.
private final class FileCopy {
  private var file: OutputFile

  init(_ path: String) throws(ArchiveError) { file = try OutputFile(creating: path) }

  func write(_ chunk: UnsafeRawBufferPointer) throws(ArchiveError) { try unsafe file.write(chunk) }

  func finish() throws(ArchiveError) { try file.flush() }
}

extension DigestSet {
  /// The checksums of bytes in memory.
  public static func of(_ bytes: [UInt8], _ algorithms: Set<DigestAlgorithm>) -> DigestSet {
    var run = DigestRun(algorithms)
    run.update(bytes)
    return run.finalized()
  }
}

extension ZIPEntryReader {
  /// Reads an entry to its end and computes checksums of its data on the way.
  ///
  /// - Parameters:
  ///   - entry: an entry of the archive's directory.
  ///   - source: the archive.
  ///   - algorithms: which checksums; none is allowed and only checks the data.
  ///   - output: a new file that gets the bytes as well.
  ///   - progress: called with the number of bytes of each chunk.
  /// - Throws: as `read(_:from:limit:_:)`; `CancellationError` between two chunks.
  mutating func digest(
    of entry: ZIPEntry, in source: any ByteSource, _ algorithms: Set<DigestAlgorithm>,
    into output: String? = nil, progress: (Int) -> Void
  ) throws -> DigestSet {
    try unsafe digest(of: entry, in: source, algorithms, into: output) { chunk in
      progress(chunk.count)
    }
  }

  /// Reads an entry to its end: its checksums, and how it begins.
  ///
  /// - Parameter count: how many bytes of the beginning.
  /// - Throws: as `read(_:from:limit:_:)`; `CancellationError` between two chunks.
  mutating func digestAndStart(
    of entry: ZIPEntry, in source: any ByteSource, _ algorithms: Set<DigestAlgorithm>, count: Int
  ) throws -> (digests: DigestSet, start: [UInt8]) {
    var start: [UInt8] = []
    let digests = try unsafe digest(of: entry, in: source, algorithms) { chunk in
      unsafe start.append(contentsOf: chunk.prefix(count - start.count))
    }
    return (digests, start)
  }

  /// Reads an entry to its end and computes checksums of its data on the way.
  ///
  /// - Parameter observe: gets each chunk; the pointer must not be kept.
  /// - Throws: as `read(_:from:limit:_:)`; `CancellationError` between two chunks.
  private mutating func digest(
    of entry: ZIPEntry, in source: any ByteSource, _ algorithms: Set<DigestAlgorithm>,
    into output: String? = nil, observe: (UnsafeRawBufferPointer) -> Void
  ) throws -> DigestSet {
    var run = DigestRun(algorithms)
    let copy = try output.map { try FileCopy($0) }
    try unsafe read(entry, from: source) { chunk in
      try Task.checkCancellation()
      unsafe run.update(chunk)
      try unsafe copy?.write(chunk)
      unsafe observe(chunk)
    }
    try copy?.finish()
    return run.finalized()
  }
}

extension ZIPPreparer {
  /// Reads an entry once: packs it if it is small, and computes checksums on the way.
  ///
  /// - Throws: as `prepare(_:observe:)`; `CancellationError` between two chunks.
  mutating func prepare(
    _ part: ZIPPart, digesting algorithms: Set<DigestAlgorithm>, progress: (Int) -> Void
  ) throws -> (entry: PreparedZIPEntry, digests: DigestSet) {
    var run = DigestRun(algorithms)
    let entry = try unsafe prepare(part) { chunk in
      try Task.checkCancellation()
      unsafe run.update(chunk)
      progress(chunk.count)
    }
    return (entry, run.finalized())
  }
}

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

extension TarWriter {
  /// Appends a file and computes checksums on the way.
  ///
  /// - Throws: as `append(name:content:observe:)`; `CancellationError` between two chunks.
  mutating func append(
    name: String, content: any ByteSource, digesting algorithms: Set<DigestAlgorithm>,
    progress: (Int) -> Void
  ) throws -> DigestSet {
    var run = DigestRun(algorithms)
    try unsafe append(name: name, content: content) { chunk in
      try Task.checkCancellation()
      unsafe run.update(chunk)
      progress(chunk.count)
    }
    return run.finalized()
  }
}
