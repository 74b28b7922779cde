import Foundation

/// A web page in a MIME message (RFC 2557), as "Save as: single file" and many web systems make it.
enum WebArchive {
  /// Parts inside parts nest no deeper.
  private static let deepest = 4

  /// Whether a text begins with the headers of such a message.
  static func begins(_ text: String) -> Bool {
    // Nearly every text is told by its first sign that belongs to no header's name.
    guard text.utf8.first(where: { !Headers.isNameByte($0 | 0x20) }) == UInt8(ascii: ":") else {
      return false
    }
    let head = Headers(Array(text.utf8.prefix(8192))[...])
    guard head.values["mime-version"] != nil, let type = head.values["content-type"] else {
      return false
    }
    let lowered = type.lowercased()
    return lowered.hasPrefix("multipart/related") || lowered.hasPrefix("text/html")
  }

  /// The page itself, or nothing where the bytes are no such message.
  ///
  /// - Returns: its bytes, and whether something follows them, so that they are all of it.
  static func page(in bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
    page(in: bytes[...], depth: 0).map { ($0.bytes, $0.end < bytes.endIndex) }
  }

  private static func page(
    in bytes: ArraySlice<UInt8>, depth: Int
  ) -> (bytes: [UInt8], end: Int)? {
    let head = Headers(bytes)
    let type = head.values["content-type"] ?? ""
    let lowered = type.lowercased()
    if lowered.hasPrefix("text/html") {
      let encoding = head.values["content-transfer-encoding"]?.lowercased() ?? ""
      return (decoded(head.body, encoding), head.body.endIndex)
    }
    guard lowered.hasPrefix("multipart/"), depth < deepest, let boundary = boundary(in: type) else {
      return nil
    }
    for part in parts(of: head.body, boundary: Array("--\(boundary)".utf8)) {
      if let found = page(in: part, depth: depth + 1) { return found }
    }
    return nil
  }

  private static func boundary(in type: String) -> String? {
    for parameter in type.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == "boundary" else { continue }
      let value = pair[1].trimmed.filter { $0 != "\"" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static func parts(
    of body: ArraySlice<UInt8>, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start: Int?
    for line in lines(of: body) where body[line].starts(with: boundary) {
      if let start { found.append(body[start..<line.lowerBound]) }
      start = min(line.upperBound + 1, body.endIndex)
    }
    if let start, start < body.endIndex { found.append(body[start...]) }
    return found
  }

  /// The lines without their line feeds.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      found.append(start..<end)
      start = end + 1
    }
    return found
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding.trimmed {
    case "base64":
      // What follows a break in the middle of a group is lost, not what came before.
      var text = body.filter { $0 > 0x20 }
      text.removeLast(text.count % 4)
      return Data(base64Encoded: Data(text), options: .ignoreUnknownCharacters).map(Array.init)
        ?? []
    case "quoted-printable": return quotedPrintable(body)
    default: return Array(body)
    }
  }

  /// RFC 2045 6.7; what is no such sequence stays as it is.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      let rest = body[index...].prefix(2)
      if rest.first == 0x0A {
        index += 1
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        index += 2
      } else if rest.count == 2, let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The headers of a message or a part, by name in lower case, and what follows them.
  private struct Headers {
    private(set) var values: [String: String] = [:]
    let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
      var place = bytes.startIndex
      var last: String?
      while place < bytes.endIndex, values.count < 200 {
        let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
        let line = String(decoding: bytes[place..<end].prefix(4096), as: UTF8.self)
        place = min(end + 1, bytes.endIndex)
        if line.trimmed.isEmpty { break }
        if line.first == " " || line.first == "\t", let last {
          values[last]? += line
        } else if let colon = line.firstIndex(of: ":") {
          let name = line[..<colon].lowercased()
          // Only names of letters, digits and hyphens are those of headers.
          guard name.utf8.allSatisfy(Self.isNameByte) else { break }
          values[name] = line[line.index(after: colon)...].trimmed
          last = name
        } else {
          break
        }
      }
      body = bytes[place...]
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || byte == 0x2D || (0x30...0x39).contains(byte)
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { PropertyText.trimmed(String(self)) }
}
