import XMLPull

/// The lists that are open, and the counters of those that may go on.
struct ODFLists {
  private struct Open {
    var style: String?
    var isItemCounted = true
    var startValue: Int?
  }

  private var open: [Open] = []
  private var counters: [Int?] = ODFLists.fresh
  private var identifier: String?
  private var rootStyle: String?
  private var byIdentifier: [String: [Int?]] = [:]
  private var byStyle: [String: [Int?]] = [:]
  private var outline: [Int?] = ODFLists.fresh

  private static let fresh = [Int?](repeating: nil, count: 10)

  /// Whether the reading stands in a list.
  var isInList: Bool { !open.isEmpty }

  /// Begins `text:list`.
  mutating func beginList(_ element: borrowing XMLElement) {
    let style = element.value(.styleName, .text)
    if open.isEmpty {
      counters = ODFLists.fresh
      identifier = element.value(.id, .xmlSpace)
      rootStyle = style
      if let other = element.value(.continueList, .text) {
        counters = byIdentifier[other] ?? counters
      } else if element.value(.continueNumbering, .text) == "true" {
        counters = byStyle[style ?? ""] ?? counters
      }
    }
    open.append(Open(style: style ?? open.last?.style))
  }

  /// Ends `text:list`.
  mutating func endList() {
    open.removeLast(min(1, open.count))
    guard open.isEmpty else { return }
    if let identifier, byIdentifier.count < 100_000 { byIdentifier[identifier] = counters }
    byStyle[rootStyle ?? ""] = counters
  }

  /// Begins an item, or a header, which has no number.
  mutating func beginItem(_ element: borrowing XMLElement, isHeader: Bool) {
    guard let last = open.indices.last else { return }
    open[last].isItemCounted = isHeader
    open[last].startValue = NumberLabel.start(element.value(.startValue, .text))
  }

  /// The label of a paragraph that ends: the first one of an item has one.
  mutating func label(paragraphStyle: String?, styles: ODFStyles) -> String? {
    guard let last = open.indices.last, !open[last].isItemCounted else { return nil }
    open[last].isItemCounted = true
    let level = min(open.count, 10)
    let style = (open[last].style ?? paragraphStyle).flatMap { styles.listStyles[$0] }
    let start = style?.levels[level]?.start ?? 1
    counters[level - 1] = open[last].startValue ?? counters[level - 1].map { $0 + 1 } ?? start
    ODFLists.countHigher(than: level, in: &counters, style)
    for deeper in level..<10 { counters[deeper] = nil }
    return style?.label(level, counters)
  }

  /// Whether the list that is open is of no list style: LibreOffice wraps headings in lists of the
  /// outline style.
  func isOutline(_ styles: ODFStyles) -> Bool {
    open.last?.style.map { styles.listStyles[$0] == nil } ?? false
  }

  /// The label of a heading in a list of the outline style: the first one of an item has one.
  mutating func itemHeadingLabel(_ level: Int, restartAt start: Int?, styles: ODFStyles) -> String?
  {
    guard let last = open.indices.last, !open[last].isItemCounted else { return nil }
    open[last].isItemCounted = true
    return headingLabel(level, restartAt: open[last].startValue ?? start, styles: styles)
  }

  /// The label of a heading by the outline style.
  mutating func headingLabel(_ level: Int, restartAt start: Int?, styles: ODFStyles) -> String? {
    guard (1...10).contains(level) else { return nil }
    let first = styles.outline.levels[level]?.start ?? 1
    outline[level - 1] = start ?? outline[level - 1].map { $0 + 1 } ?? first
    ODFLists.countHigher(than: level, in: &outline, styles.outline)
    for deeper in level..<10 { outline[deeper] = nil }
    return styles.outline.label(level, outline)
  }

  /// Levels that were left out are counted with their first part: what follows them goes on.
  private static func countHigher(
    than level: Int, in counters: inout [Int?], _ style: ODFListStyle?
  ) {
    for higher in 0..<level - 1 where counters[higher] == nil {
      counters[higher] = style?.levels[higher + 1]?.start ?? 1
    }
  }
}
