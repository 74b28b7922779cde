/// Numbers of one series that run against their dates.
struct NumberOrderRule: Rule {
  let codes: [FindingCode] = [.dateNumberOrder]

  func findings(in subject: AuditSubject) -> [Finding] {
    var series: [String: [Entry]] = [:]
    for file in subject.ownFiles {
      let header = file.facts.header
      guard let notation = header.notation, let number = notation.number, let date = header.date,
        notation.symbol.contains("-")
      else { continue }
      let key = "\(Slug.fold(notation.symbol)) \(date.value.year)"
      series[key, default: []].append(
        Entry(path: file.path, number: number, notation: notation, date: date))
    }
    return series.sorted { $0.key < $1.key }.flatMap { inversions($0.value) }
  }

  private struct Entry {
    let path: String
    let number: Int
    let notation: Notation
    let date: Stated<CalendarDate>
  }

  private func inversions(_ entries: [Entry]) -> [Finding] {
    let sorted = entries.sorted { ($0.number, $0.date.value) < ($1.number, $1.date.value) }
    return zip(sorted, sorted.dropFirst()).compactMap { first, second in
      guard first.number < second.number, first.date.value > second.date.value else { return nil }
      return Finding(
        .dateNumberOrder, path: first.path,
        arguments: [
          "first": .text(first.notation.written), "second": .text(second.notation.written),
          "firstDate": .date(first.date.value), "secondDate": .date(second.date.value),
          "other": .text(second.path),
        ],
        quotes: Quote.list(first.path, first.date.quote)
          + Quote.list(second.path, second.date.quote))
    }
  }
}
