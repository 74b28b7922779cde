/// Reads from the required documents which year and which unit the dossier is about.
struct OriginReader: Sendable {
  private let profile: Profile
  private let units: UnitNames

  init(profile: Profile, units: UnitNames) {
    self.profile = profile
    self.units = units
  }

  /// The year and the unit as the documents state them.
  ///
  /// The year most of them state; the report's where two are stated equally often. The unit is the
  /// issuing body of the report, else of the next document that names one, as it is written there.
  ///
  /// - Parameter documents: the files of each item, by its id.
  func read(_ documents: [String: [IndexedFile]]) -> (year: Int?, unit: String?) {
    let ordered = order.flatMap { id in (documents[id] ?? []).filter(\.hasText).prefix(1) }
    var votes: [(year: Int, count: Int)] = []
    let stated = ordered.compactMap(\.facts.assessedYear?.value)
    // A school year is assessed at its end.
    let spans = ordered.compactMap(\.facts.schoolYear?.value.last)
    for year in stated.isEmpty ? spans : stated {
      if let place = votes.firstIndex(where: { $0.year == year }) {
        votes[place].count += 1
      } else {
        votes.append((year, 1))
      }
    }
    var winner: (year: Int, count: Int)?
    for vote in votes where vote.count > (winner?.count ?? 0) { winner = vote }
    let unit = ordered.lazy.compactMap { file in
      units.unit(
        issuing: file.facts.header.issuingBody, superior: file.facts.header.superiorBody)
    }.first
    return (winner?.year, unit)
  }

  /// The items' ids, the report first, then by the profile.
  private var order: [String] {
    let items = profile.items.filter { $0.kind == .document }
    return items.filter { $0.role == .report }.map(\.id)
      + items.filter { $0.role != .report }.map(\.id)
  }
}
