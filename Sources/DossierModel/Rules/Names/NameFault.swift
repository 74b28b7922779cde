/// What about a name keeps it from going everywhere: the worst thing, and the words that show it.
struct NameFault {
  /// The variant of the finding.
  let variant: String
  /// The characters, or the part of the path, at fault.
  let text: String

  /// Finds the fault behind a renaming.
  init?(_ renaming: PortableNames.Renaming) {
    let parts = renaming.original.pathParts
    if let part = parts.first(where: PortableNames.isReserved) {
      self.init(variant: "reserved", text: part)
    } else if let fault = Self.ofCharacters(renaming.original) {
      self = fault
    } else if renaming.reasons.contains(.version), let last = parts.last,
      let mark = PortableNames.versionMark(last)
    {
      self.init(variant: "version", text: String(last[mark...]))
    } else if renaming.reasons.contains(.trailing),
      let part = parts.first(where: PortableNames.hasLooseTail)
    {
      self.init(variant: "trailing", text: part)
    } else if renaming.reasons.contains(.length) {
      self.init(variant: "length", text: "")
    } else if renaming.reasons.contains(.normalization) {
      self.init(variant: "normalization", text: "")
    } else {
      return nil
    }
  }

  private init(variant: String, text: String) {
    self.variant = variant
    self.text = text
  }

  private static func ofCharacters(_ path: String) -> NameFault? {
    var seen: [Unicode.Scalar] = []
    for scalar in path.unicodeScalars
    where scalar != "/" && PortableNames.isRefused(scalar) && !seen.contains(scalar) {
      seen.append(scalar)
    }
    guard let first = seen.first else { return nil }
    let visible = seen.filter { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }
    // Windows holds it; in a manifest it begins a coded byte (RFC 8493 §2.1.3).
    if visible == ["%"], seen.count == 1 { return NameFault(variant: "percent", text: "%") }
    if !visible.isEmpty {
      return NameFault(
        variant: "character", text: visible.map { String($0) }.joined(separator: " "))
    }
    switch first.properties.generalCategory {
    case .control: return NameFault(variant: "control", text: "")
    case .privateUse, .unassigned: return NameFault(variant: "uncommon", text: String(first))
    default: return NameFault(variant: "invisible", text: "")
    }
  }
}
