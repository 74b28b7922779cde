import CZlib
import Glibc

/// Looks for streams that unpack to more than any honest one, before the library meets them.
///
/// libqpdf unpacks object streams and cross-reference streams whole and has no limit. So every
/// deflated stream of the file is unpacked here first, into nothing. A picture may be larger; once
/// many have been looked at, further pictures are passed over, which bounds the time. The library
/// keeps something for each object as well: of these there may only be so many.
struct PDFBombGuard: ~Copyable {
  private static let window = 1 << 20
  private static let limit = 64 << 20
  private static let pictureLimit = 256 << 20
  private static let pictureBudget = 512 << 20
  /// A table of half a million objects; one stream of objects has some hundred of them.
  private static let tableLimit = 4 << 20
  private static let objectLimit = 16 << 20
  /// All streams but pictures together, and those of them that are packed as only bombs are.
  private static let budget = 768 << 20
  private static let denseBudget = 192 << 20
  private static let densest = 100
  private static let mostObjects = 200_000
  private static let endLength = 4096

  private let descriptor: Int32
  private var unpackedPictures = 0
  private var unpacked = 0
  private var unpackedDense = 0
  private var objects = 0

  /// Opens the file once more.
  init(path: String) throws(PDFError) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw PDFError(code: .io, detail: "cannot be opened") }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// Whether the end of a file names its cross-reference, where the library looks for it.
  func namesReference(size: UInt64) -> Bool {
    let length = min(Int(clamping: size), Self.endLength)
    let end = read(at: Int(clamping: size) - length, count: length)
    return Self.find(Array("startxref".utf8), in: end, from: 0) != nil
  }

  /// Looks through the whole file.
  ///
  /// - Throws: `PDFError` with `tooLarge` at the first stream that is too large.
  mutating func check() throws(PDFError) {
    let mark = Array("stream".utf8)
    var place = 0
    while true {
      let bytes = read(at: place, count: Self.window)
      guard bytes.count >= mark.count else { return }
      try countObjects(in: bytes)
      var next = place + bytes.count - mark.count + 1
      var index = 0
      while let found = Self.find(mark, in: bytes, from: index) {
        index = found + mark.count
        let isEnd = found >= 3 && bytes[(found - 3)..<found].elementsEqual("end".utf8)
        if isEnd { continue }
        guard Self.mayBeDeflated(bytes[index...].prefix(4)) else { continue }
        let dictionary = Array(bytes[max(0, found - 1024)..<found])
        index += try checkStream(at: place + index, kind: Self.kind(dictionary))
        next = max(next, place + index)
      }
      if bytes.count < Self.window, next > place + bytes.count - mark.count { return }
      place = next
    }
  }

  private enum Kind { case picture, table, objects, other }

  private static func kind(_ dictionary: [UInt8]) -> Kind {
    // Only what stands behind the last beginning of an object is of this one.
    let start = last(Array(" obj".utf8), in: dictionary) ?? 0
    func has(_ name: String) -> Bool { find(Array(name.utf8), in: dictionary, from: start) != nil }
    if has("/XRef") { return .table }
    if has("/ObjStm") { return .objects }
    return has("/Image") ? .picture : .other
  }

  /// Whether bytes behind "stream", as far as they are there, may begin deflated data.
  private static func mayBeDeflated(_ bytes: ArraySlice<UInt8>) -> Bool {
    let data = Array(bytes.drop { $0 == 0x0D || $0 == 0x0A })
    guard data.count >= 2 else { return true }
    return data[0] & 0x0F == 8 && (Int(data[0]) << 8 | Int(data[1])) % 31 == 0
  }

  /// Unpacks one stream into nothing.
  ///
  /// - Returns: how many bytes it took, 0 where it is not deflated.
  private mutating func checkStream(at place: Int, kind: Kind) throws(PDFError) -> Int {
    try countObject()
    var input = read(at: place, count: 4096)
    let skipped = input.prefix(2).prefix { $0 == 0x0D || $0 == 0x0A }.count
    guard input.count >= skipped + 2, input[skipped] & 0x0F == 8,
      (Int(input[skipped]) << 8 | Int(input[skipped + 1])) % 31 == 0
    else { return 0 }
    if kind == .picture, unpackedPictures > Self.pictureBudget { return 0 }
    input.removeFirst(skipped)
    let most =
      switch kind {
      case .picture: Self.pictureLimit
      case .table: Self.tableLimit
      case .objects: Self.objectLimit
      case .other: Self.limit
      }
    var counter = InflateCounter()
    var consumed = skipped
    while !input.isEmpty {
      let step = counter.feed(input)
      consumed += step.taken
      if counter.produced > most {
        throw PDFError(code: .tooLarge, detail: "a stream unpacks to more than \(most) bytes")
      }
      if step.isOver { break }
      input = read(at: place + consumed, count: 65_536)
    }
    if kind == .picture {
      unpackedPictures += counter.produced
    } else {
      unpacked += counter.produced
      if counter.produced > consumed * Self.densest { unpackedDense += counter.produced }
      if unpacked > Self.budget || unpackedDense > Self.denseBudget {
        throw PDFError(code: .tooLarge, detail: "the streams unpack to more than is read")
      }
    }
    return consumed
  }

  private mutating func countObjects(in bytes: [UInt8]) throws(PDFError) {
    let mark = Array("endobj".utf8)
    var index = 0
    while let found = Self.find(mark, in: bytes, from: index) {
      try countObject()
      index = found + mark.count
    }
  }

  private mutating func countObject() throws(PDFError) {
    objects += 1
    if objects > Self.mostObjects {
      throw PDFError(code: .tooLarge, detail: "more than \(Self.mostObjects) objects")
    }
  }

  private func read(at place: Int, count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = unsafe pread(descriptor, buffer.baseAddress, count, off_t(place))
      filled = max(0, got)
    }
  }

  private static func last(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    var found: Int?
    while let next = find(wanted, in: bytes, from: found.map { $0 + 1 } ?? 0) { found = next }
    return found
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var index = start
      while index + wanted.count <= bytes.count {
        let room = bytes.count - wanted.count + 1 - index
        guard let hit = unsafe memchr(base + index, Int32(wanted[0]), room) else { return nil }
        index = unsafe base.distance(to: UnsafeRawPointer(hit))
        if unsafe memcmp(hit, wanted, wanted.count) == 0 { return index }
        index += 1
      }
      return nil
    }
  }
}

/// Counts what deflated bytes unpack to and keeps nothing of it.
@safe struct InflateCounter: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private(set) var produced = 0

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = Int32(unsafe MemoryLayout<z_stream>.size)
    isReady = unsafe inflateInit_(stream, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Unpacks some bytes.
  ///
  /// - Returns: how many were taken, and whether nothing more can come.
  mutating func feed(_ bytes: [UInt8]) -> (taken: Int, isOver: Bool) {
    guard isReady else { return (0, true) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: 65_536)
    var status = Z_OK
    var left = bytes.count
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.pointee.next_in = source.baseAddress
      unsafe stream.pointee.avail_in = UInt32(source.count)
      repeat {
        unsafe output.withUnsafeMutableBufferPointer { target in
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = UInt32(target.count)
          status = unsafe inflate(stream, Z_NO_FLUSH)
          unsafe produced += target.count - Int(stream.pointee.avail_out)
        }
      } while unsafe status == Z_OK
        && (stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0)
      unsafe left = Int(stream.pointee.avail_in)
      unsafe stream.pointee.next_in = nil
    }
    return (bytes.count - left, status != Z_OK && status != Z_BUF_ERROR)
  }
}
