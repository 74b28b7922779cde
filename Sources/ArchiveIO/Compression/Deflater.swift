import CLibDeflate
import CZlib

/// Raw deflate, packed: libdeflate for a whole buffer, zlib for a stream.
@safe struct Deflater: ~Copyable {
  /// libdeflate's compressors by the effort: its level 2 takes a quarter of the time of zlib's 6, its
  /// level 6 half.
  private var quick: OpaquePointer?
  private var thorough: OpaquePointer?
  private var stream: UnsafeMutablePointer<z_stream>?
  /// gzip's head, where streams are to have one.
  private var head: UnsafeMutablePointer<gz_header>?

  /// Makes a deflater.
  ///
  /// - Parameter isGzip: whether streams get gzip's head, with no name, no time and no system in it.
  init(isGzip: Bool = false) {
    unsafe quick = nil
    unsafe thorough = nil
    unsafe stream = nil
    unsafe head = nil
    if isGzip {
      let fresh = UnsafeMutablePointer<gz_header>.allocate(capacity: 1)
      unsafe fresh.initialize(to: gz_header())
      unsafe fresh.pointee.os = 255
      unsafe head = fresh
    }
  }

  deinit {
    if let quick = unsafe quick { unsafe libdeflate_free_compressor(quick) }
    if let thorough = unsafe thorough { unsafe libdeflate_free_compressor(thorough) }
    if let stream = unsafe stream {
      unsafe deflateEnd(stream)
      unsafe stream.deallocate()
    }
    unsafe head?.deallocate()
  }

  /// Packs a whole buffer.
  ///
  /// - Returns: the number of packed bytes, or nothing where they do not fit into the output or no
  ///   effort is to be made.
  mutating func whole(
    _ bytes: UnsafeRawBufferPointer, effort: DeflateEffort,
    into output: UnsafeMutableRawBufferPointer
  ) -> Int? {
    guard let compressor = unsafe compressor(effort) else { return nil }
    let count = unsafe libdeflate_deflate_compress(
      compressor, bytes.baseAddress, bytes.count, output.baseAddress, output.count)
    return count > 0 ? count : nil
  }

  private mutating func compressor(_ effort: DeflateEffort) -> OpaquePointer? {
    switch effort {
    case .none: return nil
    case .quick:
      if unsafe quick == nil { unsafe quick = libdeflate_alloc_compressor(2) }
      return unsafe quick
    case .thorough:
      if unsafe thorough == nil { unsafe thorough = libdeflate_alloc_compressor(6) }
      return unsafe thorough
    }
  }

  /// Begins a stream.
  mutating func start() throws(ArchiveError) {
    if let stream = unsafe stream {
      unsafe deflateReset(stream)
      return
    }
    let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe fresh.initialize(to: z_stream())
    let windowBits = unsafe head == nil ? -MAX_WBITS : MAX_WBITS + 16
    let status = unsafe deflateInit2_(
      fresh, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe fresh.deallocate()
      throw ArchiveError(.write, path: "", detail: "zlib cannot start (\(status))")
    }
    if let head = unsafe head { unsafe deflateSetHeader(fresh, head) }
    unsafe stream = fresh
  }

  /// Gives the stream its next bytes; they must stay until they are used up.
  mutating func give(_ bytes: UnsafeRawBufferPointer) {
    guard let stream = unsafe stream else { return }
    let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    unsafe stream.pointee.avail_in = UInt32(bytes.count)
  }

  /// Packs until the output is full, the input is used up, or, at the end, all is out.
  ///
  /// - Returns: the number of bytes in the output and whether there is more to come.
  mutating func step(
    into output: UnsafeMutableRawBufferPointer, isLast: Bool
  ) -> (count: Int, hasMore: Bool) {
    guard let stream = unsafe stream else { return (0, false) }
    unsafe stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let status = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
    let left = Int(unsafe stream.pointee.avail_out)
    return (output.count - left, isLast ? status != Z_STREAM_END : left == 0)
  }
}
