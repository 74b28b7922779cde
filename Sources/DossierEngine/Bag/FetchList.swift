import DossierModel

/// The files that a bag leaves to be fetched: fetch.txt (RFC 8493 §2.2.3).
///
/// Nothing is ever fetched.
struct FetchList {
  /// A line of it.
  struct Entry {
    var url: String
    /// The number of bytes, where it is stated.
    var length: UInt64?
    var path: BagPath
    var alternative: BagPath?
    var line: Int
  }

  static let fileName = "fetch.txt"

  var entries: [Entry] = []
  var findings: [Finding] = []

  /// Reads the file.
  static func parse(_ text: TagText, version: BagVersion) -> FetchList {
    var list = FetchList()
    text.forEachLine { line in
      if list.findings.count < FindingSink.parserLimit { list.read(line, version: version) }
    }
    if version >= .one, !text.isEnded {
      list.findings.append(.recommendation("final-newline", file: fileName))
    }
    return list
  }

  private mutating func read(_ line: TagText.Line, version: BagVersion) {
    func malformed(_ variant: String) -> Finding {
      .malformed(variant, file: Self.fileName, line: line.number, text: Shown.line(line.bytes))
    }
    if line.bytes.allSatisfy(\.isLinearSpace) {
      findings.append(
        version >= .one
          ? malformed("fetch-line")
          : .recommendation("blank-line", file: Self.fileName, line: line.number))
      return
    }
    let parts = line.bytes.split(maxSplits: 2, whereSeparator: \.isLinearSpace)
    guard parts.count == 3 else {
      findings.append(malformed("fetch-line"))
      return
    }
    let length = String(decoding: parts[1], as: UTF8.self)
    if length != "-", UInt64(length) == nil || !parts[1].allSatisfy(\.isDigit) {
      findings.append(malformed("fetch-line"))
    }
    if !Self.isAbsolute(parts[0]) { findings.append(malformed("fetch-url")) }
    var name = parts[2]
    while name.first?.isLinearSpace == true { name.removeFirst() }
    let coded = CodedPath(name, in: version)
    if version >= .one, !coded.isStrict { findings.append(malformed("manifest-percent")) }
    if let fault = coded.fault {
      findings.append(
        .bag(
          .entryUnsafePath, fault.rawValue, path: BagPath(bytes: coded.path), file: Self.fileName,
          line: line.number, text: Shown.line(name)))
      return
    }
    let path = BagPath(bytes: ManifestParser.tidy(coded.path))
    guard path.isPayload else {
      findings.append(malformed("outside-payload"))
      return
    }
    entries.append(
      Entry(
        url: Shown.line(parts[0]), length: UInt64(length), path: path,
        alternative: coded.other.map { BagPath(bytes: ManifestParser.tidy($0)) },
        line: line.number))
  }

  /// Whether a URL begins with a scheme (RFC 3986 §4.3).
  private static func isAbsolute(_ url: ArraySlice<UInt8>) -> Bool {
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")), colon > url.startIndex else {
      return false
    }
    let scheme = url[..<colon]
    let isLetter = scheme.first.map { (0x41...0x5A).contains($0 & 0xDF) } ?? false
    return isLetter && url.count > scheme.count + 1
      && scheme.allSatisfy {
        (0x41...0x5A).contains($0 & 0xDF) || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0)
      }
  }
}
