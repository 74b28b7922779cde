import DossierModel
import Foundation

/// The text of a tag file, brought to UTF-8, by lines.
///
/// Lines end in LF, CR or CRLF (RFC 8493 §2.3).
struct TagText {
  /// One line without its ending.
  struct Line {
    /// The number, from 1.
    var number: Int
    /// The bytes in UTF-8.
    var bytes: ArraySlice<UInt8>
  }

  /// The bytes in UTF-8, without a byte-order mark.
  let bytes: [UInt8]
  /// Whether the last line is ended, or there is none.
  let isEnded: Bool

  init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    isEnded = bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
  }

  /// Calls for each line in turn.
  func forEachLine(_ body: (Line) throws -> Void) rethrows {
    var start = 0
    var number = 1
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x0A || byte == 0x0D else {
        position += 1
        continue
      }
      try body(Line(number: number, bytes: bytes[start..<position]))
      number += 1
      position += byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
      start = position
    }
    if start < bytes.count { try body(Line(number: number, bytes: bytes[start...])) }
  }

  /// The lines, for short files.
  var lines: [Line] {
    var result: [Line] = []
    forEachLine { result.append($0) }
    return result
  }
}

/// The encoding of the tag files that bagit.txt declares (RFC 8493 §2.1.1).
public struct TagEncoding: Sendable, Hashable {
  /// The name as declared.
  public var name: String

  enum Kind {
    case utf8
    case ascii
    case latin1
    case utf16
    case foundation(String.Encoding)
    /// A code page by its Windows number.
    case codePage(Int)
    case unknown
  }

  var kind: Kind {
    switch name.lowercased() {
    case "utf-8", "utf8": .utf8
    case "us-ascii", "ascii", "iso-ir-6", "ansi_x3.4-1968": .ascii
    case "iso-8859-1", "iso_8859-1", "latin1", "l1", "iso8859-1": .latin1
    case "utf-16", "utf16": .utf16
    case "utf-16be": .foundation(.utf16BigEndian)
    case "utf-16le": .foundation(.utf16LittleEndian)
    case "utf-32": .foundation(.utf32)
    case "utf-32be": .foundation(.utf32BigEndian)
    case "utf-32le": .foundation(.utf32LittleEndian)
    case "iso-8859-2", "latin2": .foundation(.isoLatin2)
    case "windows-1250", "cp1250": .foundation(.windowsCP1250)
    case "windows-1251", "cp1251": .foundation(.windowsCP1251)
    case "windows-1252", "cp1252": .foundation(.windowsCP1252)
    case "windows-1253", "cp1253": .foundation(.windowsCP1253)
    case "windows-1254", "cp1254": .foundation(.windowsCP1254)
    case "shift_jis", "shift-jis", "sjis": .foundation(.shiftJIS)
    case "euc-jp": .foundation(.japaneseEUC)
    case "iso-2022-jp": .foundation(.iso2022JP)
    case let other: Self.page(named: other).map(Kind.codePage) ?? .unknown
    }
  }

  /// "windows-1258", "cp1258" and the names that East Asia has for its pages.
  private static func page(named name: String) -> Int? {
    switch name {
    case "gbk", "gb2312": return 936
    case "gb18030": return 54_936
    case "big5": return 950
    case "euc-kr", "ks_c_5601-1987": return 949
    case "tis-620": return 874
    default:
      let prefix = ["windows-", "cp"].first(where: name.hasPrefix)
      guard let page = prefix.flatMap({ Int(name.dropFirst($0.count)) }), CodePage.knows(page)
      else { return nil }
      return page
    }
  }

  /// Whether it is the recommended one.
  public var isUTF8: Bool {
    if case .utf8 = kind { true } else { false }
  }

  /// Whether it is one that is read here.
  var isKnown: Bool {
    if case .unknown = kind { false } else { true }
  }

  /// Brings the bytes of a tag file to UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for findings.
  /// - Returns: the text, or nothing where it cannot be read; and what is to be said.
  func text(of bytes: [UInt8], file: String) -> (text: TagText?, findings: [Finding]) {
    func failed(_ variant: String) -> (TagText?, [Finding]) {
      (nil, [.malformed(variant, file: file, text: name)])
    }
    switch kind {
    case .utf8:
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        let rest = Array(bytes.dropFirst(3))
        guard String(validating: rest, as: UTF8.self) != nil else { return failed("encoding") }
        return (TagText(utf8: rest), [.malformed("tag-bom", file: file)])
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { return failed("encoding") }
      return (TagText(utf8: bytes), [])
    case .ascii:
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return failed("encoding") }
      return (TagText(utf8: bytes), [])
    case .latin1:
      return (TagText(utf8: bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }), [])
    case .utf16:
      guard let text = Self.utf16(bytes) else { return failed("encoding") }
      return (TagText(utf8: Array(text.utf8)), [])
    case .foundation(let encoding):
      guard let text = String(bytes: bytes, encoding: encoding) else { return failed("encoding") }
      return (TagText(utf8: Array(text.utf8)), [])
    case .codePage(let page):
      guard let text = CodePage.decode(bytes, page: page) else { return failed("encoding") }
      return (TagText(utf8: Array(text.utf8)), [])
    case .unknown:
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return failed("encoding-unknown") }
      return (TagText(utf8: bytes), [])
    }
  }

  /// Reads UTF-16 by its byte-order mark; big-endian without one (RFC 2781 §4.3).
  private static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    let hasMark = isLittle || bytes.starts(with: [0xFE, 0xFF])
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var position = hasMark ? 2 : 0
    while position < bytes.count {
      let first = UInt16(bytes[position])
      let second = UInt16(bytes[position + 1])
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      position += 2
    }
    return String(validating: units, as: UTF16.self)
  }
}
