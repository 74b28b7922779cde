/// Reads what a table counts in a column "Số lượng": "Chiến sĩ thi đua cơ sở | 5".
///
/// A document with several such tables tells of several years or teams, and says nothing here.
struct CountTableReader {
  let terms: Terms
  let counts: CountReader

  func claims(in lines: [Line], year: Int?) -> [CountClaim] {
    let tables = Dictionary(grouping: lines.filter(\.place.isInTable), by: \.place.block)
    let found = tables.values.map { claims(inTable: $0, year: year) }.filter { !$0.isEmpty }
    return found.count == 1 ? found[0] : []
  }

  private func claims(inTable lines: [Line], year: Int?) -> [CountClaim] {
    let rows = Dictionary(grouping: lines) { $0.place.row ?? 0 }.sorted { $0.key < $1.key }
    guard let head = rows.first else { return [] }
    let columns = head.value.filter {
      terms.match(.countColumn, $0.ids, at: $0.firstWord)?.end == $0.count
    }.compactMap(\.place.column)
    guard columns.count == 1, let column = columns.first else { return [] }
    return rows.dropFirst().flatMap { row -> [CountClaim] in
      guard let number = row.value.first(where: { $0.place.column == column }),
        number.count == 1, number.isNumber(0),
        let label = row.value.first(where: {
          ($0.place.column ?? column) < column && $0.isWord($0.firstWord)
        })
      else { return [] }
      let line = Line(
        "\(label.text.quote): \(number.text.quote)", place: label.place,
        vocabulary: terms.vocabulary)
      return counts.claims(in: line, year: year)
    }
  }
}
