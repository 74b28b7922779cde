/// How the tables of a document become sheets.
extension SheetReader {
  /// Tables that go on with one another: no code twice, no total before the last.
  func joined(_ parts: [Part]) -> [SheetRowReader.State] {
    var states: [SheetRowReader.State] = []
    for part in parts {
      if var last = states.last, last.totals.isEmpty {
        let known = Set(last.rows.compactMap(\.code))
        if known.isDisjoint(with: part.state.rows.compactMap(\.code)) {
          last.rows += part.state.rows
          last.totals = part.state.totals
          last.sure.formUnion(part.state.sure)
          last.unmapped += part.state.unmapped
          states[states.count - 1] = last
          continue
        }
      }
      states.append(part.state)
    }
    return states
  }

  func sheet(_ state: SheetRowReader.State) -> ScoreSheet {
    var rows = state.rows
    let reader = SheetRowReader(terms: terms, matcher: matcher, numbering: .tree)
    let (whole, subtotals) = reader.settle(state.totals)
    for subtotal in subtotals {
      guard let group = subtotal.group else { continue }
      let code = matcher.entries[group].code
      if let known = rows.firstIndex(where: { $0.code == code }) {
        if rows[known].points == nil {
          rows[known].points = subtotal.row.points
          rows[known].maximum = rows[known].maximum ?? subtotal.row.maximum
        } else if let points = subtotal.row.points, points != rows[known].points {
          var row = subtotal.row
          row.code = code
          rows.append(row)
        }
      } else {
        var row = subtotal.row
        row.code = code
        rows.append(row)
      }
    }
    return ScoreSheet(rows: rows, total: whole?.row, unmappedRows: state.unmapped)
  }

  func isSheet(_ sheet: ScoreSheet) -> Bool {
    Set(sheet.rows.compactMap(\.code)).count >= 2
  }
}
