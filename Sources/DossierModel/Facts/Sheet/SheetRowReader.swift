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
  /// What was read so far.
  struct State {
    var rows: [ScoreSheet.Row] = []
    var totals: [(row: ScoreSheet.Row, group: Int?)] = []
    var unmapped = 0
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
    add(cells, target, style: parts.map { style($0.parts) } ?? nil, &state)
  }

  // MARK: Labels

  struct Parts {
    var parts: [Label.Part]
    /// The words behind the label.
    var words: ArraySlice<Int32>
    /// Whether a word for criterion stood before it.
    var isNamed: Bool
  }

  private func style(_ parts: [Label.Part]) -> NumberedHeading.Style? {
    parts.count == 1 ? Label(parts: parts, form: "", range: 0..<0).style : .decimal
  }

  /// The number of a row: in its own column, else at the beginning of the wording.
  func parts(of cells: Cells) -> Parts? {
    if let label = cells.label, !label.text.isBlank, let parts = alone(label) {
      let inner = inside(cells.content)
      if let inner, parts.parts.count == 1, inner.parts.count > 1 || inner.isNamed { return inner }
      return Parts(
        parts: parts.parts, words: inner?.words ?? cells.content.ids[...], isNamed: parts.isNamed)
    }
    return inside(cells.content)
  }

  /// A label that fills a cell: "1", "I.", "(a)", "Tiêu chí 1a".
  private func alone(_ line: Line) -> Parts? {
    var position = line.firstWord
    var isNamed = false
    if let word = matcher.mentionWords.match(line.ids, at: position) {
      position = word.end
      isNamed = true
      if let number = terms.match(.criterionNumber, line.ids, at: position) {
        position = number.end
      }
    }
    guard let parts = LabelReader(terms).parts(line, at: &position),
      !line.tokens[position...].contains(where: { $0.kind != .sign })
    else { return nil }
    return Parts(parts: parts, words: [], isNamed: isNamed)
  }

  private func inside(_ line: Line) -> Parts? {
    let reader = LabelReader(terms)
    let label = reader.label(of: line)
    var position = label?.range.upperBound ?? line.firstWord
    while position < line.count, line.tokens[position].kind == .sign { position += 1 }
    if let word = matcher.mentionWords.match(line.ids, at: position) {
      var behind = word.end
      if let number = terms.match(.criterionNumber, line.ids, at: behind) { behind = number.end }
      if let parts = reader.parts(line, at: &behind) {
        return Parts(parts: parts, words: line.ids[behind...], isNamed: true)
      }
    }
    guard let label else { return nil }
    return Parts(parts: label.parts, words: line.ids[label.range.upperBound...], isNamed: false)
  }

  // MARK: Targets

  private func target(
    of cells: Cells, parts: Parts?, _ state: State
  ) -> CriterionMatcher.Target? {
    let words = parts?.words ?? cells.content.ids[...]
    let meant = meant(words, cells, state)
    guard let parts else { return meant.map { .known($0) } }
    switch labelled(parts, words, state) {
    case .known(let index):
      guard let meant, meant != index else { return .known(index) }
      let fit = matcher.fit(words, to: index)
      let maximumAgrees = cells.maximum == nil || matcher.entries[index].maximum == cells.maximum
      return .known(fit >= 0.35 && maximumAgrees ? index : meant)
    case .unknown(let code):
      guard let meant, matcher.fit(words, to: meant) >= 0.75 else { return .unknown(code) }
      return .known(meant)
    case nil:
      return meant.map { .known($0) }
    }
  }

  private func meant(_ words: ArraySlice<Int32>, _ cells: Cells, _ state: State) -> Int? {
    if let found = matcher.meaning(of: words) { return found }
    let among = matcher.entries.indices.filter {
      cells.maximum == nil || matcher.entries[$0].maximum == cells.maximum
    }
    return cells.maximum == nil ? nil : matcher.meaning(of: words, among: among, atLeast: 0.5)
  }

  private func labelled(
    _ parts: Parts, _ words: ArraySlice<Int32>, _ state: State
  ) -> CriterionMatcher.Target? {
    if parts.parts.count > 1 || parts.isNamed {
      if parts.parts.count == 1, case .letter = parts.parts[0] {
        return state.group.map { matcher.resolve(parts.parts, below: $0) }
      }
      return matcher.resolve(parts.parts)
    }
    switch parts.parts[0] {
    case .roman: return matcher.resolve(parts.parts)
    case .letter(let letter):
      // Capitals A, B, C number the groups of a sheet that has none yet.
      let group = letterGroup(letter, state)
      return group.map { matcher.resolve(parts.parts, below: $0) }
    case .arabic(let value):
      switch numbering {
      case .running:
        let leaves = matcher.entries.indices.filter { matcher.entries[$0].isLeaf }
        return leaves.indices.contains(value - 1) ? .known(leaves[value - 1]) : .unknown("\(value)")
      case .none: return nil
      case .tree:
        if let group = state.group, let style = state.groupStyle, style != .arabic {
          return matcher.resolve(parts.parts, below: group)
        }
        return matcher.resolve(parts.parts)
      }
    }
  }

  /// The group a lettered row belongs to; a letter that starts over opens the next group.
  private func letterGroup(_ letter: String, _ state: State) -> Int? {
    guard let group = state.group else { return matcher.groups.first }
    guard Label.position(of: letter) <= state.lastLetter, letter != "d9",
      let position = matcher.groups.firstIndex(of: group), position + 1 < matcher.groups.count
    else { return group }
    return matcher.groups[position + 1]
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
      state.openTakesDetails = cells.value == nil
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
    let isPart = parts == nil || cells.content.isSign(0, in: ["-", "+", "•", "*", "·"])
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
    state.rows[open].points = (state.rows[open].points ?? .zero) + value
    if let maximum = cells.maximum,
      state.rows[open].maximum == nil
        || state.rows[open].maximum != matcher.entries[index].maximum
    {
      state.rows[open].maximum = (state.rows[open].maximum ?? .zero) + maximum
    }
  }

  private func row(_ cells: Cells, code: String?) -> ScoreSheet.Row {
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

  // MARK: Totals

  private func isTotal(_ cells: Cells) -> Bool {
    for line in [cells.label, cells.content].compactMap({ $0 }) {
      guard let total = line.begins(with: terms[.sheetTotal]) else { continue }
      if total.end < line.count || !line.text.isBlank { return true }
    }
    return false
  }

  /// A row of points alone: the total where its maximum is that of the whole, or it is the sum.
  private func isUnlabelledTotal(_ cells: Cells, _ state: State) -> Bool {
    guard cells.written.isEmpty, let value = cells.value else { return false }
    if let maximum = cells.maximum { return maximum == matcher.maximum }
    let leaves = state.rows.filter { row in
      row.code.flatMap { matcher.index(of: $0) }.map { matcher.entries[$0].isLeaf } ?? false
    }
    return leaves.count > 2 && value == leaves.reduce(.zero) { $0 + ($1.points ?? .zero) }
  }

  private func addTotal(_ cells: Cells, _ state: inout State) {
    let line = cells.content.text.isBlank ? cells.label ?? cells.content : cells.content
    let mention = CriterionMention(terms, matcher)
    var named: Int?
    for position in 0..<line.count {
      guard
        case .known(let index)? = mention.target(in: line, at: position, group: state.group)?.target
      else { continue }
      named = index
    }
    named = named ?? matcher.meaning(of: line.ids[...], among: matcher.groups, atLeast: 0.7)
    if let named {
      let code = matcher.entries[named].code
      if let known = state.byCode[code] {
        if state.rows[known].points == nil {
          state.rows[known].points = cells.value
          state.rows[known].maximum = state.rows[known].maximum ?? cells.maximum
        } else if state.rows[known].points != cells.value, cells.value != nil {
          state.rows.append(row(cells, code: code))
        }
      } else {
        state.byCode[code] = state.rows.count
        state.rows.append(row(cells, code: code))
      }
      return
    }
    state.totals.append((row(cells, code: nil), state.group))
    state.open = nil
  }
}
