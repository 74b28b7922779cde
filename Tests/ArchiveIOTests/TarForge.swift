import ArchiveIO
import Foundation
import TestSupport
import Testing

/// Builds a tar archive block by block.
struct TarForge {
  /// One header and its data.
  struct Block {
    var name: [UInt8]
    var type: UInt8 = UInt8(ascii: "0")
    var data: [UInt8] = []
    var size: UInt64?
    var sizeField: [UInt8]?
    var link = ""
    var magic = Array("ustar\u{0}00".utf8)
    var prefix = ""
    var checksumIsWrong = false
    var padding: UInt8 = 0
    /// Bytes put over the header before its sum is made, by their offsets.
    var over: [Int: [UInt8]] = [:]

    init(_ name: String, _ data: [UInt8] = [], type: Character = "0") {
      self.name = Array(name.utf8)
      self.data = data
      self.type = type.asciiValue ?? 0
    }

    /// A pax header of records.
    static func pax(_ records: [(String, String)], type: Character = "x") -> Block {
      Block("PaxHeader", records.flatMap { TarForge.record($0.0, $0.1) }, type: type)
    }

    /// GNU's record of a long name.
    static func gnu(_ name: String, type: Character = "L") -> Block {
      var block = Block("././@LongLink", Array(name.utf8) + [0], type: type)
      block.magic = Array("ustar  \u{0}".utf8)
      return block
    }

    var bytes: [UInt8] {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ bytes: [UInt8], _ offset: Int) {
        header.replaceSubrange(offset..<offset + bytes.count, with: bytes)
      }
      put(name, 0)
      put(Array("0000644\u{0}0000000\u{0}0000000\u{0}".utf8), 100)
      let digits = String(size ?? UInt64(data.count), radix: 8)
      let octal = String(repeating: "0", count: 11 - digits.count) + digits
      put(sizeField ?? Array(octal.utf8), 124)
      put(Array("00000000000\u{0}        ".utf8), 136)
      header[156] = type
      put(Array(link.utf8), 157)
      put(magic, 257)
      put(Array(prefix.utf8), 345)
      for (offset, bytes) in over { put(bytes, offset) }
      let sum = header.reduce(0) { $0 + Int($1) } + (checksumIsWrong ? 1 : 0)
      let text = String(sum, radix: 8)
      put(Array((String(repeating: "0", count: 6 - text.count) + text + "\u{0} ").utf8), 148)
      let rest = (512 - data.count % 512) % 512
      return header + data + [UInt8](repeating: padding, count: rest)
    }
  }

  /// "LENGTH KEY=VALUE\n".
  static func record(_ key: String, _ value: String) -> [UInt8] {
    let body = " \(key)=\(value)\n".utf8.count
    let length = (1...20).first { String(body + $0).utf8.count == $0 }.map { body + $0 } ?? body
    return Array("\(length) \(key)=\(value)\n".utf8)
  }

  var blocks: [Block]
  var end = [UInt8](repeating: 0, count: 1024)

  init(_ blocks: [Block]) { self.blocks = blocks }

  var bytes: [UInt8] { blocks.flatMap(\.bytes) + end }

  /// What the reader says, in "kind:reason" words.
  func oddities() throws -> Set<String> {
    let (_, inspection) = try TarReader.list(MemorySource(name: "forged.tar", bytes: bytes))
    return Set(inspection.oddities.map { "\($0.kind.rawValue):\($0.reason)" })
  }
}
