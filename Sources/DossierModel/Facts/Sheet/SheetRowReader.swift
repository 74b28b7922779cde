/// Maps the rows of a score sheet to the profile, going down the table.
struct SheetRowReader {
  /// How the numbers of the rows are to be understood.
  enum Numbering {
    /// By their place in the tree.
    case tree
    /// One running number over all criteria.
    case running
    /// Numbers that say nothing.
    case none
  }
  /// A row of a sum.
  struct Total {
    var row: ScoreSheet.Row
    /// The group it stands in.
    var group: Int?
    /// How many rows stand above it.
    var rowsBefore: Int
    /// Whether its words say that it adds up the maxima, or another body's points.
    var isOther: Bool
  }
  /// What was read so far.
  struct State {
    var rows: [ScoreSheet.Row] = []
    var totals: [Total] = []
    var unmapped = 0
    /// The rows that more than a running number ties to the profile.
    var sure: Set<String> = []
    var group: Int?
    /// The style of the group rows' labels.
    var groupStyle: NumberedHeading.Style?
    var lastLetter = 0
    /// The first row of each code.
    var byCode: [String: Int] = [:]
    /// The position of the row that details belong to.
    var open: Int?
    var openTakesDetails = false
  }

  /// The most bytes of evidence words kept for a criterion.
  private static let mostEvidence = 20_000

  let terms: Terms
  let matcher: CriterionMatcher
  let numbering: Numbering

  /// One row of the table, its cells read.
  struct Cells {
    var label: Line?
    var content: Line
    var maximum: Points?
    var points: PointCell
    var evidence: String?
    /// Whether label and wording are those of a row above that spans this one.
    var isContinuation: Bool
    /// Whether the label spans further rows, each with points of its own.
    var isFirstOfParts = false

    var written: String {
      [label.map(\.text.quote), content.text.quote].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: " ")
    }

    var value: Points? {
      if case .points(let value, _) = points { return value }
      return nil
    }
  }

  func take(_ cells: Cells, _ state: inout State) {
    if cells.isContinuation { return addDetail(cells, &state) }
    if isTotal(cells) || isUnlabelledTotal(cells, state) { return addTotal(cells, &state) }
    let parts = parts(of: cells)
    let target = target(of: cells, parts: parts, state)
    guard let target else {
      if cells.value != nil || (cells.maximum != nil && parts != nil) {
        addUnmapped(cells, parts, &state)
      }
      return
    }
    if case .known(let index) = target, isSure(cells, parts, index) {
      state.sure.insert(matcher.entries[index].code)
    }
    add(cells, target, style: parts.map { style($0.parts) } ?? nil, &state)
  }

  // MARK: Adding

  private func add(
    _ cells: Cells, _ target: CriterionMatcher.Target, style: NumberedHeading.Style?,
    _ state: inout State
  ) {
    guard case .known(let index) = target else {
      addUnmapped(cells, parts(of: cells), &state)
      return
    }
    let entry = matcher.entries[index]
    if let known = state.byCode[entry.code] {
      merge(cells, into: known, &state)
    } else {
      state.byCode[entry.code] = state.rows.count
      state.rows.append(row(cells, code: entry.code))
      state.open = state.rows.count - 1
      state.openTakesDetails = cells.value == nil || cells.isFirstOfParts
    }
    if entry.isLeaf {
      state.group = entry.parent ?? index
      if style == .letter { state.lastLetter = entry.position }
    } else {
      state.group = index
      state.groupStyle = style ?? state.groupStyle
      state.lastLetter = 0
    }
  }

  /// A second row of one criterion: a part of it, or only more evidence.
  private func merge(_ cells: Cells, into known: Int, _ state: inout State) {
    if state.open == known {
      addDetail(cells, &state)
    } else if state.rows[known].points == nil, cells.value != nil {
      state.rows[known].points = cells.value
    } else if cells.value != nil {
      state.rows.append(row(cells, code: state.rows[known].code))
    }
  }

  private func addUnmapped(_ cells: Cells, _ parts: Parts?, _ state: inout State) {
    let isPart = parts == nil || cells.content.isListMark(0)
    if isPart, state.open != nil { return addDetail(cells, &state) }
    state.rows.append(row(cells, code: nil))
    state.unmapped += 1
    state.open = nil
  }

  /// A part of the criterion above: its points count only where the criterion has none of its own.
  private func addDetail(_ cells: Cells, _ state: inout State) {
    guard let open = state.open else { return }
    let held = state.rows[open].evidence?.utf8.count ?? 0
    if let evidence = cells.evidence, held < Self.mostEvidence {
      state.rows[open].evidence = [state.rows[open].evidence, evidence].compactMap { $0 }
        .joined(separator: "\n")
    }
    guard state.openTakesDetails, let value = cells.value,
      let code = state.rows[open].code, let index = matcher.index(of: code),
      matcher.entries[index].isLeaf
    else { return }
    let sum = (state.rows[open].points ?? .zero) + value
    // Parts never make more than the whole: then they say what the points above are made of.
    if let known = state.rows[open].points, let maximum = matcher.entries[index].maximum,
      known <= maximum, sum > maximum
    {
      state.openTakesDetails = false
      return
    }
    state.rows[open].points = sum
    if let maximum = cells.maximum,
      state.rows[open].maximum == nil
        || state.rows[open].maximum != matcher.entries[index].maximum
    {
      state.rows[open].maximum = (state.rows[open].maximum ?? .zero) + maximum
    }
  }

  func row(_ cells: Cells, code: String?) -> ScoreSheet.Row {
    var row = ScoreSheet.Row(code: code, written: cells.written, maximum: cells.maximum)
    switch cells.points {
    case .blank: break
    case .points(let points, let maximum):
      row.points = points
      row.maximum = row.maximum ?? maximum
    case .unreadable(let text): row.unreadablePoints = text
    }
    row.evidence = cells.evidence
    return row
  }
}
