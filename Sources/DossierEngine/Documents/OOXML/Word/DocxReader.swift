import ArchiveIO
import DossierModel
import XMLPull

/// Reads the text of a Word document and what only its parts show.
struct DocxReader {
  let package: OfficePackage
  let main: OfficePackage.Part
  private let relationships: Relationships
  private let styles = DocxStyles()
  private var numbering = DocxNumbering()
  private var builder = BlockBuilder()
  private var findings = DocxFindings()

  /// Reads a document into a reading that holds its properties already.
  ///
  /// - Parameter depth: whether the text is wanted, or only the flags it shows.
  static func read(
    _ package: OfficePackage, main: OfficePackage.Part, depth: DocumentReader.Depth,
    into reading: inout DocumentReading
  ) {
    var problem: ReadProblem?
    let relationships = Relationships(of: main.name, in: package, problem: &problem)
    if let problem { reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem)) }
    var reader = DocxReader(package, main: main, relationships: relationships)
    reader.readSettings(into: &reading)
    if depth == .flags, reader.isUnmarked {
      reader.readComments(into: &reading)
      reader.addFindings(to: &reading.metadata)
      return
    }
    reader.readDefinitions(into: &reading)
    reader.readStories(into: &reading)
  }

  private init(
    _ package: OfficePackage, main: OfficePackage.Part, relationships: Relationships
  ) {
    self.package = package
    self.main = main
    self.relationships = relationships
  }

  /// The part of a kind, by relationship, else beside the main part.
  private func part(_ kind: String, _ file: String) -> OfficePackage.Part? {
    if let part = relationships.parts(in: package, where: { $0.kind == kind }).first {
      return part
    }
    guard relationships.list.isEmpty else { return nil }
    let folder = main.name.split(separator: "/").dropLast().joined(separator: "/")
    return package.part(named: folder.isEmpty ? file : "\(folder)/\(file)")
  }

  private func readSettings(into reading: inout DocumentReading) {
    if let part = part("settings", "settings.xml") {
      let settings = DocxSettings()
      if let problem = package.read(part, by: settings) {
        reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
      } else {
        settings.add(to: &reading.metadata)
      }
    }
    if let part = part("people", "people.xml") {
      let people = DocxPeople()
      if package.read(part, by: people) == nil {
        for person in people.people { reading.metadata.note("people", person) }
      }
    }
  }

  private mutating func readDefinitions(into reading: inout DocumentReading) {
    if let part = part("styles", "styles.xml"), let problem = package.read(part, by: styles) {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
    guard let part = part("numbering", "numbering.xml") else { return }
    let handler = DocxNumberingHandler()
    if let problem = package.read(part, by: handler) {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    } else {
      numbering = handler.numbering
    }
  }

  private mutating func readStories(into reading: inout DocumentReading) {
    let problem = readStory(main, region: .body)
    for kind in ["footnotes", "endnotes"] {
      if let part = part(kind, "\(kind).xml") { _ = readStory(part, region: .footnote) }
    }
    readMargins()
    readComments(into: &reading)
    addFindings(to: &reading.metadata)
    if builder.isFull {
      reading.textProblem = ReadProblem(
        .tooLarge, part: main.name, detail: "more text than is kept")
    } else if let problem {
      reading.textProblem = problem
    } else {
      reading.blocks = builder.finish()
    }
  }

  private mutating func readComments(into reading: inout DocumentReading) {
    for part in relationships.parts(in: package, where: { $0.kind == "comments" }) {
      if let problem = readStory(part, region: .comment) {
        reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
      }
    }
  }

  /// Whether no story, and no style, holds anything that shows in the flags.
  private var isUnmarked: Bool {
    let kinds: Set<String> = ["header", "footer", "footnotes", "endnotes", "styles"]
    let others = relationships.parts(in: package, where: { kinds.contains($0.kind) })
    return !package.needsReading(main)
      && others.prefix(DocumentLimits.parts).allSatisfy { !package.needsReading($0) }
  }

  private mutating func readMargins() {
    for (ids, region) in [
      (findings.headerIDs, TextRegion.header), (findings.footerIDs, TextRegion.footer),
    ] {
      var seen: Set<OfficePackage.Part> = []
      for id in ids.prefix(DocumentLimits.parts) {
        guard let part = relationships.part(id: id, in: package), seen.insert(part).inserted
        else { continue }
        _ = readStory(part, region: region)
      }
    }
  }

  private mutating func readStory(
    _ part: OfficePackage.Part, region: TextRegion
  ) -> ReadProblem? {
    let package = package
    let story = DocxStory(
      region: region, styles: styles, numbering: numbering, builder: builder, findings: findings,
      stop: { package.stop() })
    // The story owns the blocks while it reads, so that they are not copied.
    builder = BlockBuilder()
    let saved = region == .body ? nil : story.builder
    let problem = package.read(part, limit: DocumentLimits.textPart, by: story)
    findings = story.findings
    if problem == nil || region == .body {
      builder = story.builder
    } else if let saved {
      builder = saved
    }
    return problem
  }

  private func addFindings(to metadata: inout DocumentMetadata) {
    if findings.revisionCount > 0 {
      metadata.flags.insert(.trackedChanges)
      metadata.note("revisionCount", "\(findings.revisionCount)")
    }
    for author in findings.revisionAuthors { metadata.note("revisionAuthors", author) }
    if findings.commentCount > 0 {
      metadata.flags.insert(.comments)
      metadata.note("commentCount", "\(findings.commentCount)")
    }
    for author in findings.commentAuthors { metadata.note("commentAuthors", author) }
    for date in findings.commentDates { metadata.note("commentDates", date) }
    if !findings.hiddenText.isEmpty { metadata.flags.insert(.hiddenText) }
    for text in findings.hiddenText { metadata.note("hiddenText", text) }
    if findings.hasImportedChunk { metadata.note("importedChunks", "true") }
    if findings.hasLegacyText { metadata.flags.insert(.legacyEncoding) }
  }
}
