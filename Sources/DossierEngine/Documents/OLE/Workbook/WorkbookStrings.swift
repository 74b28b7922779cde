/// Reads the strings of a workbook, which may go on in the next record ([MS-XLS] 2.5.293).
struct WorkbookStrings {
  private let segments: [LittleEndianBytes]
  private var segment = 0
  private var place = 0

  /// - Parameter segments: the data of the record and of those that continue it.
  init(_ segments: [LittleEndianBytes]) { self.segments = segments }

  /// The shared strings, at most as many characters as a limit allows.
  static func table(_ segments: [LittleEndianBytes], characterLimit: Int) -> [String] {
    guard let count = segments.first?.index(at: 4) else { return [] }
    var cursor = WorkbookStrings(segments)
    cursor.skip(8)
    var strings: [String] = []
    var characters = 0
    while strings.count < count, characters < characterLimit, let text = cursor.richString() {
      characters += text.utf16.count
      strings.append(text)
    }
    return strings
  }

  /// A string with its length, flags and, after the characters, formatting that is left out.
  mutating func richString(isShort: Bool = false) -> String? {
    guard let low = byte() else { return nil }
    var length = Int(low)
    if !isShort {
      guard let high = byte() else { return nil }
      length |= Int(high) << 8
    }
    guard let flags = byte() else { return nil }
    var trailing = 0
    if flags & 8 != 0 {
      guard let low = byte(), let high = byte() else { return nil }
      trailing += (Int(low) | Int(high) << 8) * 4
    }
    if flags & 4 != 0 {
      guard let low = byte(), let second = byte(), let third = byte(), let high = byte() else {
        return nil
      }
      trailing += Int(low) | Int(second) << 8 | Int(third) << 16 | Int(high & 0x7F) << 24
    }
    guard let text = characters(length, isWide: flags & 1 != 0) else { return nil }
    skip(trailing)
    return text
  }

  private mutating func characters(_ count: Int, isWide: Bool) -> String? {
    var isWide = isWide
    var units: [UInt16] = []
    units.reserveCapacity(count)
    while units.count < count {
      if segment < segments.count, place >= segments[segment].count {
        // The continuation says anew how wide its characters are.
        segment += 1
        place = 0
        guard let flags = byte() else { return nil }
        isWide = flags & 1 != 0
      }
      guard let low = byte() else { return nil }
      if isWide {
        guard let high = byte() else { return nil }
        units.append(UInt16(low) | UInt16(high) << 8)
      } else {
        units.append(UInt16(low))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func byte() -> UInt8? {
    while segment < segments.count, place >= segments[segment].count {
      segment += 1
      place = 0
    }
    guard segment < segments.count else { return nil }
    place += 1
    return segments[segment].storage[place - 1]
  }

  private mutating func skip(_ count: Int) {
    var rest = count
    while rest > 0, segment < segments.count {
      let step = min(rest, segments[segment].count - place)
      place += step
      rest -= step
      if place >= segments[segment].count {
        segment += 1
        place = 0
      }
    }
  }
}
