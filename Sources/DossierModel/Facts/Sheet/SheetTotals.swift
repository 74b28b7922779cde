/// The rows of sums.
extension SheetRowReader {
  func isTotal(_ cells: Cells) -> Bool {
    for line in [cells.label, cells.content].compactMap({ $0 }) {
      guard let total = line.begins(with: terms[.sheetTotal]) else { continue }
      if total.end < line.count || !line.text.isBlank { return true }
    }
    return false
  }

  /// A row of points alone: the total where its maximum is that of the whole, or it is the sum.
  func isUnlabelledTotal(_ cells: Cells, _ state: State) -> Bool {
    guard cells.written.isEmpty, let value = cells.value else { return false }
    if let maximum = cells.maximum { return maximum == matcher.maximum }
    let leaves = state.rows.filter { row in
      row.code.flatMap { matcher.index(of: $0) }.map { matcher.entries[$0].isLeaf } ?? false
    }
    return leaves.count > 2 && value == leaves.reduce(.zero) { $0 + ($1.points ?? .zero) }
  }

  func addTotal(_ cells: Cells, _ state: inout State) {
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
    state.totals.append(
      Total(
        row: row(cells, code: nil), group: state.group, rowsBefore: state.rows.count,
        isOther: isOfOthers(line)))
    state.open = nil
  }

  /// "Tổng điểm tối đa", "Tổng điểm thẩm định": not the unit's own sum.
  private func isOfOthers(_ line: Line) -> Bool {
    !line.contains(terms[.columnSelf])
      && (line.contains(terms[.columnMaximum]) || line.contains(terms[.columnOfficial]))
  }

  /// A sum written out in a line below the columns: running text, no row of the sheet.
  func isWrittenOut(_ cells: Cells, _ state: State) -> Bool {
    guard cells.points == .blank, cells.maximum == nil, isTotal(cells) else { return false }
    if !state.totals.isEmpty { return true }
    let line = cells.content.text.isBlank ? cells.label ?? cells.content : cells.content
    return (0..<line.count).contains { position in
      line.isNumber(position)
        && (line.isSign(position + 1, "/")
          || terms.match(.pointUnit, line.ids, at: position + 1) != nil)
    }
  }

  /// Whether the maximum beside a sum is that of the group it stands in.
  private func isOfGroup(_ total: Total) -> Bool {
    guard let group = total.group, let maximum = total.row.maximum else { return false }
    return maximum != matcher.maximum && maximum == matcher.entries[group].maximum
  }

  /// The sum of the whole among the rows of sums: the one whose maximum is the whole's, else the
  /// one above all rows, else the last; and the groups' among the others.
  func settle(_ totals: [Total]) -> (whole: Total?, subtotals: [Total]) {
    var own = totals.filter { !$0.isOther }
    if own.isEmpty { own = totals }
    let stated = own.indices.filter { own[$0].row.points != nil && !isOfGroup(own[$0]) }
    let groups = own.compactMap(\.group)
    // One sum below each group and none below all.
    let isEachGroups =
      groups.count > 1 && groups.count == own.count && Set(groups).count == groups.count
      && groups.count == matcher.groups.count
    if isEachGroups, stated.allSatisfy({ own[$0].row.maximum == nil }) { return (nil, own) }
    let whole =
      stated.last { own[$0].row.maximum != nil && own[$0].row.maximum == matcher.maximum }
      ?? stated.first { own[$0].rowsBefore == 0 } ?? stated.last
      ?? own.indices.last { !isOfGroup(own[$0]) }
    guard let whole else { return (nil, own.filter { $0.group != nil }) }
    let subtotals = own.indices.filter { index in
      index != whole && own[index].group != nil && own[index].row.maximum != matcher.maximum
        && (index < whole || own[whole].rowsBefore == 0)
    }
    return (own[whole], subtotals.map { own[$0] })
  }
}
