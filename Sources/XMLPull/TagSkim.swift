internal import Glibc

/// Looks over the bytes of XML without parsing it: how tags are named, what letters there are.
///
/// That is many times faster than parsing, and enough to know that something is not there.
public struct TagSkim: Sendable {
  /// How many characters there are of two kinds, by the byte they begin with in UTF-8.
  public struct Letters: Sendable {
    /// Those of Latin-1 beyond ASCII.
    public var latin = 0
    /// Those up to U+033F beyond Latin-1, and those from U+1000 to U+1FFF: among them all that only
    /// Vietnamese has.
    public var vietnamese = 0
  }

  private let names: [[UInt8]]
  private let suffix: [UInt8]
  private let lengths: ClosedRange<Int>
  /// For each byte, whether a name begins with it.
  private let firsts: [Bool]

  /// Makes a skim.
  ///
  /// - Parameters:
  ///   - names: the local names to look for.
  ///   - suffix: what the local names end with that are looked for, too.
  ///   - longest: the most bytes of such a name.
  public init(names: [String], suffix: String, longest: Int) {
    self.names = names.map { Array($0.utf8) }
    self.suffix = Array(suffix.utf8)
    let shortest = (self.names.map(\.count) + [suffix.utf8.count]).min() ?? 1
    lengths = max(1, shortest)...max(1, longest)
    firsts = (0..<256).map { byte in names.contains { $0.utf8.first == UInt8(byte) } }
  }

  /// Whether the bytes are XML in UTF-8: by their mark, by what they declare, or by declaring nothing.
  public static func isUTF8(_ bytes: RawSpan) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      let hasMark = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let body = unsafe bytes.dropFirst(hasMark ? 3 : 0)
      guard unsafe body.first == UInt8(ascii: "<"), unsafe body.dropFirst().first != 0 else {
        return false
      }
      guard unsafe body.starts(with: "<?xml".utf8) else { return true }
      guard let end = unsafe body.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let declaration = unsafe String(decoding: body[..<end].prefix(1024), as: UTF8.self)
        .lowercased()
      // Declarations are short: to look for their words costs next to nothing.
      let pieces = declaration.utf8.split { " =\"'\t\r\n".utf8.contains($0) }
      return !pieces.contains { $0.elementsEqual("encoding".utf8) }
        || pieces.contains { $0.elementsEqual("utf-8".utf8) }
    }
  }

  /// Whether any tag has such a name, or there is a document type, which may declare anything.
  public func finds(in bytes: RawSpan) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      let bytes = unsafe buffer.bindMemory(to: UInt8.self)
      guard let base = bytes.baseAddress else { return false }
      var index = 0
      while index < bytes.count,
        let hit = unsafe memchr(base + index, Int32(UInt8(ascii: "<")), bytes.count - index)
      {
        let open = unsafe UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
        if unsafe isWanted(bytes, after: open) { return true }
        index = open + 1
      }
      return false
    }
  }

  private func isWanted(_ bytes: UnsafeBufferPointer<UInt8>, after open: Int) -> Bool {
    var start = open + 1
    var end = start
    let last = min(bytes.count, open + 64)
    if unsafe end + 1 < bytes.count && bytes[end] == UInt8(ascii: "!") {
      return unsafe bytes[end + 1] == UInt8(ascii: "D")
    }
    while end < last {
      let byte = unsafe bytes[end]
      // Letters are most of it; what ends a name or its prefix comes before them in ASCII.
      if byte < 0x40 {
        switch byte {
        case UInt8(ascii: ":"): start = end + 1
        case UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "/"), 0x09, 0x0A, 0x0D:
          return unsafe isWanted(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        default: break
        }
      }
      end += 1
    }
    return false
  }

  private func isWanted(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard lengths.contains(name.count) else { return false }
    if unsafe firsts[Int(name[0])] {
      for wanted in names where wanted.count == name.count {
        if unsafe TagSkim.ends(name, wanted) { return true }
      }
    }
    guard let final = suffix.last, unsafe name[name.count - 1] == final else { return false }
    return unsafe TagSkim.ends(name, suffix)
  }

  private static func ends(_ name: UnsafeBufferPointer<UInt8>, _ end: [UInt8]) -> Bool {
    guard name.count >= end.count, let base = name.baseAddress else { return false }
    return unsafe memcmp(base + (name.count - end.count), end, end.count) == 0
  }

  /// Counts the letters of text in UTF-8.
  public static func letters(in bytes: RawSpan) -> Letters {
    unsafe bytes.withUnsafeBytes { bytes in
      var letters = Letters()
      var lanes = LetterLanes()
      var index = 0
      // Eight bytes at a time: XML is ASCII for the most part, and that is passed over.
      while index + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & LetterLanes.highBits != 0 { lanes.count(word, into: &letters) }
        index += 8
      }
      var last: UInt64 = 0
      for offset in index..<bytes.count { unsafe last = last << 8 | UInt64(bytes[offset]) }
      lanes.count(last, into: &letters)
      lanes.empty(into: &letters)
      return letters
    }
  }
}

/// Counts the bytes with which letters begin, eight bytes of text at a time.
private struct LetterLanes {
  static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// A byte of a counter holds 255; summed up, all eight of them must not pass that.
  private static let mostWords = 31

  private var latin: UInt64 = 0
  private var vietnamese: UInt64 = 0
  private var words = 0

  mutating func count(_ word: UInt64, into letters: inout TagSkim.Letters) {
    let low = word & ~Self.highBits
    // The sum reaches the high bit of a byte from its limit on, and never the next byte.
    let from44 = low + Self.ones * (0x80 - 0x44)
    let from4D = low + Self.ones * (0x80 - 0x4D)
    // C2 and C3; C4 to CC, and E1.
    let isLatin = Self.zeros((word & ~Self.ones) ^ (Self.ones * 0xC2))
    let isVietnamese =
      word & from44 & ~from4D & Self.highBits | Self.zeros(word ^ (Self.ones * 0xE1))
    latin += isLatin >> 7
    vietnamese += isVietnamese >> 7
    words += 1
    if words == Self.mostWords { empty(into: &letters) }
  }

  /// The high bit of every byte that is zero.
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~((word & ~highBits) + ~highBits | word) & highBits
  }

  /// Adds up what was counted.
  mutating func empty(into letters: inout TagSkim.Letters) {
    letters.latin += Int((latin &* Self.ones) >> 56)
    letters.vietnamese += Int((vietnamese &* Self.ones) >> 56)
    latin = 0
    vietnamese = 0
    words = 0
  }
}
