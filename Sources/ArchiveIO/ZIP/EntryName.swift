/// Names of entries: how they are shown, and what makes one unsafe or not portable.
public enum EntryName {
  /// Shows a name: control and format characters, and bytes that are no UTF-8, are escaped.
  ///
  /// - Parameter bytes: the name as it stands in the archive.
  public static func escaped(_ bytes: some Collection<UInt8>) -> String {
    var result = ""
    if let text = String(validating: bytes, as: UTF8.self) {
      for scalar in text.unicodeScalars {
        if isControl(scalar) || isInvisible(scalar) || scalar == "\\" {
          result += scalar == "\\" ? "\\\\" : "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
    for byte in bytes {
      if byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\\") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16)
        result += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 } }

  /// What is wrong with a name, as kind and reason; nothing where it is plain and portable.
  ///
  /// - Parameters:
  ///   - bytes: the name as it stands in the archive.
  ///   - isFolder: whether a slash at the end is the mark of a folder.
  public static func problems(
    of bytes: ArraySlice<UInt8>, isFolder: Bool
  ) -> [(kind: ContainerOddity.Kind, reason: String)] {
    if bytes.isEmpty { return [(.unsafePath, "name-empty")] }
    var found = Problems()
    var part = bytes.startIndex
    var isPlain = true
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "/"):
        found.judgeComponent(bytes[part..<index], isLast: false, isFolder: isFolder)
        part = index + 1
      case 0: found.note(.unsafePath, "name-nul")
      case 1..<0x20, 0x7f: found.note(.unsafePath, "name-control")
      case UInt8(ascii: "\\"): found.note(.unsafePath, "name-backslash")
      case UInt8(ascii: ":") where index == bytes.startIndex + 1 && isLetter(bytes[index - 1]):
        found.note(.unsafePath, "name-drive")
      case UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"):
        found.note(.risky, "name-not-portable")
      case 0x80...: isPlain = false
      default: break
      }
    }
    found.judgeComponent(bytes[part...], isLast: true, isFolder: isFolder)
    if bytes.first == UInt8(ascii: "/") { found.note(.unsafePath, "name-absolute") }
    if !isPlain { found.judgeText(bytes) }
    return found.list
  }

  private struct Problems {
    var list: [(kind: ContainerOddity.Kind, reason: String)] = []

    mutating func note(_ kind: ContainerOddity.Kind, _ reason: String) {
      if !list.contains(where: { $0.reason == reason }) { list.append((kind, reason)) }
    }

    mutating func judgeComponent(_ part: ArraySlice<UInt8>, isLast: Bool, isFolder: Bool) {
      guard let last = part.last, let first = part.first else {
        // An empty part is the mark of a folder at the end, and nothing good elsewhere.
        if !(isLast && isFolder) { note(.unsafePath, "name-empty-part") }
        return
      }
      if first == UInt8(ascii: ".") {
        if part.count == 1 { note(.unsafePath, "name-dot-part") }
        if part.count == 2 && last == UInt8(ascii: ".") { note(.unsafePath, "name-parent-part") }
      }
      let isDots = part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
      if !isDots && (last == UInt8(ascii: ".") || last == UInt8(ascii: " ")) {
        note(.risky, "name-trailing-dot-or-space")
      }
      if part.count > 255 { note(.risky, "name-long-part") }
      if ReservedName.isReserved(part) { note(.risky, "name-reserved") }
    }

    mutating func judgeText(_ bytes: ArraySlice<UInt8>) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        note(.ambiguous, "name-not-utf8")
        return
      }
      for scalar in text.unicodeScalars where scalar.value >= 0x80 {
        if isControl(scalar) {
          note(.unsafePath, "name-control")
        } else if isInvisible(scalar) {
          note(.unsafePath, "name-invisible")
        }
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
  }

  /// Bidirectional controls, zero-width characters, line separators, tags: unseen, yet they change
  /// what is seen.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180f, 0x200b...0x200f,
      0x2028...0x202e, 0x2060...0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb, 0x1d173...0x1d17a,
      0xe0000...0xe0fff:
      true
    case 0xfdd0...0xfdef: true
    default: scalar.value & 0xfffe == 0xfffe
    }
  }
}

/// Names that Windows keeps for devices, with any extension.
enum ReservedName {
  /// Whether a part of a path is such a name: CON, PRN, AUX, NUL, CLOCK$, CONIN$, CONOUT$, COM and
  /// LPT with a digit (also ¹ ² ³).
  static func isReserved(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.count >= 3, let first = part.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "l"), UInt8(ascii: "n"),
      UInt8(ascii: "p"):
      break
    default: return false
    }
    let stem = part.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }
    var name = stem
    while name.last == UInt8(ascii: " ") { name = name.dropLast() }
    guard (3...7).contains(name.count) else { return false }
    let upper = name.map { (0x61...0x7a).contains($0) ? $0 - 0x20 : $0 }
    if words.contains(where: { $0.elementsEqual(upper) }) { return true }
    guard upper.starts(with: "COM".utf8) || upper.starts(with: "LPT".utf8) else { return false }
    let rest = upper.dropFirst(3)
    if rest.count == 1, let digit = rest.first { return (0x30...0x39).contains(digit) }
    return rest.count == 2 && rest.first == 0xc2
      && [0xb9, 0xb2, 0xb3].contains(rest.last ?? 0)
  }

  private static let words: [[UInt8]] = [
    "CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$",
  ].map { Array($0.utf8) }
}
