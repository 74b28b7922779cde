/// Tells the column of maxima by the profile's own, where no heading does.
extension SheetReader {
  /// Whether what was taken for the points are the profile's maxima, and what was taken for the
  /// maxima are not.
  func holdsMaxima(_ state: SheetRowReader.State) -> Bool {
    let known = state.rows.compactMap { row -> (points: Bool, maximum: Bool)? in
      guard let index = row.code.flatMap({ matcher.index(of: $0) }), let points = row.points,
        let maximum = row.maximum
      else { return nil }
      let given = matcher.entries[index].maximum
      return (points == given, maximum == given)
    }
    return known.count > 2 && known.allSatisfy(\.points) && !known.allSatisfy(\.maximum)
  }
}
