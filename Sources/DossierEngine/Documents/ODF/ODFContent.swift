import DossierModel
import XMLPull

extension ODFReader {
  /// Reads the text and the flags that only text shows.
  mutating func readContent() {
    let styles = ODFStyles()
    let package = package
    let story = ODFStory(styles: styles, builder: BlockBuilder(), stop: { package.stop() })
    if let part = package.part(named: "styles.xml"),
      let problem = package.read(part, by: story)
    {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
    guard let part = package.part(named: "content.xml") else {
      reading.textProblem = ReadProblem(.notODF, part: "content.xml", detail: "missing")
      return
    }
    story.prepareForContent()
    let problem = package.read(part, limit: DocumentLimits.textPart, by: story)
    ODFReader.add(story, problem: problem, to: &reading)
  }

  /// Puts what a story gave into a reading.
  static func add(
    _ story: ODFStory, problem: ReadProblem?, to reading: inout DocumentReading
  ) {
    addFindings(story.findings, to: &reading.metadata)
    if story.builder.isFull || story.margins.isFull {
      reading.textProblem = ReadProblem(
        .tooLarge, part: "content.xml", detail: "more text than is kept")
    } else if let problem {
      reading.textProblem = problem
    } else {
      reading.blocks = story.allBlocks()
    }
  }

  private static func addFindings(
    _ findings: ODFFindings, to metadata: inout DocumentMetadata
  ) {
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
    for target in findings.externalTargets { metadata.note("externalTargets", target) }
    if findings.hasFetchedLinks { metadata.flags.insert(.externalLinks) }
    if findings.hasMacros { metadata.flags.insert(.macros) }
    if findings.hasEmbeddedObjects { metadata.flags.insert(.embeddedObjects) }
    if findings.hasLegacyText { metadata.flags.insert(.legacyEncoding) }
    if !findings.hiddenText.isEmpty { metadata.flags.insert(.hiddenText) }
    for text in findings.hiddenText { metadata.note("hiddenText", text) }
  }
}

extension ODFStory {
  /// Forgets what an unreadable `styles.xml` may have left open.
  func prepareForContent() {
    paragraphs = []
    asides = []
    skipDepth = nil
    lists = ODFLists()
  }

  /// All blocks: the text, then notes, headers and footers, and comments.
  func allBlocks() -> [TextBlock] {
    builder.finish() + notes + margins.finish() + comments
  }
}
