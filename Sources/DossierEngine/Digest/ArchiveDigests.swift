import ArchiveIO

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
