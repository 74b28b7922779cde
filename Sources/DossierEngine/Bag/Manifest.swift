public import DossierModel

/// A payload manifest or a tag manifest (RFC 8493 §2.1.3, §2.2.1).
public struct Manifest: Sendable {
  /// Which of the two.
  public enum Kind: Sendable { case payload, tag }

  /// A line of it.
  public struct Entry: Sendable {
    /// The path, percent-decoded as the version asks.
    public var path: BagPath
    /// The path under another reading of its letters ("%" or "*" taken for itself), if there is one.
    public var alternative: BagPath?
    /// The checksum.
    public var digest: [UInt8]
    /// The number of the line, from 1.
    public var line: Int
  }

  /// The name of its file.
  public var file: String
  /// Which of the two it is.
  public var kind: Kind
  /// The algorithm's name as RFC 8493 §2.4 normalizes it.
  public var algorithmName: String
  /// The algorithm, where it is one that is read here.
  public var algorithm: DigestAlgorithm? { DigestAlgorithm(rawValue: algorithmName) }
  /// The lines that could be read and name something inside the bag, each path once.
  public var entries: [Entry] = []
  /// Where each path stands in `entries`.
  public var positions: [BagPath: Int] = [:]
  /// What its lines break.
  public var findings: [Finding] = []

  /// The entry for a path.
  public subscript(path: BagPath) -> Entry? { positions[path].map { entries[$0] } }

  /// Tells from a file's name whether it is a manifest, and of which kind and algorithm.
  ///
  /// - Returns: nothing for other files; `isNormal` is false where the algorithm is not written in
  ///   lowercase letters and digits.
  static func recognize(
    _ name: [UInt8]
  ) -> (kind: Kind, algorithm: String, isNormal: Bool)? {
    guard let text = String(validating: name, as: UTF8.self), text.hasSuffix(".txt") else {
      return nil
    }
    for (prefix, kind) in [("manifest-", Kind.payload), ("tagmanifest-", Kind.tag)]
    where text.hasPrefix(prefix) {
      let raw = text.dropFirst(prefix.count).dropLast(4)
      let normal = raw.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard !normal.isEmpty else { return nil }
      return (kind, normal, Array(normal.utf8) == Array(raw.utf8))
    }
    return nil
  }
}

/// Reads the lines of a manifest.
struct ManifestParser {
  private let version: BagVersion
  private var manifest: Manifest
  private var said: Set<String> = []

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - text: the file in UTF-8.
  ///   - file: its name.
  ///   - kind: payload or tag.
  ///   - algorithm: the algorithm's normalized name.
  ///   - version: the bag's version.
  /// - Returns: the manifest; every line that is not understood stands among its findings.
  static func parse(
    _ text: TagText, file: String, kind: Manifest.Kind, algorithm: String, version: BagVersion
  ) -> Manifest {
    var parser = ManifestParser(
      version: version, manifest: Manifest(file: file, kind: kind, algorithmName: algorithm))
    text.forEachLine { parser.read($0) }
    if version >= .one, !text.isEnded {
      parser.manifest.findings.append(.recommendation("final-newline", file: file))
    }
    return parser.manifest
  }

  private init(version: BagVersion, manifest: Manifest) {
    self.version = version
    self.manifest = manifest
  }

  private mutating func read(_ line: TagText.Line) {
    let file = manifest.file
    if line.bytes.allSatisfy(\.isLinearSpace) {
      let variant = version >= .one ? "manifest-blank" : "blank-line"
      say(.strictSinceOne(variant, version, file: file, line: line.number))
      return
    }
    var rest = line.bytes
    let isEscaped = rest.first == UInt8(ascii: "\\")
    if isEscaped { rest.removeFirst() }
    guard let gap = rest.firstIndex(where: \.isLinearSpace), gap > rest.startIndex else {
      say(.malformed("manifest-line", file: file, line: line.number, text: Shown.line(line.bytes)))
      return
    }
    guard let digest = checksum(rest[..<gap]) else {
      say(
        .malformed(
          "manifest-checksum", file: file, line: line.number, text: Shown.line(rest[..<gap]),
          ["algorithm": .text(manifest.algorithmName)]))
      return
    }
    var name = rest[gap...]
    while name.first?.isLinearSpace == true { name.removeFirst() }
    guard !name.isEmpty else {
      say(.malformed("manifest-line", file: file, line: line.number, text: Shown.line(line.bytes)))
      return
    }
    if isEscaped {
      sayOnce(.recommendation("escaped-line", file: file, line: line.number))
      name = Self.unescaped(name)[...]
    }
    take(name: name, digest: digest, line: line)
  }

