import DossierModel
import XMLPull

/// One relationship of a part or of the package (ISO/IEC 29500-2 6.5).
struct Relationship {
  let id: String
  /// The target as written.
  let target: String
  let isExternal: Bool

  /// The last segment of the type in lower case: what it is in any of its spellings
  /// ("core-properties", "officedocument").
  let kind: String
  /// Whether it leads to the core properties: ECMA-376's first edition and LibreOffice spell the
  /// type otherwise than ISO/IEC 29500-2, so that only its tail counts.
  let isCoreProperties: Bool
  /// Whether it leads there by the spelling of the first edition, which Word passes over and keeps.
  let isFormerCoreProperties: Bool

  init(id: String, type: String, target: String, isExternal: Bool) {
    self.id = id
    self.target = target
    self.isExternal = isExternal
    let lowered = type.loweredASCII
    let tail = lowered.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      lowered[lowered.utf8.index(after: $0)...]
    }
    kind = tail.map(String.init) ?? lowered
    isCoreProperties = lowered.endsInBytes(of: "/metadata/core-properties")
    isFormerCoreProperties =
      isCoreProperties && lowered.holdsBytes(of: "/officedocument/2006/relationships/")
  }

  var isExtendedProperties: Bool {
    kind == "extended-properties" || kind == "extendedproperties"
  }
  var isCustomProperties: Bool { kind == "custom-properties" || kind == "customproperties" }
  var isMain: Bool { kind == "officedocument" }
}

/// The relationships of one source.
struct Relationships {
  var list: [Relationship] = []
  private let folder: [Substring]

  /// Reads the relationships of a part; the empty name stands for the package.
  ///
  /// Missing ones are no problem; unreadable ones are told and disable only what they lead to.
  init(of partName: String, in package: OfficePackage, problem: inout ReadProblem?) {
    var segments = partName.split(separator: "/", omittingEmptySubsequences: true)
    let file = segments.popLast() ?? ""
    folder = segments
    let name = (segments + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let part = package.part(named: name) else { return }
    let found = package.relationships(in: part)
    list = found.list
    if let failure = found.problem { problem = failure }
  }

  /// The name of the part a relationship leads to.
  ///
  /// - Returns: nothing where it leads outside, nowhere ("NULL", a mere fragment), or above the root.
  func partName(of relationship: Relationship) -> String? {
    guard !relationship.isExternal else { return nil }
    if let name = plainName(relationship.target) { return name }
    var target = Substring(relationship.target)
    if let end = target.firstIndex(where: { $0 == "#" || $0 == "?" }) { target = target[..<end] }
    target = Substring(PartNameCoding.decoded(String(target)).replacing("\\", with: "/"))
    guard !target.isEmpty, target != "NULL" else { return nil }
    var path = target.hasPrefix("/") ? [] : folder
    for segment in target.split(separator: "/", omittingEmptySubsequences: true) {
      if segment == "." { continue }
      if segment == ".." {
        if path.popLast() == nil { return nil }
      } else {
        path.append(segment)
      }
    }
    return path.isEmpty ? nil : path.joined(separator: "/")
  }

  /// The name for a target of nothing but segments, as nearly all are.
  private func plainName(_ target: String) -> String? {
    var last = UInt8(ascii: "/")
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "%"), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "."), UInt8(ascii: "/"): if last == UInt8(ascii: "/") { return nil }
      default: break
      }
      last = byte
    }
    guard last != UInt8(ascii: "/"), target != "NULL" else { return nil }
    return folder.isEmpty ? target : folder.joined(separator: "/") + "/" + target
  }

  /// The parts that relationships fulfilling a condition lead to, each once.
  func parts(
    in package: OfficePackage, where condition: (Relationship) -> Bool
  ) -> [OfficePackage.Part] {
    var found: [OfficePackage.Part] = []
    for relationship in list where condition(relationship) {
      guard let name = partName(of: relationship), let part = package.part(named: name),
        !found.contains(part)
      else { continue }
      found.append(part)
    }
    return found
  }

  /// The part a relationship of an identifier leads to.
  func part(id: String, in package: OfficePackage) -> OfficePackage.Part? {
    guard let relationship = list.first(where: { $0.id.isBytes(of: id) }),
      let name = partName(of: relationship)
    else { return nil }
    return package.part(named: name)
  }
}

/// Percent-encoding of part names (RFC 3986 2.1).
enum PartNameCoding {
  /// Decodes; what is no valid encoding stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }
}

final class RelationshipHandler: XMLHandler {
  var list: [Relationship] = []

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .relationships, element.tag == .relationship, list.count < 100_000
    else { return }
    var id = ""
    var type = ""
    var target = ""
    var isExternal = false
    element.forEachAttribute { name, value in
      switch name.tag {
      case .id, .relationshipID: id = value
      case .relationshipType: type = PropertyText.trimmed(value)
      case .target: target = PropertyText.trimmed(value)
      case .targetMode: isExternal = value.loweredASCII == "external"
      default: break
      }
    }
    list.append(Relationship(id: id, type: type, target: target, isExternal: isExternal))
  }
}
