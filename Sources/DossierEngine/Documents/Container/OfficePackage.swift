import ArchiveIO
import DossierModel
import XMLPull

/// The parts of an office document in a ZIP, found by name as ISO/IEC 29500-2 compares names:
/// without regard to the case of ASCII letters.
///
/// A backslash counts as a slash: some producers write it.
final class OfficePackage {
  /// One part: its place in the directory and its name as the package has it.
  struct Part: Hashable {
    var index: Int
    var name: String

    static func == (one: Part, other: Part) -> Bool { one.index == other.index }
    func hash(into hasher: inout Hasher) { hasher.combine(index) }
  }

  let source: any ByteSource
  let directory: ZIPDirectory
  /// The parts in the order of the directory, folders left out.
  let parts: [Part]
  private let tools: OfficeTools
  private let byName: [String: [Int]]
  private let refused: [String: String]
  private let hasEncodedNames: Bool
  /// The parts of relationships that were read already.
  private var known: [Part: (list: [Relationship], problem: ReadProblem?)] = [:]

  /// So many parts are looked through faster than a table of their names is made.
  private static let few = 64

  // Readers differ on what such an entry is: its data cannot be trusted to be the part.
  private static let refusing: Set<String> = [
    "local-name-differs", "local-header-missing", "local-header-truncated", "header-offset",
    "data-past-end",
  ]

  init(_ source: any ByteSource, directory: ZIPDirectory, tools: OfficeTools) {
    self.source = source
    self.directory = directory
    self.tools = tools
    var parts: [Part] = []
    parts.reserveCapacity(directory.entries.count)
    for index in directory.entries.indices {
      let name = OfficePackage.partName(directory.entries.rawName(index))
      guard name.utf8.last != UInt8(ascii: "/") else { continue }
      parts.append(Part(index: index, name: name))
    }
    self.parts = parts
    hasEncodedNames = parts.contains { $0.name.utf8.contains(UInt8(ascii: "%")) }
    byName =
      parts.count > OfficePackage.few
      ? Dictionary(grouping: parts.indices) { parts[$0].name.loweredASCII } : [:]
    var refused: [String: String] = [:]
    for oddity in directory.oddities where OfficePackage.refusing.contains(oddity.reason) {
      if let entry = oddity.entry { refused[entry] = oddity.reason }
    }
    self.refused = refused
  }

  /// Whether its parts in XML unpack to more than those of a document of ordinary size.
  var hasMuchText: Bool {
    var left = UInt64(HeavyWork.floor * 8)
    for part in parts where part.name.endsInBytes(of: ".xml") {
      let size = entry(part).size
      guard size < left else { return true }
      left -= size
    }
    return false
  }

