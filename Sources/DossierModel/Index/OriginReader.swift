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
  /// The year most of them state; the report's where two are stated equally often. So the unit: the
  /// issuing body of most, as it is written in the first document that names it.
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
    return (winner?.year, unit(of: ordered))
  }

  private func unit(of documents: [IndexedFile]) -> String? {
    var votes: [(unit: String, count: Int)] = []
    for file in documents {
      let header = file.facts.header
      guard let unit = units.unit(issuing: header.issuingBody, superior: header.superiorBody)
      else { continue }
      if let place = votes.firstIndex(where: { units.mayBeSame(unit, $0.unit) }) {
        votes[place].count += 1
      } else {
        votes.append((unit, 1))
      }
    }
    var winner: (unit: String, count: Int)?
    for vote in votes where vote.count > (winner?.count ?? 0) { winner = vote }
    return winner?.unit
  }

  /// The items' ids, the report first, then by the profile.
  private var order: [String] {
    let items = profile.items.filter { $0.kind == .document }
    return items.filter { $0.role == .report }.map(\.id)
      + items.filter { $0.role != .report }.map(\.id)
  }
}
