/// Numbers of one series that run against their dates, said once for a body, year and series.
struct NumberOrderRule: Rule {
  /// How many pairs a finding quotes.
  private static let quoted = 3

  let codes: [FindingCode] = [.dateNumberOrder]

  func findings(in subject: AuditSubject) -> [Finding] {
    var series: [String: [Entry]] = [:]
    for file in subject.ownFiles {
      let header = file.facts.header
      guard let notation = header.notation, let number = notation.number, let date = header.date,
        notation.symbol.contains("-")
      else { continue }
      let body = Slug.fold(header.issuingBody ?? "")
      let key = "\(Slug.fold(notation.symbol)) \(date.value.year) \(body)"
      series[key, default: []].append(
        Entry(path: file.path, number: number, notation: notation, date: date))
    }
    return series.sorted { $0.key < $1.key }.compactMap { finding(of: inversions($0.value)) }
  }

  private struct Entry {
    let path: String
    let number: Int
    let notation: Notation
    let date: Stated<CalendarDate>
  }

  private func inversions(_ entries: [Entry]) -> [(first: Entry, second: Entry)] {
    let sorted = entries.sorted {
      ($0.number, $0.date.value, $0.path) < ($1.number, $1.date.value, $1.path)
    }
    return zip(sorted, sorted.dropFirst()).compactMap { first, second in
      guard first.number < second.number, first.date.value > second.date.value else { return nil }
      return (first, second)
    }
  }

  private func finding(of pairs: [(first: Entry, second: Entry)]) -> Finding? {
    guard let (first, second) = pairs.first else { return nil }
    return Finding(
      .dateNumberOrder, path: first.path, variant: pairs.count > 1 ? "several" : nil,
      arguments: [
        "first": .text(first.notation.written), "second": .text(second.notation.written),
        "firstDate": .date(first.date.value), "secondDate": .date(second.date.value),
        "other": .text(second.path), "count": .count(pairs.count),
      ],
      quotes: pairs.prefix(Self.quoted).flatMap { pair in
        [pair.first, pair.second].flatMap { entry in
          Quote.list(entry.path, "\(entry.notation.written) – \(entry.date.quote)")
        }
      })
  }
}
