import DossierModel
import XMLPull

/// Reads the slides of a presentation in order, with tables and notes.
struct PptxReader {
  let package: OfficePackage
  private let relationships: Relationships

  /// Reads a presentation into a reading that holds its properties already.
  static func read(
    _ package: OfficePackage, main: OfficePackage.Part, into reading: inout DocumentReading
  ) {
    var problem: ReadProblem?
    let relationships = Relationships(of: main.name, in: package, problem: &problem)
    if let problem { reading.metadata.note("damagedParts", OfficeOpenXMLReader.words(problem)) }
    PptxReader(package: package, relationships: relationships).read(main, into: &reading)
  }

  private func read(_ main: OfficePackage.Part, into reading: inout DocumentReading) {
    let order = PptxOrder()
    if let problem = package.read(main, by: order) {
      reading.textProblem = problem
      return
    }
    var builder = BlockBuilder()
    for (index, id) in order.slides.enumerated() {
      guard let slide = relationships.part(id: id, in: package) else { continue }
      if let problem = read(slide, page: index + 1, region: .body, into: &builder) {
        reading.textProblem = problem
        return
      }
      var problem: ReadProblem?
      let own = Relationships(of: slide.name, in: package, problem: &problem)
      for part in own.parts(in: package, where: { $0.kind == "notesslide" }) {
        _ = read(part, page: index + 1, region: .footnote, into: &builder)
      }
      readComments(own, page: index + 1, into: &reading, &builder)
    }
    if builder.isFull {
      reading.textProblem = ReadProblem(.tooLarge, detail: "more text than is kept")
    } else {
      reading.blocks = builder.finish()
    }
  }

  private func read(
    _ part: OfficePackage.Part, page: Int, region: TextRegion, into builder: inout BlockBuilder
  ) -> ReadProblem? {
    let package = package
    let handler = PptxSlide(
      page: page, region: region, builder: builder, stop: { package.stop() })
    builder = BlockBuilder()
    let problem = package.read(part, limit: DocumentLimits.textPart, by: handler)
    builder = handler.builder
    return problem
  }

  private func readComments(
    _ relationships: Relationships, page: Int, into reading: inout DocumentReading,
    _ builder: inout BlockBuilder
  ) {
    for part in relationships.parts(in: package, where: { $0.kind == "comments" }) {
      reading.metadata.flags.insert(.comments)
      _ = read(part, page: page, region: .comment, into: &builder)
    }
  }
}

/// The slides of a presentation in the order they are shown.
private final class PptxOrder: XMLHandler {
  var slides: [String] = []

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .presentation, element.tag == .sldId,
      slides.count < DocumentLimits.parts, let id = element.value(.id, .officeRelationship)
    else { return }
    slides.append(id)
  }
}

/// The text of one slide, its notes or comments.
private final class PptxSlide: XMLHandler {
  private let page: Int
  private let region: TextRegion
  private let stop: () -> Void
  private(set) var builder: BlockBuilder
  private var text: [UInt8] = []
  private var font: String?
  private var isInText = false
  private var isInParagraph = false
  private var compatibility = CompatibilityFilter()
  private var depth = 0
  private var level = 0
  private var number: (form: NumberLabel.Form, prefix: String, suffix: String, start: Int)?
  private var bullet: String?
  private var counters: [Int: Int] = [:]

  init(page: Int, region: TextRegion, builder: BlockBuilder, stop: @escaping () -> Void) {
    self.page = page
    self.region = region
    self.builder = builder
    self.stop = stop
  }

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard compatibility.admits(element) else { return }
    if element.space == .presentation {
      if element.tag == .txBody { counters = [:] }
      if element.tag == .text { beginParagraph() }
      isInText = element.tag == .text
      return
    }
    guard element.space == .drawing else { return }
    switch element.tag {
    case .p: beginParagraph()
    case .t: isInText = isInParagraph
    case .br: if isInParagraph { text.append(0x0A) }
    case .pPr: level = element.value(.lvl).flatMap { Int($0) } ?? 0
    case .buAutoNum: readNumber(element)
    case .buChar: bullet = element.value(.char).flatMap { NumberLabel.bullet(NumberLabel.mark($0)) }
    case .tbl: builder.beginTable(region: region)
    case .tr: builder.beginRow()
    case .tc: beginCell(element)
    default: break
    }
  }

  private func beginParagraph() {
    isInParagraph = true
    text = []
    level = 0
    number = nil
    bullet = nil
  }

  private func beginCell(_ element: borrowing XMLElement) {
    let isCovered = element.value(.hMerge).map { $0 == "1" || $0 == "true" } ?? false
    let isContinued = element.value(.vMerge).map { $0 == "1" || $0 == "true" } ?? false
    builder.beginCell(
      rowSpan: element.value(.rowSpan).flatMap { Int($0) } ?? 1,
      columnSpan: element.value(.gridSpan).flatMap { Int($0) } ?? 1, advance: 1)
    if isCovered || isContinued { builder.dropCell() }
  }

  /// The schemes of ISO/IEC 29500-1 20.1.10.61: a way to count and what stands around it.
  private func readNumber(_ element: borrowing XMLElement) {
    let scheme = element.value(.type) ?? "arabicPeriod"
    let form: NumberLabel.Form =
      if scheme.hasPrefix("romanUc") {
        .upperRoman
      } else if scheme.hasPrefix("romanLc") {
        .lowerRoman
      } else if scheme.hasPrefix("alphaUc") {
        .upperLetter
      } else if scheme.hasPrefix("alphaLc") {
        .lowerLetter
      } else {
        .decimal
      }
    let hasBoth = scheme.hasSuffix("ParenBoth")
    let suffix = hasBoth || scheme.hasSuffix("ParenR") ? ")" : scheme.hasSuffix("Period") ? "." : ""
    let start = element.value(.startAt).flatMap { Int($0) } ?? 1
    number = (form, hasBoth ? "(" : "", suffix, max(1, min(start, 32_767)))
  }

  func characters(_ text: borrowing XMLText) {
    guard isInText, !compatibility.isSkipping else { return }
    guard self.text.count < DocumentLimits.paragraph else { return builder.passOver(text.count) }
    text.append(to: &self.text)
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    guard compatibility.leaves(depth) else { return }
    if name.matches(.presentation, .text) {
      isInText = false
      endParagraph()
    }
    guard name.isIn == .drawing else { return }
    switch name.tag {
    case .t: isInText = false
    case .p: endParagraph()
    case .tc: builder.endCell()
    case .tr: builder.endRow()
    case .tbl: builder.endTable()
    default: break
    }
  }

  private func endParagraph() {
    isInParagraph = false
    let content = String(decoding: text, as: UTF8.self)
    var label = bullet
    if PropertyText.trimmed(content).isEmpty {
      label = nil
    } else if let number {
      let count = counters[level].map { $0 + 1 } ?? number.start
      counters[level] = count
      label = number.prefix + NumberLabel.text(count, number.form) + number.suffix
    } else {
      counters[level] = nil
    }
    for deeper in counters.keys where deeper > level { counters[deeper] = nil }
    builder.add(Paragraph(content, label: label, region: region, page: page))
    if builder.isSpent { stop() }
  }
}
