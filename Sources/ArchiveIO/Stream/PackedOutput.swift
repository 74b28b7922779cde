import CLibArchive

/// How a tar archive is packed.
public enum TarPacking: Sendable, Hashable {
  case none
  case gzip
  case zstd
}

/// A file that takes bytes packed; the same bytes in give the same bytes out.
final class PackedOutput {
  private var file: OutputFile
  private var gzip: GzipPacker?
  private var zstd: ZstdPacker?

  init(_ file: consuming OutputFile, packing: TarPacking) throws(ArchiveError) {
    self.file = file
    gzip = nil
    zstd = nil
    switch packing {
    case .none: break
    case .gzip: gzip = try GzipPacker()
    case .zstd: zstd = try ZstdPacker(path: self.file.path)
    }
  }

  var path: String { file.path }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    if gzip != nil {
      try unsafe gzip?.write(bytes, isLast: false, to: &file)
    } else if zstd != nil {
      try unsafe zstd?.write(bytes)
      try drain()
    } else {
      try unsafe file.write(bytes)
    }
  }

  func write(_ bytes: [UInt8]) throws(ArchiveError) {
    var failure: ArchiveError?
    unsafe bytes.withUnsafeBytes { buffer in
      do throws(ArchiveError) { try unsafe write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Ends the packed stream and hands all to the system.
  ///
  /// - Returns: the size of the file.
  func finish() throws(ArchiveError) -> UInt64 {
    if gzip != nil {
      try unsafe gzip?.write(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, to: &file)
    } else if zstd != nil {
      try zstd?.finish()
      try drain()
    }
    try file.flush()
    return file.size
  }

  private func drain() throws(ArchiveError) {
    guard let bytes = zstd?.takeOutput() else { return }
    try file.write(bytes)
  }
}

/// Packs with gzip, by zlib.
struct GzipPacker: ~Copyable {
  private var deflater = Deflater(isGzip: true)
  private var output = RawBuffer()
  private static let chunkSize = 256 << 10

  init() throws(ArchiveError) {
    output.reserve(GzipPacker.chunkSize)
    try deflater.start()
  }

  mutating func write(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, to file: inout OutputFile
  ) throws(ArchiveError) {
    unsafe deflater.give(bytes)
    var hasMore = true
    while hasMore {
      let step = unsafe deflater.step(
        into: output.mutableBytes(0, GzipPacker.chunkSize), isLast: isLast)
      try unsafe file.write(output.bytes(0, step.count))
      hasMore = step.hasMore
    }
  }
}

/// Packs with zstd, by libarchive's filter on one thread: several would give other bytes.
@safe struct ZstdPacker: ~Copyable {
  private let archive: OpaquePointer
  private let sink: Unmanaged<Sink>
  private let path: String

  /// Takes what libarchive has packed.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  init(path: String) throws(ArchiveError) {
    guard let opened = unsafe archive_write_new() else {
      throw ArchiveError(.write, path: path, detail: "memory")
    }
    let sink = unsafe Unmanaged.passRetained(Sink())
    var status = unsafe archive_write_add_filter_zstd(opened)
    if status == ARCHIVE_OK {
      status = unsafe archive_write_set_filter_option(opened, "zstd", "compression-level", "6")
    }
    if status == ARCHIVE_OK { status = unsafe archive_write_set_format_raw(opened) }
    if status == ARCHIVE_OK { status = unsafe archive_write_set_bytes_in_last_block(opened, 1) }
    if status == ARCHIVE_OK {
      status = unsafe archive_write_open(
        opened, sink.toOpaque(), nil,
        { _, context, bytes, count in
          guard let context = unsafe context, let bytes = unsafe bytes else { return -1 }
          let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
          unsafe sink.bytes.append(
            contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
          return count
        }, nil)
    }
    if status == ARCHIVE_OK { status = unsafe ZstdPacker.writeHeader(opened) }
    guard status == ARCHIVE_OK else {
      let text = unsafe archive_error_string(opened).map { unsafe String(cString: $0) }
      unsafe archive_write_free(opened)
      unsafe sink.release()
      throw ArchiveError(.write, path: path, detail: text ?? "zstd cannot start")
    }
    unsafe archive = opened
    unsafe self.sink = sink
    self.path = path
  }

  deinit {
    unsafe archive_write_free(archive)
    unsafe sink.release()
  }

  /// The raw format wants one nameless entry.
  private static func writeHeader(_ archive: OpaquePointer) -> Int32 {
    let entry = unsafe archive_entry_new()
    unsafe archive_entry_set_pathname(entry, "data")
    unsafe archive_entry_set_filetype(entry, 0o100000)
    let status = unsafe archive_write_header(archive, entry)
    unsafe archive_entry_free(entry)
    return status
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    if bytes.count == 0 { return }
    let count = unsafe archive_write_data(archive, bytes.baseAddress, bytes.count)
    if count != bytes.count { throw failure() }
  }

  mutating func finish() throws(ArchiveError) {
    if unsafe archive_write_close(archive) != ARCHIVE_OK { throw failure() }
  }

  func takeOutput() -> [UInt8] {
    let sink = unsafe sink.takeUnretainedValue()
    let bytes = sink.bytes
    sink.bytes = []
    return bytes
  }

  private func failure() -> ArchiveError {
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return ArchiveError(.write, path: path, detail: text ?? "zstd failed")
  }
}
