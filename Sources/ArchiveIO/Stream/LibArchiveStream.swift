import CLibArchive

/// An xz or zstd file, unpacked by libarchive's filters; both check their checksums.
final class LibArchiveStream: ByteStream {
  /// Which filter; no other is ever tried.
  enum Filter { case xz, zstd }

  private let source: any ByteSource
  private let filter: Filter
  private var handle: ReadHandle
  private var scratch = RawBuffer()
  private(set) var oddities: [ContainerOddity] = []

  init(_ source: any ByteSource, filter: Filter) throws(ArchiveError) {
    self.source = source
    self.filter = filter
    if filter == .xz {
      let dictionary = try XZDictionary.largest(in: source)
      if dictionary > XZDictionary.limit {
        throw ArchiveError(.unsupported, path: source.name, detail: "packed-window")
      }
    }
    handle = try ReadHandle(source, filter: filter)
  }

  var packedBytes: UInt64? { handle.packedBytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    try unsafe handle.read(into: buffer)
  }

  func skip(_ count: UInt64) throws(ArchiveError) -> Bool {
    scratch.reserve(128 << 10)
    return try unsafe skipByReading(count, scratch.mutableBytes(0, 128 << 10))
  }
}

/// The owner of libarchive's reader.
@safe private struct ReadHandle: ~Copyable {
  private let archive: OpaquePointer
  private let feed: Unmanaged<Feed>
  private let name: String

  init(_ source: any ByteSource, filter: LibArchiveStream.Filter) throws(ArchiveError) {
    let opened = unsafe archive_read_new()
    guard let opened = unsafe opened else {
      throw ArchiveError(.io, path: source.name, detail: "memory")
    }
    let feed = unsafe Unmanaged.passRetained(Feed(source))
    var status: Int32
    switch filter {
    case .xz: status = unsafe archive_read_support_filter_xz(opened)
    case .zstd: status = unsafe archive_read_support_filter_zstd(opened)
    }
    if status == ARCHIVE_OK { status = unsafe archive_read_support_format_raw(opened) }
    if status == ARCHIVE_OK {
      status = unsafe archive_read_open(
        opened, feed.toOpaque(), nil,
        { _, context, bytes in
          guard let context = unsafe context, let bytes = unsafe bytes else { return -1 }
          let feed = unsafe Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue()
          return unsafe feed.next(bytes)
        }, nil)
    }
    var entry: OpaquePointer?
    if status == ARCHIVE_OK { status = unsafe archive_read_next_header(opened, &entry) }
    if status != ARCHIVE_OK {
      let error = unsafe ReadHandle.error(opened, feed, path: source.name)
      unsafe archive_read_free(opened)
      unsafe feed.release()
      throw error
    }
    unsafe archive = opened
    unsafe self.feed = feed
    name = source.name
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe feed.release()
  }

  var packedBytes: UInt64 { UInt64(max(0, unsafe archive_filter_bytes(archive, -1))) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = unsafe archive_read_data(
        archive, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      if count < 0 { throw unsafe ReadHandle.error(archive, feed, path: name) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private static func error(
    _ archive: OpaquePointer, _ feed: Unmanaged<Feed>, path: String
  ) -> ArchiveError {
    if let failure = unsafe feed.takeUnretainedValue().failure { return failure }
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    // libarchive gives no code for these: its words are all there is.
    let words = (text ?? "").lowercased()
    if words.contains("truncated") {
      return ArchiveError(.truncated, path: path, detail: "packed-truncated")
    }
    if words.contains("memory") {
      return ArchiveError(.unsupported, path: path, detail: "packed-window")
    }
    return ArchiveError(.damaged, path: path, detail: "packed-damaged")
  }
}

/// Gives libarchive the bytes of a source.
private final class Feed {
  private let source: any ByteSource
  private var position: UInt64 = 0
  private var buffer = RawBuffer()
  var failure: ArchiveError?

  private static let chunkSize = 128 << 10

  init(_ source: any ByteSource) {
    self.source = source
    buffer.reserve(Feed.chunkSize)
  }

  func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ArchiveError) {
      let count = try unsafe source.read(
        into: buffer.mutableBytes(0, Feed.chunkSize), at: position)
      position += UInt64(count)
      unsafe bytes.pointee = buffer.bytes(0, count).baseAddress
      return count
    } catch {
      failure = error
      return -1
    }
  }
}
