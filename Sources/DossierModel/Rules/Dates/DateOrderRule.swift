/// Dates that run backwards: minutes after the report, a plan after the minutes.
struct DateOrderRule: Rule {
  let codes: [FindingCode] = [.dateOrder]

  func findings(in subject: AuditSubject) -> [Finding] {
    let dated = subject.profile.dates.order.compactMap { id in
      subject.profile.item(id).flatMap { first(of: $0, subject) }
    }
    return dated.indices.compactMap { index in
      let earlier = dated[index]
      // The first of several papers may be older than all: only what they come before counts.
      guard let later = dated[(index + 1)...].first(where: { !$0.item.mayBeSeveral }),
        earlier.date.value > later.date.value
      else { return nil }
      return Finding(
        .dateOrder, path: earlier.path, item: earlier.item.id,
        arguments: [
          "earlier": .localized(earlier.item.title), "later": .localized(later.item.title),
          "earlierDate": .date(earlier.date.value), "laterDate": .date(later.date.value),
        ],
        quotes: Quote.list(earlier.path, earlier.date.quote)
          + Quote.list(later.path, later.date.quote))
    }
  }

  /// The date of an item; of several papers the first's.
  private func first(of item: DossierItem, _ subject: AuditSubject) -> Dated? {
    let files =
      item.mayBeSeveral
      ? subject.index.files(of: item.id) : subject.document(of: item).map { [$0] } ?? []
    return files.compactMap { file in
      file.faceDate.map { Dated(item: item, path: file.path, date: $0) }
    }.min { $0.date.value < $1.date.value }
  }

  private struct Dated {
    let item: DossierItem
    let path: String
    let date: Stated<CalendarDate>
  }
}
