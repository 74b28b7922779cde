import DossierCatalog
import DossierModel

/// Draws an index for people: the files by item and criterion, each with its why.
struct IndexText {
  /// A file of the index.
  struct Row {
    var path: String
    var item: String?
    var criteria: [String]
    var why: String
    var size: Int64
    /// What is known of the file itself, a line each.
    var facts: [String] = []
  }

  let desk: Desk
  /// The profile, for the titles of items; without it their ids are shown.
  let profile: Profile?

  /// The whole text, ending in a newline.
  func rendered(_ rows: [Row]) -> String {
    let order = profile?.items.map(\.id) ?? []
    var groups: [(title: String, rows: [Row])] = order.map { id in
      (profile?.item(id)?.title[desk.language] ?? id, rows.filter { $0.item == id })
    }
    let others = rows.filter { row in !order.contains { $0 == row.item } }
    for id in Set(others.compactMap(\.item)).sorted() {
      groups.append((id, others.filter { $0.item == id }))
    }
    groups.append((desk.text("index.nowhere"), others.filter { $0.item == nil }))
    var lines: [String] = []
    for group in groups where !group.rows.isEmpty {
      lines += DisplayWidth.wrap(group.title, to: desk.console.width).map {
        desk.console.coloured($0, .strong)
      }
      lines += group.rows.flatMap(block)
      lines.append("")
    }
    let total = rows.reduce(Int64(0)) { $0 + $1.size }
    lines.append(
      desk.text(
        "index.summary",
        ["count": .count(rows.count), "size": .text(Wording.size(total, desk.language))]))
    return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
  }

  private func block(_ row: Row) -> [String] {
    let width = desk.console.width
    let codes = DisplayWidth.fit(row.criteria.joined(separator: ","), to: 6)
    let size = Wording.size(row.size, desk.language)
    let path = DisplayWidth.wrap("\(VisibleText.escaped(row.path)) (\(size))", to: width - 9)
    let notes = ([row.why] + row.facts).flatMap { note in
      DisplayWidth.wrap(VisibleText.escaped(note), to: width - 11).enumerated().map {
        ($0 == 0 ? "· " : "  ") + $1
      }
    }
    return path.enumerated().map { ($0 == 0 ? "  \(codes) " : "         ") + $1 }
      + notes.map { "         " + desk.console.coloured($0, .faint) }
  }
}
