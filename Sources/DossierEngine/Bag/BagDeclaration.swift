public import DossierModel

/// A version of BagIt.
public struct BagVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number before the dot.
  public var major: Int
  /// The number after the dot.
  public var minor: Int

  /// RFC 8493.
  public static let one = BagVersion(major: 1, minor: 0)

  /// The versions that were ever published.
  public static let published =
    [93, 94, 95, 96, 97].map { BagVersion(major: 0, minor: $0) } + [one]

  /// Orders by major, then minor.
  public static func < (left: BagVersion, right: BagVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// The version as bagit.txt writes it.
  public var description: String { "\(major).\(minor)" }
}

/// What bagit.txt declares (RFC 8493 §2.1.1).
public struct BagDeclaration: Sendable, Hashable {
  /// The name of the file.
  public static let fileName = "bagit.txt"

  /// The version; 1.0 where the file states none that exists, so that the strict rules hold.
  public var version: BagVersion
  /// The encoding of the other tag files; UTF-8 where none is stated.
  public var encoding: TagEncoding

  /// The bytes of the declaration that `pack` writes.
  public static let current = Array(
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// Reads bagit.txt.
  ///
  /// - Parameter bytes: the file, whole.
  /// - Returns: what it declares, and every way in which it breaks the rule: exactly two lines in
  ///   this order, UTF-8, no byte-order mark.
  public static func parse(_ bytes: [UInt8]) -> (declaration: BagDeclaration, findings: [Finding]) {
    var findings: [Finding] = []
    var content = bytes
    if content.starts(with: [0xEF, 0xBB, 0xBF]) {
      findings.append(.malformed("declaration-bom", file: fileName))
      content.removeFirst(3)
    }
    if String(validating: content, as: UTF8.self) == nil {
      findings.append(.malformed("declaration-utf8", file: fileName))
    }
    let text = TagText(utf8: content)
    let lines = text.lines
    if lines.count != 2 {
      findings.append(
        .malformed("declaration-lines", file: fileName, ["count": .count(lines.count)]))
    }
    var declaration = BagDeclaration(version: .one, encoding: TagEncoding(name: "UTF-8"))
    var spaced: [Finding] = []
    if let line = lines.first {
      switch field("BagIt-Version", in: line) {
      case nil: findings.append(.form(line))
      case let value?:
        if let version = version(value.text) {
          declaration.version = version
        } else {
          findings.append(
            .malformed("declaration-version", file: fileName, text: Shown.line(value.text.utf8)))
        }
        if value.isSpaced { spaced.append(.form(line)) }
        if value.isOtherCase { findings.append(.otherCase(line)) }
      }
    }
    if lines.count > 1 {
      switch field("Tag-File-Character-Encoding", in: lines[1]) {
      case nil: findings.append(.form(lines[1]))
      case let value?:
        declaration.encoding = TagEncoding(name: value.text)
        if value.text.isEmpty || value.isSpaced { spaced.append(.form(lines[1])) }
        if value.isOtherCase { findings.append(.otherCase(lines[1])) }
      }
    }
    return (declaration, findings + judged(spaced, text, declaration.version))
  }

  /// Spaces that the ABNF does not have: forbidden since 1.0, tolerated before.
  private static func judged(
    _ spaced: [Finding], _ text: TagText, _ version: BagVersion
  ) -> [Finding] {
    guard version >= .one else {
      return spaced.map { finding in
        var tolerated = finding
        tolerated.code = .bagRecommendation
        tolerated.variant = "declaration-space"
        return tolerated
      }
    }
    return spaced + (text.isEnded ? [] : [.recommendation("final-newline", file: fileName)])
  }

  /// The value of a line "Label: value", where the label is the one asked for in whatever case: the
  /// quoted strings of ABNF have none (RFC 5234 §2.3).
  private static func field(
    _ label: String, in line: TagText.Line
  ) -> (text: String, isSpaced: Bool, isOtherCase: Bool)? {
    guard let colon = line.bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line.bytes[..<colon]
    let trimmedName = name.trimmed
    let written = String(decoding: trimmedName, as: UTF8.self)
    guard written.lowercased() == label.lowercased() else { return nil }
    let value = line.bytes[(colon + 1)...]
    let trimmed = value.trimmed
    let isPlain =
      name.count == trimmedName.count && value.first == 0x20 && value.count == trimmed.count + 1
    return (String(decoding: trimmed, as: UTF8.self), !isPlain, written != label)
  }

  private static func version(_ text: String) -> BagVersion? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }),
      let major = Int(parts[0]), let minor = Int(parts[1])
    else { return nil }
    let version = BagVersion(major: major, minor: minor)
    return BagVersion.published.contains(version) && text == "\(version)" ? version : nil
  }
}

extension Finding {
  /// Other tools want the labels as the RFC writes them.
  fileprivate static func otherCase(_ line: TagText.Line) -> Finding {
    .recommendation(
      "declaration-case", file: BagDeclaration.fileName, line: line.number,
      text: Shown.line(line.bytes))
  }

  fileprivate static func form(_ line: TagText.Line) -> Finding {
    .malformed(
      "declaration-form", file: BagDeclaration.fileName, line: line.number,
      text: Shown.line(line.bytes))
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a space or a tab, which is all that RFC 8493 calls linear white space.
  var isLinearSpace: Bool { self == 0x20 || self == 0x09 }
}

extension ArraySlice<UInt8> {
  /// The bytes without linear white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var part = self
    while part.first?.isLinearSpace == true { part.removeFirst() }
    while part.last?.isLinearSpace == true { part.removeLast() }
    return part
  }
}
