import Foundation

/// Names that every system can hold: what the paths of a dossier become in its archive.
///
/// The rules are those of Windows, which are the narrowest (RFC 8493 §6.1.2, "Naming Files, Paths,
/// and Namespaces" of Microsoft), and of what BagIt tools and coreutils read alike in a manifest:
/// NFC, no control or invisible character, none of `< > : " | ? * \ %`, no dot or space at the end of
/// a part, no reserved device name, bounded length, no `;1` at the end, which unzip leaves out, and no
/// two names that differ only by case.
public struct PortableNames: Sendable {
  /// Why a path changed.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// It was not in normalization form C.
    case normalization
    /// It held a character that not every system allows.
    case character
    /// A part ended in a dot or in white space.
    case trailing
    /// The name ended in a semicolon and digits.
    case version
    /// A part is a name that Windows reserves.
    case reserved
    /// A part or the whole was too long.
    case length
    /// Another path differs only by case or normalization, or becomes the same.
    case collision

    /// Orders by name.
    public static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
  }

  /// A path that changed.
  public struct Renaming: Sendable, Hashable {
    /// The path as it was given.
    public var original: String
    /// The path as every system can hold it.
    public var portable: String
    /// Why, sorted.
    public var reasons: [Reason]
  }

  /// The portable path of each path given, in the order given.
  public let targets: [String]
  /// The paths that changed, by the bytes of the originals.
  public let renamings: [Renaming]
  /// Groups of given paths that would meet on a system that ignores case and normalization.
  public let collisions: [[String]]

  /// The most UTF-16 units of a path: Windows holds 259, and the place where it is unpacked takes some.
  public static let pathLimit = 220
  /// The most bytes of one part in UTF-8, which is what Linux holds; Windows holds 255 UTF-16 units.
  public static let partLimit = 255

  /// Makes portable names.
  ///
  /// - Parameters:
  ///   - paths: relative paths, "/" between the parts, each once.
  ///   - prefix: how many UTF-16 units will stand before each path in the archive.
  public init(_ paths: [String], prefix: Int = 0) {
    var builder = Builder(limit: max(40, Self.pathLimit - prefix))
    let order = paths.indices.sorted {
      paths[$0].utf8.lexicographicallyPrecedes(paths[$1].utf8)
    }
    var targets = [String](repeating: "", count: paths.count)
    var renamings: [Renaming] = []
    for index in order {
      let (portable, reasons) = builder.add(paths[index])
      targets[index] = portable
      if !reasons.isEmpty {
        renamings.append(
          Renaming(original: paths[index], portable: portable, reasons: reasons.sorted()))
      }
    }
    self.targets = targets
    self.renamings = renamings
    collisions = builder.groups.values.filter { $0.count > 1 }
      .sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
  }

  /// What a system that ignores case and normalization takes for the same name.
  public static func folded(_ name: String) -> [UInt8] {
    if let folded = PlainNames.folded(name) { return folded }
    return Array(name.uppercased().lowercased().precomposedStringWithCanonicalMapping.utf8)
  }

  /// Where the semicolon stands that begins what unzip takes for the version of a file on VMS.
  static func versionMark(_ name: String) -> String.Index? {
    guard let mark = name.utf8.lastIndex(of: UInt8(ascii: ";")) else { return nil }
    let isVersion = name.utf8[mark...].dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    return isVersion ? mark : nil
  }

  /// Whether Windows keeps a part of a path for a device, with any extension.
  static func isReserved(_ part: String) -> Bool { PortablePart.isReserved(part) }

  /// Whether a character cannot stand in a name everywhere, or cannot be seen there.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool { PortablePart.isRefused(scalar) }

  /// Whether a part of a path ends in a dot or in white space.
  static func hasLooseTail(_ part: String) -> Bool {
    PortablePart.withoutTail(part).utf8.count != part.utf8.count
  }
}

extension PortableNames {
  /// Gives names one after another and remembers which are taken.
  private struct Builder {
    let limit: Int
    /// Given paths by their folded portable form.
    var groups: [[UInt8]: [String]] = [:]
    /// Folded portable paths of files, numbered ones too.
    private var files: Set<[UInt8]> = []
    /// The spelling of each folder, by its folded path: two that differ by case become one.
    private var folders: [[UInt8]: String] = [:]
    /// The last folder, as given and as made: files of one folder follow one another.
    private var last: (given: Substring, made: String, reasons: Set<Reason>)?

    init(limit: Int) { self.limit = limit }

