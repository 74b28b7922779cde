/// Dates that run backwards: minutes after the report, a plan after the minutes.
struct DateOrderRule: Rule {
  let codes: [FindingCode] = [.dateOrder]

  func findings(in subject: AuditSubject) -> [Finding] {
    let dated = subject.profile.dates.order.compactMap { id -> Dated? in
      guard let item = subject.profile.item(id), let file = subject.document(of: item),
        let date = file.faceDate
      else { return nil }
      return Dated(item: item, path: file.path, date: date)
    }
    return zip(dated, dated.dropFirst()).compactMap { earlier, later in
      guard earlier.date.value > later.date.value else { return nil }
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

  private struct Dated {
    let item: DossierItem
    let path: String
    let date: Stated<CalendarDate>
  }
}
