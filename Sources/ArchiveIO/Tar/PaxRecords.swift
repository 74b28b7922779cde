/// The records of a pax extended header: "LENGTH KEY=VALUE\n" (POSIX.1-2017, pax).
struct PaxRecords {
  /// The values by key; of a key that stands there twice, the last.
  private(set) var values: [String: [UInt8]] = [:]
  /// What is wrong with them, as kind and reason.
  private(set) var problems: [(kind: ContainerOddity.Kind, reason: String)] = []

  /// Keys that change which bytes an entry has, or what it is called.
  private static let meaningful: Set<String> = ["path", "linkpath", "size", "hdrcharset"]

  /// Reads records.
  ///
  /// - Parameters:
  ///   - area: the data of the extended header.
  ///   - isGlobal: whether it holds for all entries that follow.
  init(_ area: [UInt8], isGlobal: Bool) {
    var rest = area[...]
    var isPadded = false
    while !rest.isEmpty {
      guard let record = PaxRecords.next(&rest) else {
        note(.damaged, "pax-record")
        return
      }
      if record.hasLeadingZero { note(.ambiguous, "pax-length") }
      let key = String(decoding: record.key, as: UTF8.self)
      judge(key, record.key, record.value, isGlobal: isGlobal)
      // A comment that pushes a path out of the first block hides it from simple readers.
      if PaxRecords.meaningful.contains(key) && isPadded { note(.ambiguous, "pax-padded") }
      isPadded = isPadded || (key == "comment" && record.value.count > 256 && !isGlobal)
      values[key] = Array(record.value)
    }
  }

  /// The number a value says, or nothing where it is none.
  func number(_ key: String) -> UInt64? {
    guard let value = values[key] else { return nil }
    return PaxRecords.digits(value[...])
  }

  /// What decimal digits and nothing else say; readers differ on signs and blanks before them.
  private static func digits(_ value: ArraySlice<UInt8>) -> UInt64? {
    guard value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return UInt64(String(decoding: value, as: UTF8.self))
  }

  /// Whether a value is a time in seconds: digits, a sign before them, a fraction after.
  private static func isTime(_ value: ArraySlice<UInt8>) -> Bool {
    let unsigned = value.first == UInt8(ascii: "-") ? value.dropFirst() : value
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.first?.isEmpty == false
      && parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private mutating func note(_ kind: ContainerOddity.Kind, _ reason: String) {
    if !problems.contains(where: { $0.reason == reason }) { problems.append((kind, reason)) }
  }

  private mutating func judge(
    _ key: String, _ keyBytes: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, isGlobal: Bool
  ) {
    if keyBytes.contains(where: { $0 < 0x21 || $0 == 0x7f })
      || String(validating: keyBytes, as: UTF8.self) == nil
    {
      note(.ambiguous, "pax-key")
    }
    if key.hasPrefix("GNU.sparse.") || key == "SCHILY.realsize" { note(.unsupported, "sparse") }
    // Extended attributes are binary; nothing else is.
    let isBinary = key.hasPrefix("SCHILY.xattr.") || key.hasPrefix("LIBARCHIVE.xattr.")
    if !isBinary && value.contains(0) { note(.ambiguous, "pax-nul") }
    if !isBinary && String(validating: value, as: UTF8.self) == nil { note(.risky, "pax-not-utf8") }
    judgeNumber(key, value)
    guard PaxRecords.meaningful.contains(key) else { return }
    if isGlobal { note(.ambiguous, "pax-global-override") }
    if values[key] != nil { note(.ambiguous, "pax-key-twice") }
    if value.isEmpty { note(.ambiguous, "pax-empty-value") }
    if key == "hdrcharset", !value.elementsEqual("ISO-IR 10646 2000 UTF-8".utf8) {
      note(.ambiguous, "pax-charset")
    }
    if key == "size", PaxRecords.digits(value) == nil { note(.damaged, "pax-size") }
  }

  /// Numbers that are not used here, but without which some readers give up.
  private mutating func judgeNumber(_ key: String, _ value: ArraySlice<UInt8>) {
    switch key {
    case "uid", "gid":
      if PaxRecords.digits(value) == nil { note(.risky, "pax-number") }
    case "mtime", "atime", "ctime":
      if !PaxRecords.isTime(value) { note(.risky, "pax-number") }
    default: break
    }
  }

  private struct Record {
    var key: ArraySlice<UInt8>
    var value: ArraySlice<UInt8>
    var hasLeadingZero: Bool
  }

  private static func next(_ rest: inout ArraySlice<UInt8>) -> Record? {
    let start = rest.startIndex
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count), digits.endIndex < rest.endIndex,
      rest[digits.endIndex] == 0x20
    else { return nil }
    let length = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let end = start + length
    guard end <= rest.endIndex, end > digits.endIndex + 1, rest[end - 1] == 0x0a else { return nil }
    let body = rest[digits.endIndex + 1..<end - 1]
    guard let equals = body.firstIndex(of: UInt8(ascii: "=")), equals > body.startIndex else {
      return nil
    }
    rest = rest[end...]
    return Record(
      key: body[..<equals], value: body[(equals + 1)...], hasLeadingZero: digits.first == 0x30)
  }
}
