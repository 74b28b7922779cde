/// Finds a total that was left to be filled in: "Tổng số điểm tự đánh giá: ……/100 điểm".
struct BlankTotalReader {
  /// So many words may stand between the label and the blank.
  private static let mostFillers = 4

  let terms: Terms

  /// The words of a blank total; nothing where a line has none, or it is others' to fill in.
  func blank(in line: Line) -> String? {
    for start in line.tokens.indices {
      guard
        let label = terms.match(.total, line.ids, at: start)
          ?? terms.match(.pointLabel, line.ids, at: start),
        let end = blank(in: line, behind: label.end),
        !line.contains(terms[.officialPoints], from: 0, to: end)
      else { continue }
      return line.quote(start..<end)
    }
    return nil
  }

  private func blank(in line: Line, behind label: Int) -> Int? {
    var position = label
    var fillers = 0
    while fillers < Self.mostFillers, let filler = terms.match(.pointFiller, line.ids, at: position)
    {
      position = filler.end
      fillers += 1
    }
    if line.isSign(position, ":") { position += 1 }
    while fillers < Self.mostFillers,
      let filler = terms.match(.pointFiller, line.ids, at: position),
      !line.isNumber(filler.end)
    {
      position = filler.end
      fillers += 1
    }
    var dots = 0
    while line.isSign(position, in: [".", "…", "_"]) {
      dots += line.isSign(position, "…") ? 3 : 1
      position += 1
    }
    guard dots > 2 else { return nil }
    if line.isSign(position, "/"), line.isNumber(position + 1) { return position + 2 }
    return terms.match(.pointUnit, line.ids, at: position)?.end
  }
}
