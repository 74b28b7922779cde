extension ZIPEntryReader {
  /// Streams the data of an entry as spans, for callers that hold no unsafe code.
  ///
  /// - Parameters:
  ///   - entry: an entry of the source's directory.
  ///   - source: the bytes of the archive.
  ///   - limit: the most bytes to produce.
  ///   - body: takes each chunk of at most 256 KiB.
  /// - Throws: as `read(_:from:limit:_:)`.
  public mutating func stream(
    _ entry: ZIPEntry, from source: any ByteSource, limit: UInt64 = .max,
    _ body: (RawSpan) throws -> Void
  ) throws {
    try unsafe read(entry, from: source, limit: limit) { chunk in
      try unsafe body(chunk.bytes)
    }
  }
}
