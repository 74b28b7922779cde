import ArchiveIO
import DossierModel
import XMLPull

/// Reads the metadata of an Office Open XML package (ISO/IEC 29500), then lets the reader of its
/// kind read the text.
struct OfficeOpenXMLReader {
  let package: OfficePackage
  let types: ContentTypes
  var relationships: Relationships
  var reading: DocumentReading

  /// Whether a package is of this family: it has what only such packages have.
  static func recognises(_ package: OfficePackage) -> Bool {
    [ContentTypes.name, "_rels/.rels", "word/document.xml"].contains {
      package.part(named: $0) != nil
    }
  }

  /// Reads a package.
  ///
  /// - Parameter depth: whether to read text, and the flags that only text shows.
  static func read(_ package: OfficePackage, depth: DocumentReader.Depth) -> DocumentReading {
    var reader = OfficeOpenXMLReader(package)
    reader.readProperties()
    reader.addPackageFlags()
    guard depth != .metadata else { return reader.reading }
    reader.readContent(depth)
    return reader.reading
  }

  private init(_ package: OfficePackage) {
    self.package = package
    types = ContentTypes(of: package)
    reading = DocumentReading(format: .zip)
    var problem: ReadProblem?
    relationships = Relationships(of: "", in: package, problem: &problem)
    if let problem { reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem)) }
    if let problem = types.problem {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
    reading.format = OfficeFormat.find(package, types, main: mainPart()?.part)
  }

  static func words(_ problem: ReadProblem) -> String {
    "\(problem.part ?? "?"): \(problem.reason.rawValue)"
  }

  /// The main part, and the way it was found.
  func mainPart() -> (part: OfficePackage.Part, via: String)? {
    if let part = relationships.parts(in: package, where: \.isMain).first { return (part, "rel") }
    let byType = types.parts(in: package) { OfficeFormat.byContentType($0) != nil }
    if let part = byType.first { return (part, "content-type") }
    for name in ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"] {
      if let part = package.part(named: name) { return (part, "path") }
    }
    return nil
  }

  // MARK: Properties

  private mutating func readProperties() {
    readExtended()
    readCore()
    readCustom()
  }

  private mutating func readExtended() {
    guard
      let found = find(
        \.isExtendedProperties, path: "docProps/app.xml",
        type: {
          $0.endsInBytes(of: "officedocument.extended-properties+xml")
            || $0.endsInBytes(of: "officedocument.extendedproperties+xml")
        })
    else { return }
    reading.metadata.via["app"] = found.via
    for part in found.parts {
      let handler = ExtendedProperties()
      if let problem = package.read(part, by: handler) {
        reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
        for field in ExtendedProperties.fields where reading.metadata.fields[field] == nil {
          reading.metadata.unreadable[field] = problem.reason
        }
      } else {
        reading.metadata.merge(handler.metadata)
      }
    }
  }

  private mutating func readCore() {
    guard
      let found = find(
        \.isCoreProperties, path: "docProps/core.xml",
        type: { $0.endsInBytes(of: "package.core-properties+xml") })
    else { return }
    reading.metadata.via["core"] = found.via
    noteDecoys(besides: found.parts)
    var all: [CoreReading] = found.parts.map { part in
      let handler = CoreProperties()
      let problem = package.read(part, by: handler)
      if let problem {
        reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
      }
      return CoreReading(part: part, properties: handler, problem: problem)
    }
    setFormerAside(&all)
    for problem in all.compactMap(\.problem) where reading.problem == nil {
      reading.problem = problem
    }
    addCore(all.filter { $0.problem == nil }.map(\.properties), parts: all.map(\.part))
  }

  /// Takes the values of the core parts; where several disagree none is preferred.
  private mutating func addCore(_ readable: [CoreProperties], parts: [OfficePackage.Part]) {
    if let problem = reading.problem, readable.isEmpty || parts.count == 1 {
      reading.metadata.isPartial = true
      for field in CoreProperties.fields { reading.metadata.unreadable[field] = problem.reason }
      return
    }
    let application = reading.metadata.text(.application) ?? ""
    let isZoneDoubtful = PropertyDate.writesDoubtfulZones(application)
    if readable.count > 1 {
      reading.metadata.flags.insert(.ambiguousContainer)
      for part in parts { reading.metadata.note("coreParts", part.name) }
    }
    let merged = readable.first
    merged?.add(to: &reading.metadata, isZoneDoubtful: isZoneDoubtful)
    guard readable.count > 1 else { return }
    for field in CoreProperties.fields {
      // A part that is silent contradicts none.
      let values = readable.compactMap { $0.values[field] }
      let isAgreed = values.dropFirst().allSatisfy { other in
        other.map { Array($0.utf8) } == values[0].map { Array($0.utf8) }
      }
      if isAgreed {
        if reading.metadata.fields[field] == nil {
          readable.first { $0.values[field] != nil }?.add(
            to: &reading.metadata, isZoneDoubtful: isZoneDoubtful, only: field)
        }
        continue
      }
      reading.metadata.fields[field] = nil
      reading.metadata.unreadable[field] = .notOOXML
      for text in values.joined() { reading.metadata.note("\(field.rawValue)Values", text) }
    }
  }

  /// Tells parts that look like core properties and are not the related ones.
  private mutating func noteDecoys(besides parts: [OfficePackage.Part]) {
    let byType = types.parts(in: package) { $0.endsInBytes(of: "package.core-properties+xml") }
    for part in byType + package.parts(named: "docProps/core.xml")
    where !parts.contains(part) {
      reading.metadata.note("decoyCoreParts", part.name)
    }
  }

  private mutating func readCustom() {
    guard
      let found = find(
        \.isCustomProperties, path: "docProps/custom.xml",
        type: {
          $0.endsInBytes(of: "officedocument.custom-properties+xml")
            || $0.endsInBytes(of: "officedocument.customproperties+xml")
        })
    else { return }
    reading.metadata.via["custom"] = found.via
    for part in found.parts {
      let handler = CustomProperties()
      if let problem = package.read(part, by: handler) {
        reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
      } else {
        reading.metadata.custom += handler.list
      }
    }
  }

  /// Finds a part by relationship, else by content type, else by its usual path.
  ///
  /// All entries of the part's name are given: two entries of one name are two answers.
  private func find(
    _ relationship: (Relationship) -> Bool, path: String, type: (String) -> Bool
  ) -> (parts: [OfficePackage.Part], via: String)? {
    func all(_ parts: [OfficePackage.Part]) -> [OfficePackage.Part] {
      var result: [OfficePackage.Part] = []
      for part in parts {
        for twin in package.parts(named: part.name) where !result.contains(twin) {
          result.append(twin)
        }
      }
      return result
    }
    let related = all(relationships.parts(in: package, where: relationship))
    if !related.isEmpty { return (related, "rel") }
    let typed = all(types.parts(in: package, where: type))
    if !typed.isEmpty { return (typed, "content-type") }
    let named = package.parts(named: path)
    return named.isEmpty ? nil : (named, "path")
  }
}
