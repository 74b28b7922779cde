import DossierModel

/// One value of a property set.
enum PropertyValue {
  case text(String)
  /// Text in a code page that is not known here.
  case unknownText
  case integer(Int)
  case real(Double)
  case boolean(Bool)
  case filetime(UInt64)
  /// A value that lies beyond the end of the stream, or is longer than it.
  case broken
  /// A value of a type that no field has.
  case other
}

/// One section of a property set: values by number, and names for the numbers.
struct PropertySection {
  var format: [UInt8]
  var codePage: Int
  /// In file order.
  var values: [(id: Int, type: Int, value: PropertyValue)]
  var names: [Int: String]
  /// Whether it names more properties than the stream holds places for.
  var isCut = false

  func value(_ id: Int) -> PropertyValue? { values.first { $0.id == id }?.value }
}

/// A property set stream ([MS-OLEPS] 2.21).
enum PropertySet {
  static let summary: [UInt8] = [
    0xE0, 0x85, 0x9F, 0xF2, 0xF9, 0x4F, 0x68, 0x10, 0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3, 0xD9,
  ]
  static let documentSummary: [UInt8] = [
    0x02, 0xD5, 0xCD, 0xD5, 0x9C, 0x2E, 0x1B, 0x10, 0x93, 0x97, 0x08, 0x00, 0x2B, 0x2C, 0xF9, 0xAE,
  ]
  static let userDefined: [UInt8] = [
    0x05, 0xD5, 0xCD, 0xD5, 0x9C, 0x2E, 0x1B, 0x10, 0x93, 0x97, 0x08, 0x00, 0x2B, 0x2C, 0xF9, 0xAE,
  ]

  /// More properties than any writer makes.
  private static let maximumProperties = 4096
  private static let maximumText = 1 << 20

  /// Reads the sections, or nothing where the bytes are no property set.
  ///
  /// A set that states to have no section is one, and says nothing.
  static func sections(_ bytes: [UInt8]) -> [PropertySection]? {
    let data = LittleEndianBytes(bytes)
    guard data.uint16(at: 0) == 0xFFFE, let count = data.index(at: 24) else { return nil }
    let sections: [PropertySection] = (0..<min(count, 2)).compactMap { index in
      guard let format = data.slice(at: 28 + index * 20, count: 16),
        let start = data.index(at: 44 + index * 20)
      else { return nil }
      return section(data, start: start, format: known(Array(format)))
    }
    return sections.isEmpty && count > 0 ? nil : sections
  }

  /// A format's identifier as it is to be written; a few writers put its first three numbers down
  /// with the highest byte first.
  private static func known(_ format: [UInt8]) -> [UInt8] {
    let turned =
      format[0..<4].reversed() + format[4..<6].reversed() + format[6..<8].reversed()
      + format[8...]
    return [summary, documentSummary, userDefined].contains(turned) ? turned : format
  }

  private static func section(
    _ data: LittleEndianBytes, start: Int, format: [UInt8]
  ) -> PropertySection? {
    guard let count = data.index(at: start + 4) else { return nil }
    var places: [(id: Int, at: Int)] = []
    for index in 0..<min(count, maximumProperties) {
      guard let id = data.index(at: start + 8 + index * 8),
        let offset = data.index(at: start + 12 + index * 8)
      else { break }
      places.append((id, start + offset))
    }
    var section = PropertySection(
      format: format, codePage: CodePage.western, values: [], names: [:])
    section.isCut = places.count < min(count, maximumProperties)
    if let place = places.first(where: { $0.id == 1 }), let page = data.uint16(at: place.at + 4) {
      section.codePage = Int(page)
    }
    for place in places where place.id != 1 {
      if place.id == 0 {
        section.names = dictionary(data, at: place.at, codePage: section.codePage)
      } else if let type = data.index(at: place.at) {
        let value = value(data, type: type, at: place.at + 4, codePage: section.codePage)
        section.values.append((place.id, type, value))
      }
    }
    return section
  }

  private static func value(
    _ data: LittleEndianBytes, type: Int, at offset: Int, codePage: Int
  ) -> PropertyValue {
    switch type {
    case 2: return data.int16(at: offset).map { .integer(Int($0)) } ?? .broken
    case 3, 22: return data.int32(at: offset).map { .integer(Int($0)) } ?? .broken
    case 16: return data.byte(at: offset).map { .integer(Int(Int8(bitPattern: $0))) } ?? .broken
    case 17: return data.byte(at: offset).map { .integer(Int($0)) } ?? .broken
    case 18: return data.uint16(at: offset).map { .integer(Int($0)) } ?? .broken
    case 19, 23: return data.uint32(at: offset).map { .integer(Int($0)) } ?? .broken
    case 20, 21:
      return data.uint64(at: offset).map { .integer(Int(truncatingIfNeeded: $0)) } ?? .broken
    case 4:
      return data.uint32(at: offset).map { .real(Double(Float(bitPattern: $0))) } ?? .broken
    case 5, 7: return data.float64(at: offset).map { .real($0) } ?? .broken
    case 11: return data.uint16(at: offset).map { .boolean($0 != 0) } ?? .broken
    case 30: return narrowText(data, at: offset, codePage: codePage)
    case 31: return wideText(data, at: offset)
    case 64: return data.uint64(at: offset).map { .filetime($0) } ?? .broken
    default: return .other
    }
  }

  private static func narrowText(
    _ data: LittleEndianBytes, at offset: Int, codePage: Int
  ) -> PropertyValue {
    guard let length = data.index(at: offset), length <= maximumText,
      let bytes = data.slice(at: offset + 4, count: length)
    else { return .broken }
    if codePage == CodePage.utf16 { return .text(untilZero(CodePage.decodeUTF16(bytes))) }
    let text = bytes.prefix { $0 != 0 }
    return CodePage.decode(text, page: codePage).map { .text($0) } ?? .unknownText
  }

  private static func wideText(_ data: LittleEndianBytes, at offset: Int) -> PropertyValue {
    guard let length = data.index(at: offset), length <= maximumText,
      let bytes = data.slice(at: offset + 4, count: length * 2)
    else { return .broken }
    return .text(untilZero(CodePage.decodeUTF16(bytes)))
  }

  private static func untilZero(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0.value != 0 }))
  }

  private static func dictionary(
    _ data: LittleEndianBytes, at offset: Int, codePage: Int
  ) -> [Int: String] {
    guard let count = data.index(at: offset) else { return [:] }
    var names: [Int: String] = [:]
    var place = offset + 4
    for _ in 0..<min(count, maximumProperties) {
      guard let id = data.index(at: place), let length = data.index(at: place + 4),
        length <= maximumText
      else { break }
      let isWide = codePage == CodePage.utf16
      guard let bytes = data.slice(at: place + 8, count: isWide ? length * 2 : length) else {
        break
      }
      let name =
        isWide
        ? untilZero(CodePage.decodeUTF16(bytes))
        : CodePage.decode(bytes.prefix { $0 != 0 }, page: codePage)
      names[id] = name
      place += 8 + bytes.count
      if isWide { place += (4 - bytes.count % 4) % 4 }
    }
    return names
  }
}