    mutating func add(_ path: String) -> (String, Set<Reason>) {
      var reasons: Set<Reason> = []
      let isPortable = PlainNames.isPortable(path)
      func part(_ given: String) -> String {
        isPortable ? given : PortablePart.make(given, &reasons)
      }
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let given = slash.map { path[..<$0] } ?? ""
      let folder: String
      if let last, last.given.utf8.elementsEqual(given.utf8) {
        folder = last.made
        reasons = last.reasons
      } else {
        folder = folderPath(String(given).pathParts.map(part), &reasons)
        last = (given, folder, reasons)
      }
      var name = part(slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path)
      if let marked = PortableNames.versionMark(name) {
        name.replaceSubrange(marked...marked, with: "_")
        reasons.insert(.version)
      }
      let room = limit - folder.utf16.count
      if name.utf16.count > room || name.utf8.count > PortableNames.partLimit {
        name = PortablePart.shortened(name, units: max(12, room))
        reasons.insert(.length)
      }
      let wanted = PortableNames.folded(folder + name)
      groups[wanted, default: []].append(path)
      var candidate = name
      var key = wanted
      var number = 2
      while files.contains(key) || folders[key] != nil {
        reasons.insert(.collision)
        candidate = PortablePart.numbered(name, number, units: max(12, room))
        key = PortableNames.folded(folder + candidate)
        number += 1
      }
      files.insert(key)
      return (folder + candidate, reasons)
    }

    /// The path of a folder with its slash, in the spelling that was first.
    private mutating func folderPath(_ parts: [String], _ reasons: inout Set<Reason>) -> String {
      var path = ""
      for part in parts {
        var shortPart = part
        if part.utf8.count > PortableNames.partLimit || part.utf16.count > limit / 2 {
          shortPart = PortablePart.shortened(part, units: limit / 2)
          reasons.insert(.length)
        }
        var candidate = path + shortPart
        var number = 2
        while files.contains(PortableNames.folded(candidate)) {
          candidate = path + PortablePart.numbered(shortPart, number, units: limit / 2)
          number += 1
          reasons.insert(.collision)
        }
        let key = PortableNames.folded(candidate)
        if let first = folders[key] {
          if Array(first.utf8) != Array(candidate.utf8) { reasons.insert(.collision) }
          path = first + "/"
        } else {
          folders[key] = candidate
          path = candidate + "/"
        }
      }
      return path
    }
  }
}

/// One part of a path.
private enum PortablePart {
  /// Makes a part portable, whatever stands around it.
  static func make(_ part: String, _ reasons: inout Set<PortableNames.Reason>) -> String {
    var name = part
    if !part.unicodeScalars.allSatisfy(PlainNames.isComposed) {
      name = part.precomposedStringWithCanonicalMapping
      if !name.utf8.elementsEqual(part.utf8) { reasons.insert(.normalization) }
    }
    if name.unicodeScalars.contains(where: isRefused) {
      var clean = String.UnicodeScalarView()
      for scalar in name.unicodeScalars { clean.append(isRefused(scalar) ? "_" : scalar) }
      name = String(clean)
      reasons.insert(.character)
    }
    let trimmed = withoutTail(name)
    if trimmed.utf8.count != name.utf8.count {
      name = trimmed
      reasons.insert(.trailing)
    }
    if isReserved(name) {
      name = "_" + name
      reasons.insert(.reserved)
    }
    return name.isEmpty ? "_" : name
  }

  static func withoutTail(_ name: String) -> String {
    var scalars = name.unicodeScalars
    guard let end = scalars.last, end == "." || end.properties.isWhitespace else { return name }
    while let last = scalars.last, last == "." || last.properties.isWhitespace {
      scalars.removeLast()
    }
    return String(scalars)
  }

  /// Whether a character cannot stand in a name everywhere, or cannot be seen there.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", ":", "\"", "|", "?", "*", "\\", "%", "\u{7F}": return true
    default: break
    }
    if scalar.value < 0x20 { return true }
    if scalar.value < 0x80 { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
      .surrogate:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether Windows keeps the name for a device, with any extension.
  static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    let plain = withoutTail(stem)
    if ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"].contains(plain) { return true }
    guard plain.hasPrefix("COM") || plain.hasPrefix("LPT") else { return false }
    let rest = plain.unicodeScalars.dropFirst(3)
    guard rest.count == 1, let digit = rest.first else { return false }
    return ("0"..."9").contains(digit) || ["¹", "²", "³"].contains(digit)
  }

  /// Splits off an extension of at most ten letters and digits.
  private static func split(_ name: String) -> (stem: Substring, suffix: Substring) {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (name[...], "") }
    let suffix = name[dot...]
    let isPlain =
      suffix.utf8.count <= 11
      && suffix.dropFirst().utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      }
    return isPlain ? (name[..<dot], suffix) : (name[...], "")
  }

  /// Cuts a part at a letter's boundary and keeps its extension.
  static func shortened(_ name: String, units: Int, tail: String = "") -> String {
    let (stem, suffix) = split(name)
    let room = units - suffix.utf16.count - tail.utf16.count
    let byteRoom = PortableNames.partLimit - suffix.utf8.count - tail.utf8.count
    var kept = ""
    var count = 0
    var bytes = 0
    for character in stem {
      count += character.utf16.count
      bytes += character.utf8.count
      if count > room || bytes > byteRoom { break }
      kept.append(character)
    }
    let clean = withoutTail(kept)
    return (clean.isEmpty ? "_" : clean) + tail + suffix
  }

  /// A part with a number before its extension.
  static func numbered(_ name: String, _ number: Int, units: Int) -> String {
    shortened(name, units: units, tail: " (\(number))")
  }
}
