import DossierModel

/// The metadata of a bag: bag-info.txt, or package-info.txt before version 0.96.
///
/// RFC 8493 §2.2.2. Order and repetition are kept.
public struct BagInfo: Sendable {
  /// A label with its value.
  public struct Element: Sendable, Hashable {
    /// The label as it is written; reserved ones are compared without case.
    public var label: String
    /// The value, continuation lines joined by a line feed.
    public var value: String
    /// The number of its first line, from 1.
    public var line: Int

    /// Makes an element.
    public init(_ label: String, _ value: String, line: Int = 0) {
      self.label = label
      self.value = value
      self.line = line
    }
  }

  /// The name of the file in a version of the format.
  static func name(in version: BagVersion) -> String {
    version < BagVersion(major: 0, minor: 96) ? "package-info.txt" : "bag-info.txt"
  }

  /// The elements in their order.
  public var elements: [Element] = []

  /// Wraps elements.
  public init(_ elements: [Element] = []) { self.elements = elements }

  /// The values of a label, compared without case.
  public func values(_ label: String) -> [Element] {
    elements.filter { $0.label.lowercased() == label.lowercased() }
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - text: the file in UTF-8.
  ///   - file: its name.
  ///   - version: the bag's version: spaces around the colon are free before 1.0.
  static func parse(
    _ text: TagText, file: String, version: BagVersion
  ) -> (info: BagInfo, findings: [Finding]) {
    var info = BagInfo()
    var findings: [Finding] = []
    var hasLongLine = false
    text.forEachLine { line in
      guard findings.count < FindingSink.parserLimit else { return }
      if version >= .one, !hasLongLine, length(of: line.bytes) > 79 {
        hasLongLine = true
        findings.append(.recommendation("long-line", file: file, line: line.number))
      }
      if line.bytes.allSatisfy(\.isLinearSpace) {
        findings.append(.recommendation("blank-line", file: file, line: line.number))
      } else if line.bytes.first?.isLinearSpace == true, !info.elements.isEmpty {
        let more = String(decoding: line.bytes.trimmed, as: UTF8.self)
        // In place: a value may go on for a million lines.
        let last = info.elements.count - 1
        if !info.elements[last].value.isEmpty { info.elements[last].value += "\n" }
        info.elements[last].value += more
      } else {
        let (element, finding) = element(line, file: file, version: version)
        if let element { info.elements.append(element) }
        if let finding { findings.append(finding) }
      }
    }
    if version >= .one, !text.isEnded {
      findings.append(.recommendation("final-newline", file: file))
    }
    return (info, findings)
  }

  private static func element(
    _ line: TagText.Line, file: String, version: BagVersion
  ) -> (Element?, Finding?) {
    func malformed(_ variant: String) -> Finding {
      .malformed(variant, file: file, line: line.number, text: Shown.line(line.bytes))
    }
    guard let colon = line.bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return (nil, malformed("info-line"))
    }
    let label = line.bytes[..<colon]
    let value = line.bytes[(colon + 1)...]
    let element = Element(
      String(decoding: label.trimmed, as: UTF8.self),
      String(decoding: value.trimmed, as: UTF8.self), line: line.number)
    if label.trimmed.isEmpty { return (nil, malformed("info-label")) }
    guard version >= .one else { return (element, nil) }
    if label.count != label.trimmed.count { return (element, malformed("info-label")) }
    // An editor that strips trailing spaces leaves an empty value without its separator.
    if let first = value.first, !first.isLinearSpace {
      return (element, malformed("info-separator"))
    }
    return (element, nil)
  }

  private static func length(of line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Writes the file: lines of at most 79 characters, folded at spaces.
  public var bytes: [UInt8] {
    var text = ""
    for element in elements {
      let value = element.value.split(whereSeparator: \.isWhitespace)
      var line = element.label + ":"
      var length = line.unicodeScalars.count
      if value.isEmpty { line += " " }
      for word in value {
        let width = word.unicodeScalars.count
        if length + 1 + width > 79, length > 4 {
          text += line + "\n"
          line = "   "
          length = 3
        }
        line += " " + word
        length += 1 + width
      }
      text += line + "\n"
    }
    return Array(text.utf8)
  }
}
