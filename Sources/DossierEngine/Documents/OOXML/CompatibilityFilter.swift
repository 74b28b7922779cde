import XMLPull

/// Chooses one branch of each `mc:AlternateContent` (ISO/IEC 29500-3 clause 9): the first choice
/// that is understood, else the fallback, so that no text is met twice.
struct CompatibilityFilter {
  /// For each open alternative, its depth and whether a branch was taken.
  private var open: [(depth: Int, isTaken: Bool)] = []
  private var skipDepth: Int?

  /// Whether an element is to be read; those of the compatibility namespace itself never are.
  mutating func admits(_ element: borrowing XMLElement) -> Bool {
    if skipDepth != nil { return false }
    guard element.space == .compatibility else { return true }
    switch element.tag {
    case .alternateContent: open.append((element.depth, false))
    case .choice:
      guard let last = open.indices.last else { break }
      if open[last].isTaken || !CompatibilityFilter.isUnderstood(element) {
        skipDepth = element.depth
      } else {
        open[last].isTaken = true
      }
    case .fallback:
      guard let last = open.indices.last else { break }
      if open[last].isTaken { skipDepth = element.depth } else { open[last].isTaken = true }
    default: break
    }
    return false
  }

  /// Notes that the element of a depth ends.
  ///
  /// - Returns: whether the element had been admitted, as far as branches go.
  mutating func leaves(_ depth: Int) -> Bool {
    if let skipDepth {
      if skipDepth == depth { self.skipDepth = nil }
      return false
    }
    if let last = open.last, last.depth == depth { open.removeLast() }
    return true
  }

  /// Whether the reading stands in a branch that is not taken.
  var isSkipping: Bool { skipDepth != nil }

  private static func isUnderstood(_ element: borrowing XMLElement) -> Bool {
    let prefixes = (element.value(.requires) ?? "").split(separator: " ")
    guard !prefixes.isEmpty else { return false }
    for prefix in prefixes
    where element.space(ofPrefix: String(prefix)) == XMLName.unknownSpace { return false }
    return true
  }
}
