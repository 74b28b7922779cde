/// How much work an entry's bytes are worth.
public enum DeflateEffort: Sendable, Hashable, CaseIterable {
  /// None: they are stored.
  case none
  /// Quickly: two percent above `zip -6` on programs, below it on tables of numbers.
  case quick
  /// Thoroughly: no larger than `zip -6`, at half its time.
  case thorough
}

/// What is to become an entry of a ZIP.
public struct ZIPPart: Sendable {
  /// The name in the archive: relative, "/" between its parts.
  public var name: String
  /// The bytes.
  public var content: any ByteSource
  /// The time to write.
  public var time: DOSTime
  /// How to deflate it, where that gains; else it is stored.
  public var effort: DeflateEffort

  /// Describes an entry.
  public init(name: String, content: any ByteSource, time: DOSTime, effort: DeflateEffort) {
    self.name = name
    self.content = content
    self.time = time
    self.effort = effort
  }
}

/// An entry that is read, counted, checksummed and, where it is small, packed: ready to append.
public struct PreparedZIPEntry: Sendable {
  /// Where its packed bytes are.
  enum Payload: Sendable {
    /// Here; deflated or stored.
    case bytes([UInt8], isDeflated: Bool)
    /// To be copied from the source.
    case copy(any ByteSource)
    /// To be deflated from the source as it is written.
    case deflate(any ByteSource)
  }

  /// The name in the archive.
  public let name: String
  /// The time to write.
  public let time: DOSTime
  /// The CRC-32 of its bytes.
  public let crc32: UInt32
  /// The number of its bytes.
  public let size: UInt64
  let payload: Payload

  init(_ part: ZIPPart, crc32: UInt32, size: UInt64, payload: Payload) {
    name = part.name
    time = part.time
    self.crc32 = crc32
    self.size = size
    self.payload = payload
  }
}

/// Prepares entries: one a task, its buffers are used again.
public struct ZIPPreparer: ~Copyable {
  /// An entry of at most so many bytes is packed in memory, and so is what stands in memory already;
  /// a larger one when it is written.
  public static let wholeLimit = 4 << 20
  static let chunkSize = 256 << 10

  private var input = RawBuffer()
  private var output = RawBuffer()
  private var deflater = Deflater()

  /// Makes a preparer; memory is taken when the first entry is prepared.
  public init() {}

  /// Reads an entry once, and packs it if it is small.
  ///
  /// - Parameters:
  ///   - part: the entry.
  ///   - observe: sees the bytes as they are read, in chunks, in order: to digest them in the same
  ///     pass.
  /// - Returns: the entry, for `StrictZIPWriter.append`, in whatever order the caller keeps.
  /// - Throws: `ArchiveError.io`, also where the source gives fewer bytes than its size; and what
  ///   `observe` throws.
  public mutating func prepare(
    _ part: ZIPPart, observe: (UnsafeRawBufferPointer) throws -> Void = { _ in }
  ) throws -> PreparedZIPEntry {
    let size = part.content.size
    if part.effort != .none, let memory = part.content as? MemorySource {
      return try unsafe memory.storage.withUnsafeBytes { try unsafe packed(part, $0, observe) }
    }
    if part.effort != .none, size <= UInt64(ZIPPreparer.wholeLimit) {
      input.reserve(max(Int(size), 1))
      try fill(part, Int(size), at: 0)
      return try unsafe packed(part, input.bytes(0, Int(size)), observe)
    }
    let isSmall = size <= UInt64(ZIPPreparer.chunkSize)
    input.reserve(ZIPPreparer.chunkSize)
    var checksum: UInt32 = 0
    var done: UInt64 = 0
    while done < size {
      let count = Int(min(UInt64(ZIPPreparer.chunkSize), size - done))
      try fill(part, count, at: done)
      let chunk = unsafe input.bytes(0, count)
      checksum = unsafe CRC32.update(checksum, with: chunk)
      try unsafe observe(chunk)
      done += UInt64(count)
    }
    var payload =
      part.effort == .none ? PreparedZIPEntry.Payload.copy(part.content) : .deflate(part.content)
    if isSmall { payload = unsafe .bytes(Array(input.bytes(0, Int(size))), isDeflated: false) }
    return PreparedZIPEntry(part, crc32: checksum, size: size, payload: payload)
  }

  private mutating func packed(
    _ part: ZIPPart, _ bytes: UnsafeRawBufferPointer,
    _ observe: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> PreparedZIPEntry {
    let size = bytes.count
    output.reserve(max(size, 1))
    if size > 0 { try unsafe observe(bytes) }
    let checksum = unsafe CRC32.update(0, with: bytes)
    // Packed bytes that are not fewer would only cost the reader time.
    var packed: Int?
    if size > 1 {
      packed = unsafe deflater.whole(
        bytes, effort: part.effort, into: output.mutableBytes(0, size - 1))
    }
    // What packs like a bomb would be taken for one.
    if let count = packed, ZIPLimits.archive.isBomb(size: UInt64(size), packed: UInt64(count)) {
      packed = nil
    }
    let payload: PreparedZIPEntry.Payload
    if let packed {
      payload = unsafe .bytes(Array(output.bytes(0, packed)), isDeflated: true)
    } else {
      payload = unsafe .bytes(Array(bytes), isDeflated: false)
    }
    return PreparedZIPEntry(part, crc32: checksum, size: UInt64(size), payload: payload)
  }

  private mutating func fill(
    _ part: ZIPPart, _ count: Int, at offset: UInt64
  ) throws(ArchiveError) {
    guard count > 0 else { return }
    let read = try unsafe part.content.read(into: input.mutableBytes(0, count), at: offset)
    if read < count { throw ArchiveError.changed(part.content.name) }
  }
}

extension ArchiveError {
  /// A file that is not what it was a moment ago.
  static func changed(_ path: String) -> ArchiveError {
    ArchiveError(.io, path: path, detail: "file-changed")
  }
}
