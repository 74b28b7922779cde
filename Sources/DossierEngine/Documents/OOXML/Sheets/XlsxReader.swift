import DossierModel
import XMLPull

/// Reads the sheets of a workbook, and its comments.
struct XlsxReader {
  let package: OfficePackage
  private let relationships: Relationships
  private var budget = DocumentLimits.text

  /// Reads a workbook into a reading that holds its properties already.
  static func read(
    _ package: OfficePackage, main: OfficePackage.Part, into reading: inout DocumentReading
  ) {
    var problem: ReadProblem?
    let relationships = Relationships(of: main.name, in: package, problem: &problem)
    if let problem { reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem)) }
    var reader = XlsxReader(package: package, relationships: relationships)
    reader.read(main, into: &reading)
  }

  private init(package: OfficePackage, relationships: Relationships) {
    self.package = package
    self.relationships = relationships
  }

  private mutating func read(
    _ main: OfficePackage.Part, into reading: inout DocumentReading
  ) {
    let workbook = XlsxWorkbook()
    if let problem = package.read(main, by: workbook) {
      reading.textProblem = problem
      return
    }
    let package = package
    let strings = XlsxStrings(stop: { package.stop() })
    let styles = XlsxStyles()
    let stringsProblem = part("sharedstrings").flatMap {
      package.read($0, limit: DocumentLimits.textPart, by: strings)
    }
    if let problem = part("styles").flatMap({ package.read($0, by: styles) }) {
      reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem))
    }
    if let problem = stringsProblem { reading.textProblem = problem }
    if strings.isFull { reading.textProblem = ReadProblem(.tooLarge, part: "sharedStrings") }
    guard reading.textProblem == nil else { return }
    for sheet in workbook.sheets {
      // What nobody is shown is no statement of the document.
      if sheet.isHidden {
        reading.metadata.flags.insert(.hiddenText)
        reading.metadata.note("hiddenSheets", sheet.name)
        continue
      }
      guard let part = relationships.part(id: sheet.id, in: package) else { continue }
      let handler = XlsxSheet(
        strings: strings.list, kinds: styles.kinds, startsIn1904: workbook.startsIn1904,
        budget: budget, stop: { package.stop() })
      let problem = package.read(part, limit: DocumentLimits.textPart, by: handler)
      budget = handler.remainingBudget
      if handler.isFull || problem != nil {
        reading.textProblem =
          problem ?? ReadProblem(.tooLarge, part: part.name, detail: "more text than is kept")
      } else if let table = handler.table(named: sheet.name) {
        reading.blocks.append(.table(table))
      }
      readComments(of: part, into: &reading)
      if reading.textProblem != nil { break }
    }
    if reading.textProblem != nil { reading.blocks = [] }
  }

  private func part(_ kind: String) -> OfficePackage.Part? {
    relationships.parts(in: package, where: { $0.kind == kind }).first
  }

  private func readComments(
    of sheet: OfficePackage.Part, into reading: inout DocumentReading
  ) {
    var problem: ReadProblem?
    let relationships = Relationships(of: sheet.name, in: package, problem: &problem)
    for part in relationships.parts(in: package, where: { $0.kind == "comments" }) {
      let handler = XlsxComments()
      guard package.read(part, by: handler) == nil else { continue }
      handler.add(to: &reading)
    }
  }
}

/// The comments of a sheet (ISO/IEC 29500-1 18.7).
final class XlsxComments: XMLHandler {
  private var authors: [String] = []
  private var texts: [String] = []
  private var text: [UInt8] = []
  private var capture = false
  private var isInComment = false

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .sheet else { return }
    switch element.tag {
    case .author:
      text = []
      capture = true
    case .comment:
      text = []
      isInComment = true
    case .t: capture = isInComment
    default: break
    }
  }

  func characters(_ text: borrowing XMLText) {
    if capture, self.text.count < 1 << 20 { text.append(to: &self.text) }
  }

  func endElement(_ name: XMLName) {
    guard name.isIn == .sheet else { return }
    switch name.tag {
    case .author:
      capture = false
      DocxFindings.add(
        PropertyText.collapsed(String(decoding: text, as: UTF8.self)), to: &authors)
    case .t: capture = false
    case .comment:
      isInComment = false
      if texts.count < DocumentLimits.details {
        texts.append(String(decoding: text, as: UTF8.self))
      }
    default: break
    }
  }

  func add(to reading: inout DocumentReading) {
    guard !texts.isEmpty else { return }
    reading.metadata.flags.insert(.comments)
    for author in authors { reading.metadata.note("commentAuthors", author) }
    reading.blocks += texts.map { .paragraph(Paragraph($0, region: .comment)) }
  }
}
