import DossierModel

/// The dates on the documents against the dates of their metadata, as a picture.
struct PageTimeline {
  let input: PageInput
  let words: PageWords
  let files: PageFiles

  /// The most documents the picture shows.
  static let maximumRows = 24

  private struct Entry {
    var file: PageFile
    var face: CalendarDate
    var created: CalendarDate?
    var modified: CalendarDate?

    var days: [Int] { [face, created, modified].compactMap { $0?.dayNumber } }
    /// Days by which the metadata come after the face.
    var lag: Int { (days.max() ?? face.dayNumber) - face.dayNumber }
  }

  /// The values of the template; nothing where no document has both kinds of date.
  var context: [String: Any]? {
    let entries = chosen
    guard let scale = Scale(entries.flatMap(\.days)) else { return nil }
    let rowHeight = 26
    let top = 34
    let rows = entries.enumerated().map { number, entry in
      row(entry, y: top + number * rowHeight + rowHeight / 2, scale)
    }
    return [
      "rows": rows, "height": Markup(top + entries.count * rowHeight + 8),
      "bottom": Markup(top + entries.count * rowHeight),
      "ticks": scale.ticks.map { tick -> [String: Any] in
        ["x": Markup(tick.x), "label": Markup(text: tick.label), "isYear": tick.isYear]
      },
    ]
  }

  /// Documents with both kinds of date: the required items first, then the widest apart; by date.
  private var chosen: [Entry] {
    let entries = files.all.compactMap { file -> Entry? in
      guard let face = file.row.date else { return nil }
      let created = file.day(.created)
      let modified = file.day(.modified)
      guard created != nil || modified != nil else { return nil }
      return Entry(file: file, face: face, created: created, modified: modified)
    }
    let documents = Set(input.profile.items.filter { $0.kind == .document }.map(\.id))
    let isItem = { (entry: Entry) in documents.contains(entry.file.file.placement.item ?? "") }
    let items = entries.filter(isItem)
    let others = entries.filter { !isItem($0) }.sorted { $0.lag > $1.lag }
    return (items + others).prefix(Self.maximumRows).sorted { $0.face < $1.face }
  }

  private func row(_ entry: Entry, y: Int, _ scale: Scale) -> [String: Any] {
    let xs = entry.days.map { scale.x($0) }
    let name = entry.file.row.notation.isEmpty ? entry.file.row.subject : entry.file.row.notation
    var row: [String: Any] = [
      "y": Markup(y), "text": Markup(y + 5), "label": Markup(text: Self.short(name)),
      "from": Markup(xs.min() ?? 0), "to": Markup(xs.max() ?? 0),
      "face": Markup(scale.x(entry.face.dayNumber)), "faceX": Markup(scale.x(entry.face.dayNumber) - 5),
      "faceY": Markup(y - 5), "number": Markup(entry.file.row.number),
      "isLate": entry.lag > 1, "title": Markup(text: title(entry)),
    ]
    row["created"] = entry.created.map { Markup(scale.x($0.dayNumber)) }
    if let modified = entry.modified.map({ scale.x($0.dayNumber) }) {
      row["modified"] = Markup(
        trusted: "\(modified),\(y - 6) \(modified + 6),\(y) \(modified),\(y + 6) \(modified - 6),\(y)")
    }
    return row
  }

  private func title(_ entry: Entry) -> String {
    let dates = [entry.face, entry.created, entry.modified].map {
      $0.map { Wording.date($0, .vietnamese) } ?? "–"
    }
    return "\(entry.file.row.subject): \(dates.joined(separator: " · "))"
  }

  private static func short(_ text: String) -> String {
    text.count > 28 ? String(text.prefix(27)) + "…" : text
  }

  /// Days to places on the picture.
  private struct Scale {
    let first: Int
    let last: Int
    static let left = 230
    static let right = 980

    init?(_ days: [Int]) {
      guard let low = days.min(), let high = days.max() else { return nil }
      let margin = max(7, (high - low) / 25)
      first = low - margin
      last = high + margin
    }

    func x(_ day: Int) -> Int {
      Self.left + (day - first) * (Self.right - Self.left) / max(1, last - first)
    }

    struct Tick {
      var x: Int
      var label: String
      var isYear: Bool
    }

    /// Months, quarters or years, so that there are at most about a dozen.
    var ticks: [Tick] {
      let months = (last - first) / 30
      let step = months <= 12 ? 1 : months <= 36 ? 3 : months <= 72 ? 6 : 12
      guard let start = CalendarDate.fromDayNumber(first) else { return [] }
      var ticks: [Tick] = []
      var year = start.year
      var month = 1
      while let date = CalendarDate(year: year, month: month, day: 1), date.dayNumber <= last {
        if date.dayNumber >= first {
          ticks.append(
            Tick(
              x: x(date.dayNumber), label: month == 1 ? "\(year)" : "\(month)/\(year % 100)",
              isYear: month == 1))
        }
        month += step
        if month > 12 {
          month = 1
          year += 1
        }
      }
      let stride = max(1, ticks.count / 16)
      return ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }
  }
}
