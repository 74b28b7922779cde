/// Sketches of names and of the folders they lie in.
///
/// A sketch is a hash of a name's digits and signs. Letters are left out, since case changes them and
/// normalization takes them apart; so are the signs some other character is equivalent to, alone
/// or with a mark (; ` < = >). Names that meet have one sketch; the reverse need not hold.
struct SketchTable {
  private var names: [UInt64] = []
  private var folders: Set<UInt64> = []
  private var lastParent: ArraySlice<UInt8> = []
  private var meeting: Set<UInt64> = []
  private let isASCII: Bool

  /// Makes an empty table.
  ///
  /// - Parameters:
  ///   - count: how many names will come.
  ///   - isASCII: whether all of them are ASCII: then nothing but case can make two of them meet, and
  ///     letters need not be left out.
  init(count: Int, isASCII: Bool) {
    self.isASCII = isASCII
    names.reserveCapacity(count)
  }

  /// More folders than an archive of files has; a hostile one must not fill the memory.
  private static let mostFolders = 1 << 20
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let isLeftOut: [Bool] = (0..<256).map { value in
    value >= 0x80 || (0x41...0x5a).contains(value) || (0x61...0x7a).contains(value)
      || ";`<=>".utf8.contains(UInt8(value))
  }

  mutating func add(_ name: ArraySlice<UInt8>) {
    let stem = name.last == UInt8(ascii: "/") ? name.dropLast() : name
    let parent = stem.lastIndex(of: UInt8(ascii: "/")).map { stem[..<$0] } ?? []
    let isNewParent = parent != lastParent
    if isNewParent { lastParent = parent }
    var hash = SketchTable.start
    var index = stem.startIndex
    while isASCII, index < stem.endIndex {
      let byte = stem[index]
      index += 1
      if byte == UInt8(ascii: "/") && isNewParent && folders.count < SketchTable.mostFolders {
        folders.insert(hash)
      }
      let isUpper = (0x41...0x5a).contains(byte)
      hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    while index < stem.endIndex {
      let (byte, width) = SketchTable.narrow(stem, index)
      index += width
      if width > 1 {
        if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        continue
      }
      if byte == UInt8(ascii: "/") && isNewParent && folders.count < SketchTable.mostFolders {
        folders.insert(hash)
      }
      if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    names.append(hash)
  }

  /// The byte at an index; for a letter or sign in the width of an ideograph the plain one.
  private static func narrow(
    _ stem: ArraySlice<UInt8>, _ index: Int
  ) -> (byte: UInt8, width: Int) {
    let byte = stem[index]
    guard byte == 0xef, index + 2 < stem.endIndex else { return (byte, 1) }
    let middle = UInt32(stem[index + 1] & 0x3f) << 6
    let value = 0xf000 | middle | UInt32(stem[index + 2] & 0x3f)
    return (0xff01...0xff5e).contains(value) ? (UInt8(value - 0xfee0), 3) : (byte, 1)
  }

  /// Finds the sketches that stand there twice, or for a name and for a folder of another.
  mutating func close() {
    let sorted = names.sorted()
    for (sketch, next) in zip(sorted, sorted.dropFirst()) where sketch == next {
      meeting.insert(sketch)
    }
    guard !folders.isEmpty else { return }
    for sketch in sorted where folders.contains(sketch) { meeting.insert(sketch) }
  }

  var hasMeeting: Bool { !meeting.isEmpty }

  func nameMeets(_ number: Int) -> Bool { meeting.contains(names[number]) }
}
