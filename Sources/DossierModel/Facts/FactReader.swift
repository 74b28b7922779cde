/// Reads what a document states from its text blocks.
///
/// Pure and linear: a hand-written scanner over folded tokens, no regular expression. It is made
/// once for a lexicon and a profile and may be used from many threads.
public struct FactReader: Sendable {
  let terms: Terms
  let profile: Profile
  private let years: YearReader
  private let matcher: CriterionMatcher
  private let ratings: RatingReader
  private let foreignRatings: RatingReader
  private let counts: CountReader
  private let codes: CitedCodeReader
  private let indicators: IndicatorReader
  /// The types of the profile's document items.
  private let itemTypes: Set<String>

  /// Compiles the words of a lexicon and a profile.
  public init(lexicon: Lexicon, profile: Profile) {
    var terms = Terms(lexicon)
    let yearWords = terms.compile(profile.yearWords)
    let matcher = CriterionMatcher(profile, &terms)
    ratings = RatingReader(profile, &terms)
    foreignRatings = RatingReader(foreignTo: profile, &terms)
    counts = CountReader(&terms)
    codes = CitedCodeReader(EvidenceCodeReader(profile: profile), lexicon: lexicon)
    indicators = IndicatorReader(profile, matcher, &terms)
    itemTypes = Set(profile.items.filter { $0.kind == .document }.flatMap(\.typeKeys))
    self.matcher = matcher
    self.terms = terms
    self.profile = profile
    years = YearReader(terms: terms, yearWords: yearWords)
  }

  /// A memory for the words of the documents that one worker reads.
  public func memory() -> WordMemory { WordMemory(terms.vocabulary) }

  /// The facts of one document.
  ///
  /// - Parameters:
  ///   - blocks: its paragraphs and tables in reading order.
  ///   - title: the title in its metadata, used only where the text names no year.
  ///   - isEvidence: whether it is evidence unless it bears the title of an item: what such a text
  ///     claims is not read.
  ///   - memory: what `memory()` made, kept from document to document by one worker; nothing for a
  ///     single document.
  /// - Returns: what the text states; empty facts for an empty text.
  public func facts(
    from blocks: [TextBlock], title: String?, isEvidence: Bool = false, memory: WordMemory? = nil
  ) -> DocumentFacts {
    var facts = DocumentFacts()
    EncodingReader.read(blocks, into: &facts)
    let legacy = LegacyText.decodeBlocks(blocks)
    let memory = memory ?? self.memory()
    let blocks = HeadBoxes(terms).raised(
      ContentsReader(terms).without(LostCapitals(terms, memory).restored(legacy.blocks)))
    facts.encoding.legacySample = legacy.sample.map { FoldedText.tidy($0[...], limit: 80) }
    let sheets = SheetReader(terms, matcher).sheets(in: blocks)
    let outdated = SheetTabs(years: years, vocabulary: terms.vocabulary).outdated(
      blocks, rows: sheets.rows)
    guard outdated.isEmpty else {
      let current = blocks.indices.filter { !outdated.contains($0) }.map { blocks[$0] }
      return self.facts(from: current, title: title, isEvidence: isEvidence, memory: memory)
    }
    let lines = LineReader.lines(of: blocks, memory)
    let head = HeaderReader(terms).header(of: lines)
    facts.header = head.header
    let heading = [head.header.typeName, head.header.subject].compactMap { $0 }.joined(
      separator: " ")
    let body = lines.dropFirst(head.bodyStart)
    years.read(subject: heading.isEmpty ? nil : heading, body: body, into: &facts)
    if facts.assessedYear == nil, facts.schoolYear == nil, let title {
      years.read(subject: title, body: [], into: &facts)
    }
    let coded = readCodes(lines, bodyStart: head.bodyStart, into: &facts)
    readWhole(lines, heading: heading, into: &facts)
    if isEvidence, !isOfItem(head.header) { return facts }
    facts.scoreSheets = sheets.sheets
    let text = body.filter { !isInSheet($0.place, sheets) }
    let sections = SectionReader(terms, matcher).sections(of: text)
    let aims = AimReader(terms).aims(
      in: Array(text), year: facts.assessedYear?.value ?? facts.schoolYear?.value.last)
    let stated = text.indices.filter { !aims[$0] }
    readScoring(
      stated.map { text[$0] }, stated.map { sections[$0] }, sheets: sheets, into: &facts)
    if profile.scoring != nil, facts.ratings.isEmpty {
      facts.ratings = RatingCells(terms: terms, ratings: ratings).ratings(
        in: Array(body), year: facts.assessedYear?.value)
    }
    if profile.scoring == nil, !profile.levels.isEmpty { readLevels(Array(text), aims, &facts) }
    if profile.hasOpenCriteria {
      facts.criterionHeadings = CriterionHeadingReader(terms).headings(
        in: Array(text), coded: coded)
    }
    facts.columnSums = TableSumReader(terms: terms).wrong(in: Array(text))
    if profile.scoring == nil { facts.pointSums = PointTableReader(terms: terms).wrong(in: blocks) }
    readText(text, sections, aims, coded, into: &facts)
    return facts
  }

  /// Whether a document bears the title of a type that an item of the profile has.
  private func isOfItem(_ header: DocumentHeader) -> Bool {
    header.typeAbbreviation.map { itemTypes.contains(ItemScorer.typeKey($0)) } ?? false
  }