  /// Reads the path of a line.
  private mutating func take(name: ArraySlice<UInt8>, digest: [UInt8], line: TagText.Line) {
    let file = manifest.file
    var plain = name
    var literal: [UInt8]?
    if plain.first == UInt8(ascii: "*") {
      literal = manifest.kind == .tag ? Array(plain) : nil
      plain.removeFirst()
      sayOnce(.recommendation("asterisk", file: file, line: line.number))
    }
    let coded = CodedPath(plain, in: version)
    let raw = Array(plain)
    if version >= .one, !coded.isStrict {
      say(.malformed("manifest-percent", file: file, line: line.number, text: Shown.line(raw)))
    }
    let chosen = coded.path
    if let fault = coded.fault {
      say(
        .bag(
          .entryUnsafePath, fault.rawValue, path: BagPath(bytes: chosen), file: file,
          line: line.number, text: Shown.line(raw)))
      return
    }
    let path = BagPath(bytes: Self.tidy(chosen))
    if path.bytes.count != chosen.count {
      sayOnce(.recommendation("dot-slash", path: path, file: file, line: line.number))
    }
    guard !path.bytes.isEmpty, chosen.last != UInt8(ascii: "/") else {
      say(.malformed("lists-folder", path: path, file: file, line: line.number))
      return
    }
    guard isInScope(path, line: line) else { return }
    let alternative = literal ?? coded.other.map(Self.tidy)
    add(
      Manifest.Entry(
        path: path, alternative: alternative.map { BagPath(bytes: $0) }, digest: digest,
        line: line.number))
  }

  /// Says where a payload manifest leaves the payload, or a tag manifest the tag files.
  private mutating func isInScope(_ path: BagPath, line: TagText.Line) -> Bool {
    let file = manifest.file
    switch manifest.kind {
    case .payload:
      guard path.isPayload else {
        say(
          .malformed(
            "outside-payload", path: path, file: file, line: line.number,
            text: Shown.line(line.bytes)))
        return false
      }
    case .tag:
      if path.isPayload {
        say(
          .strictSinceOne("tag-lists-payload", version, path: path, file: file, line: line.number))
      }
      if !path.bytes.contains(UInt8(ascii: "/")), Manifest.recognize(path.bytes)?.kind == .tag {
        say(
          .strictSinceOne(
            "tag-lists-tag-manifest", version, path: path, file: file, line: line.number))
      }
    }
    return true
  }

  private mutating func add(_ entry: Manifest.Entry) {
    guard let position = manifest.positions[entry.path] else {
      manifest.positions[entry.path] = manifest.entries.count
      manifest.entries.append(entry)
      return
    }
    let first = manifest.entries[position]
    let lines: [String: FindingArgument] = ["first": .count(first.line)]
    if first.digest != entry.digest {
      say(
        .malformed(
          "listed-differently", path: entry.path, file: manifest.file, line: entry.line, lines))
    } else {
      say(
        .strictSinceOne(
          "listed-twice", version, path: entry.path, file: manifest.file, line: entry.line, lines))
    }
  }

  private func checksum(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let digest = HexDigits.bytes(text) else { return nil }
    guard let algorithm = manifest.algorithm else { return digest }
    return digest.count == algorithm.byteCount ? digest : nil
  }

  /// Says something; a hostile manifest of blank lines is not said line by line without end.
  private mutating func say(_ finding: Finding) {
    if manifest.findings.count < FindingSink.parserLimit { manifest.findings.append(finding) }
  }

  /// Says what holds for the whole file only once.
  private mutating func sayOnce(_ finding: Finding) {
    if said.insert(finding.variant ?? "").inserted { say(finding) }
  }

  /// Takes needless "." parts and doubled slashes out of a path.
  static func tidy(_ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var isTidy = path.first != UInt8(ascii: ".") || path.dropFirst().first != slash
    var previous: UInt8 = slash
    for byte in path {
      if previous == slash, byte == slash || byte == UInt8(ascii: ".") { isTidy = false }
      previous = byte
    }
    if isTidy { return path }
    let parts = path.split(separator: slash).filter { !$0.elementsEqual([UInt8(ascii: ".")]) }
    return Array(parts.joined(separator: [slash]))
  }

  /// Undoes the escapes of coreutils: `\\` and `\n` (RFC 8493 §6.1.3).
  private static func unescaped(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterBackslash = false
    for byte in name {
      if isAfterBackslash {
        result.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        isAfterBackslash = false
      } else if byte == UInt8(ascii: "\\") {
        isAfterBackslash = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
