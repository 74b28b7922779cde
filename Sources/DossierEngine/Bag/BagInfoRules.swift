import DossierModel

/// What RFC 8493 §2.2.2 asks of the reserved metadata elements.
enum BagInfoRules {
  /// The rules that need nothing but the file.
  static func findings(_ info: BagInfo, file: String, version: BagVersion) -> [Finding] {
    guard version >= .one else { return [] }
    var findings: [Finding] = []
    for label in ["Bagging-Date", "Bag-Size", "Bag-Group-Identifier", "Bag-Count"] {
      let values = info.values(label)
      if values.count > 1 {
        findings.append(
          .recommendation(
            "repeated-element", file: file,
            ["label": .text(label), "count": .count(values.count)]))
      }
    }
    let most = FindingSink.parserLimit
    let dates = info.values("Bagging-Date").lazy.filter { CalendarDate(iso: $0.value) == nil }
    findings += dates.prefix(most).map { form("Bagging-Date", $0, file) }
    let counts = info.values("Bag-Count").lazy.filter { !isBagCount($0.value) }
    findings += counts.prefix(most).map { form("Bag-Count", $0, file) }
    if !info.values("Bag-Count").isEmpty, info.values("Bag-Group-Identifier").isEmpty {
      findings.append(.recommendation("count-without-group", file: file))
    }
    return findings
  }

  private static func form(_ label: String, _ element: BagInfo.Element, _ file: String) -> Finding {
    .recommendation(
      "element-form", file: file, line: element.line, text: Shown.line(element.value.utf8),
      ["label": .text(label)])
  }

  /// "N of T", T possibly "?".
  private static func isBagCount(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[1] == "of" && parts[0].utf8.allSatisfy(\.isDigit)
      && !parts[0].isEmpty && (parts[2] == "?" || Int(parts[2]) != nil)
  }
}

/// The "octetstream sum": bytes and files of the payload (RFC 8493 §2.2.2).
struct PayloadOxum: Hashable, CustomStringConvertible {
  var bytes: UInt64
  var files: UInt64

  /// Reads "bytes.files", digits only.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }),
      let bytes = UInt64(parts[0]), let files = UInt64(parts[1])
    else { return nil }
    self.bytes = bytes
    self.files = files
  }

  init(bytes: UInt64, files: Int) {
    self.bytes = bytes
    self.files = UInt64(files)
  }

  var description: String { "\(bytes).\(files)" }

  /// Compares what bag-info.txt states with what is there.
  static func findings(
    _ info: BagInfo, file: String, version: BagVersion, counted: PayloadOxum
  ) -> [Finding] {
    let stated = info.values("Payload-Oxum")
    var findings: [Finding] = []
    if stated.count > 1 {
      let count: [String: FindingArgument] = ["count": .count(stated.count)]
      findings.append(
        version >= .one
          ? .bag(.bagOxum, "repeated", file: file, count)
          : .recommendation("oxum-repeated", file: file, count))
    }
    for element in stated.prefix(FindingSink.parserLimit) {
      guard let oxum = PayloadOxum(element.value) else {
        findings.append(
          .bag(
            .bagOxum, "malformed", file: file, line: element.line,
            text: Shown.line(element.value.utf8)))
        continue
      }
      if oxum != counted {
        findings.append(
          .bag(
            .bagOxum, "mismatch", file: file, line: element.line,
            ["stated": .text("\(oxum)"), "counted": .text("\(counted)")]))
      }
    }
    return findings
  }
}