  private static func partName(_ raw: ArraySlice<UInt8>) -> String {
    let slash = UInt8(ascii: "/")
    let backslash = UInt8(ascii: "\\")
    let bytes = raw.drop { $0 == slash || $0 == backslash }
    guard bytes.contains(backslash) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.map { $0 == backslash ? slash : $0 }, as: UTF8.self)
  }

  /// All parts of a name; those that match to the letter come first.
  func parts(named name: String) -> [Part] {
    let found =
      parts.count > OfficePackage.few
      // Texts that only look the same share a key.
      ? (byName[name.loweredASCII] ?? []).map { parts[$0] }
        .filter { $0.name.isBytesWithoutCase(of: name) }
      : parts.filter { $0.name.isBytesWithoutCase(of: name) }
    if found.isEmpty { return encoded(name) }
    guard found.count > 1 else { return found }
    let exact = found.filter { $0.name.utf8.elementsEqual(name.utf8) }
    return exact + found.filter { !$0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The parts that bear a name in percent-encoding, as ISO/IEC 29500-2 7.3.4 writes what is not
  /// ASCII in the names of a ZIP.
  private func encoded(_ name: String) -> [Part] {
    guard hasEncodedNames else { return [] }
    return parts.filter {
      $0.name.utf8.contains(UInt8(ascii: "%"))
        && PartNameCoding.decoded($0.name).isBytesWithoutCase(of: name)
    }
  }

  /// The name of a part that another's means as well, though the two are not written alike.
  ///
  /// A package must not hold such a pair (ISO/IEC 29500-2 6.2.2.3): Word takes one for the other,
  /// programs that go by the letters do not.
  var equivalentName: String? {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(parts.count)
    for part in parts {
      let key = OfficePackage.meaning(part.name)
      guard let other = seen.updateValue(part.index, forKey: key) else { continue }
      // Two entries of one name are an oddity of the container.
      let names = [directory.entries.rawName(other), directory.entries.rawName(part.index)]
      if !names[0].elementsEqual(names[1]) { return part.name }
    }
    return nil
  }

  /// A name as names of parts are compared: without case, coding, and parts that lead nowhere.
  private static func meaning(_ name: String) -> String {
    let lowered = PartNameCoding.decoded(name).loweredASCII
    guard lowered.holdsBytes(of: "./") || lowered.holdsBytes(of: "//") else { return lowered }
    let steps = lowered.split(separator: "/")
    return steps.filter { $0 != "." }.joined(separator: "/")
  }

  /// The part of a name, or nothing where there is none.
  func part(named name: String) -> Part? { parts(named: name).first }

  func entry(_ part: Part) -> ZIPEntry { directory.entries[part.index] }

  /// The parts whose name, in lower case, fulfils a condition.
  func parts(where condition: (String) -> Bool) -> [Part] {
    parts.filter { condition($0.name.loweredASCII) }
  }

  /// The relationships that a part holds; it is read once.
  func relationships(in part: Part) -> (list: [Relationship], problem: ReadProblem?) {
    if let found = known[part] { return found }
    let handler = RelationshipHandler()
    let problem = read(part, by: handler)
    let found = (problem == nil ? handler.list : [], problem)
    if known.count < OfficePackage.few { known[part] = found }
    return found
  }

  /// Whether a part must be parsed to know what flags it raises.
  func needsReading(_ part: Part) -> Bool {
    guard entry(part).size <= UInt64(DocumentLimits.wholePart) else { return true }
    do throws(PartFailure) {
      let entry = try checked(part)
      do throws(ArchiveError) {
        return try tools.needsReading(entry, in: source)
      } catch {
        throw PartFailure(error, part: part.name)
      }
    } catch {
      // Reading it tells what is wrong with it.
      return true
    }
  }

  /// Reads a whole part of bounded size.
  func bytes(
    of part: Part, limit: Int = DocumentLimits.metadataPart
  ) throws(PartFailure) -> [UInt8] {
    let entry = try checked(part)
    do throws(ArchiveError) {
      return try tools.entries.bytes(of: entry, in: source, limit: limit)
    } catch {
      throw PartFailure(error, part: part.name)
    }
  }

  /// Reads a part as XML.
  ///
  /// - Returns: what stood in the way, or nothing. The handler's findings count only without one.
  func read(
    _ part: Part, limit: Int = DocumentLimits.metadataPart, by handler: any XMLHandler
  ) -> ReadProblem? {
    do throws(PartFailure) {
      if entry(part).size <= UInt64(DocumentLimits.wholePart) {
        try parse(part, limit: limit, by: handler)
      } else {
        try stream(part, limit: limit, by: handler)
      }
      return nil
    } catch {
      return error.problem
    }
  }

  private func parse(
    _ part: Part, limit: Int, by handler: any XMLHandler
  ) throws(PartFailure) {
    let entry = try checked(part)
    let xml = tools.xml
    var failure: XMLError?
    do throws(ArchiveError) {
      try tools.entries.withBytes(of: entry, in: source, limit: limit) { bytes in
        do throws(XMLError) {
          try xml.parse(bytes, limits: OfficePackage.limits(limit), handler: handler)
        } catch {
          failure = error
        }
      }
    } catch {
      throw PartFailure(error, part: part.name)
    }
    if let failure { throw PartFailure(failure, part: part.name) }
  }

  private static func limits(_ bytes: Int) -> XMLLimits {
    bytes > DocumentLimits.metadataPart
      ? XMLLimits(bytes: bytes) : XMLLimits(bytes: bytes, textBytes: DocumentLimits.propertyText)
  }

  /// Ends the reading from inside a handler.
  func stop() { tools.xml.stop() }

  private func checked(_ part: Part) throws(PartFailure) -> ZIPEntry {
    if let reason = refused[part.name] {
      throw PartFailure(ReadProblem(.corruptEntry, part: part.name, detail: reason))
    }
    return entry(part)
  }

  private struct Enough: Error {}

  private func stream(
    _ part: Part, limit: Int, by handler: any XMLHandler
  ) throws(PartFailure) {
    let entry = try checked(part)
    let ratio = entry.size / max(1, entry.compressedSize)
    if entry.size > UInt64(limit)
      || (entry.size > UInt64(DocumentLimits.bombFloor) && ratio > DocumentLimits.bombRatio)
    {
      let detail = "\(entry.size) bytes, packed \(ratio) times"
      throw PartFailure(ReadProblem(.tooLarge, part: part.name, detail: detail))
    }
    let xml = tools.xml
    do {
      try xml.open(limits: OfficePackage.limits(limit), handler: handler)
      try tools.entries.stream(entry, from: source, limit: UInt64(limit)) { chunk in
        if !xml.feed(chunk) { throw Enough() }
      }
      try xml.close()
    } catch let error as ArchiveError {
      xml.abandon()
      throw PartFailure(error, part: part.name)
    } catch let error as XMLError {
      throw PartFailure(error, part: part.name)
    } catch {
      do throws(XMLError) {
        try xml.close()
      } catch {
        throw PartFailure(error, part: part.name)
      }
    }
  }
}