  /// What stands in running text and in the evidence column of sheets.
  private func readText(
    _ lines: [Line], _ sections: [SectionReader.Section], _ aims: [Bool],
    _ coded: Set<Line.Place>, into facts: inout DocumentFacts
  ) {
    let year = facts.assessedYear?.value
    let headings = HeadingReader(terms)
    let citations = CitationReader(terms)
    let percentages = PercentReader(terms)
    let figures = FigureFaultReader(terms: terms)
    for (index, (line, section)) in zip(lines, sections).enumerated() {
      if let heading = headings.heading(line) { facts.headings.append(heading) }
      if aims[index] { continue }
      facts.counts += counts.claims(in: line, year: year)
      facts.figureFaults += figures.faults(in: line)
      facts.percentages += percentages.claims(in: line)
      var cited = citations.citations(in: line, criterion: code(of: section))
      if coded.contains(line.place.rowPlace) {
        for position in cited.indices { cited[position].isCoded = true }
      }
      facts.citations += cited
    }
    facts.counts += CountTableReader(terms: terms, counts: counts).claims(in: lines, year: year)
    var counted: [CountClaim] = []
    for sheet in facts.scoreSheets {
      for row in sheet.rows {
        guard let evidence = row.evidence else { continue }
        facts.citations += citations.evidence(evidence, criterion: row.code)
        counted += statements(in: evidence).flatMap { counts.claims(in: $0, year: year) }
      }
    }
    facts.counts += wholes(of: counted)
  }

  /// Without what several rows count differently: the papers that each of them shows.
  private func wholes(of counted: [CountClaim]) -> [CountClaim] {
    let bySubject = Dictionary(grouping: counted) { [$0.subject] + $0.qualifiers }
    return counted.filter { claim in
      bySubject[[claim.subject] + claim.qualifiers]?.allSatisfy { $0.count == claim.count } ?? false
    }
  }

  /// Reads the codes of evidence.
  ///
  /// - Returns: the rows and paragraphs of the body that hold one.
  private func readCodes(
    _ lines: [Line], bodyStart: Int, into facts: inout DocumentFacts
  ) -> Set<Line.Place> {
    guard !profile.evidenceCodes.isEmpty else { return [] }
    let texts = CodeLines(lines).texts
    facts.listedEvidence = EvidenceListReader(terms, codes).rows(in: lines, texts: texts)
    var places: Set<Line.Place> = []
    for (index, line) in lines.enumerated() where !texts[index].isEmpty {
      let found = codes.codes(in: texts[index])
      guard !found.isEmpty else { continue }
      facts.evidenceCodes += found.map { Stated($0.code, quote: line.text.quote) }
      if index >= bodyStart { places.insert(line.place.rowPlace) }
    }
    return places
  }

  /// The pieces of an evidence cell that state a number ("Có 3 CSTĐ cấp cơ sở"), and name no paper.
  private func statements(in evidence: String) -> [Line] {
    evidence.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { piece in
      let line = Line(String(piece), place: .init(block: 0), vocabulary: terms.vocabulary)
      let start = line.firstWord
      guard line.isNumber(start) || terms.match(.countLink, line.ids, at: start) != nil else {
        return nil
      }
      return line
    }
  }

  /// What may stand anywhere, in the head and in sheets too.
  private func readWhole(_ lines: [Line], heading: String, into facts: inout DocumentFacts) {
    let annexes = AnnexReader(terms)
    for line in lines {
      facts.annexes += annexes.mentions(in: line)
    }
    facts.minutes = MinutesReader(terms).minutes(title: heading, lines: lines)
    if facts.header.date == nil, facts.header.incompleteDate == nil {
      facts.header.date = facts.minutes?.date
    }
  }

  private func code(of section: SectionReader.Section) -> String? {
    guard case .known(let index) = section.target else { return nil }
    return matcher.entries[index].code
  }

  private func isInSheet(_ place: Line.Place, _ sheets: SheetReader.Result) -> Bool {
    if sheets.paragraphs.contains(place.block) { return true }
    guard let row = place.row, let rows = sheets.rows[place.block] else { return false }
    return rows.contains { $0.contains(row) }
  }

  /// The levels of indicators, and of the unit where the strong words for it are wanting.
  private func readLevels(_ lines: [Line], _ aims: [Bool], _ facts: inout DocumentFacts) {
    let read = indicators.read(lines, aims: aims)
    facts.indicators = read.levels
    facts.levelCounts = read.counts
    facts.ratings += read.unitLevels
    facts.hasUnsureIndicators = read.hasUnsure
    guard !profile.hasCumulativeLevels else { return }
    guard facts.ratings.isEmpty else { return }
    let year = facts.assessedYear?.value
    for (index, line) in lines.enumerated() where !aims[index] && !read.isInside[index] {
      facts.ratings += ratings.ownLevels(in: line, year: year)
    }
  }

  private func readScoring(
    _ lines: [Line], _ sections: [SectionReader.Section], sheets: SheetReader.Result,
    into facts: inout DocumentFacts
  ) {
    let year = facts.assessedYear?.value
    for (index, line) in lines.enumerated() {
      facts.ratings += ratings.ratings(
        in: line, before: index > 0 ? lines[index - 1] : nil, year: year)
    }
    guard profile.scoring != nil else { return }
    let points = PointReader(terms, matcher)
    facts.points = points.statements(of: lines, sections: sections, year: year)
    let blanks = BlankTotalReader(terms: terms)
    facts.blankTotal = lines.lazy.compactMap { blanks.blank(in: $0) }.first
    if facts.ratings.isEmpty {
      facts.foreignRatings = ForeignRatings(foreignRatings, points).ratings(
        in: lines, sections, sheetEnds: sheets.ends, year: year)
    }
    for (line, section) in zip(lines, sections) {
      guard section.isOpening, case .unknown(let code) = section.target else { continue }
      facts.unknownCriteria.append(Stated(code, quote: line.text.quote))
    }
  }
}
