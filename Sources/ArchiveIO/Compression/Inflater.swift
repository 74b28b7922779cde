import CLibDeflate
import CZlib

/// Raw deflate, unpacked: libdeflate for a whole buffer, zlib for a stream.
@safe struct Inflater: ~Copyable {
  /// What became of a whole buffer.
  enum Outcome {
    case done(consumed: Int, produced: Int)
    case tooLong
    case bad(String)
  }

  private var decompressor: OpaquePointer?
  private var stream: UnsafeMutablePointer<z_stream>?

  private let windowBits: Int32

  /// Makes an inflater.
  ///
  /// - Parameter isGzip: whether streams have gzip's head and its checksum at the end.
  init(isGzip: Bool = false) {
    windowBits = isGzip ? MAX_WBITS + 16 : -MAX_WBITS
    unsafe decompressor = nil
    unsafe stream = nil
  }

  deinit {
    if let decompressor = unsafe decompressor {
      unsafe libdeflate_free_decompressor(decompressor)
    }
    if let stream = unsafe stream {
      unsafe inflateEnd(stream)
      unsafe stream.deallocate()
    }
  }

  /// Unpacks a whole buffer into another.
  mutating func whole(
    _ packed: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Outcome {
    if unsafe decompressor == nil { unsafe decompressor = libdeflate_alloc_decompressor() }
    guard let decompressor = unsafe decompressor else { return .bad("memory") }
    var consumed = 0
    var produced = 0
    let result = unsafe libdeflate_deflate_decompress_ex(
      decompressor, packed.baseAddress, packed.count, output.baseAddress, output.count, &consumed,
      &produced)
    switch result {
    case LIBDEFLATE_SUCCESS: return .done(consumed: consumed, produced: produced)
    case LIBDEFLATE_INSUFFICIENT_SPACE: return .tooLong
    default: return .bad("packed-damaged")
    }
  }

  /// Begins a stream.
  mutating func start() throws(ArchiveError) {
    if let stream = unsafe stream {
      unsafe inflateReset(stream)
      return
    }
    let fresh = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe fresh.initialize(to: z_stream())
    let status = unsafe inflateInit2_(
      fresh, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe fresh.deallocate()
      throw ArchiveError(.io, path: "", detail: "zlib cannot start (\(status))")
    }
    unsafe stream = fresh
  }

  /// Gives the stream its next packed bytes; they must stay until they are used up.
  mutating func give(_ packed: UnsafeRawBufferPointer) {
    guard let stream = unsafe stream else { return }
    let start = unsafe packed.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    unsafe stream.pointee.avail_in = UInt32(packed.count)
  }

  /// The number of packed bytes not used yet.
  var unused: Int {
    guard let stream = unsafe stream else { return 0 }
    return Int(unsafe stream.pointee.avail_in)
  }

  /// Unpacks until the output is full or the input used up.
  ///
  /// - Returns: the number of bytes and whether the stream has ended; nothing where it is damaged.
  mutating func step(
    into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, isEnded: Bool)? {
    guard let stream = unsafe stream else { return nil }
    unsafe stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    let count = output.count - Int(unsafe stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: return (count, true)
    case Z_OK, Z_BUF_ERROR: return (count, false)
    default: return nil
    }
  }
}
