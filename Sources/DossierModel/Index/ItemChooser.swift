/// Chooses the file of each item among those that could be it.
struct ItemChooser: Sendable {
  /// What was chosen for one item.
  struct Choice: Sendable {
    /// The chosen claims: the best, and the files that are the same document.
    var chosen: [ItemClaim] = []
    /// Claims that gave way.
    var others: [ItemClaim] = []
    /// The claims of equal strength where none could be chosen.
    var tied: [ItemClaim] = []
  }

  /// Two claims closer than this are of equal strength.
  private static let margin = 14
  private let same: SameDocument

  init(lexicon: Lexicon) { same = SameDocument(lexicon: lexicon) }

  /// Chooses among the claims to one item.
  ///
  /// - Parameters:
  ///   - claims: the claims, none of them from the evidence.
  ///   - files: the files of the index.
  func choose(_ claims: [ItemClaim], files: [IndexedFile]) -> Choice {
    let sorted = claims.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return files[left.file].path.utf8.lexicographicallyPrecedes(files[right.file].path.utf8)
    }
    guard let best = sorted.first else { return Choice() }
    if best.reason == .declared {
      let declared = sorted.filter { $0.reason == .declared }
      return Choice(chosen: declared, others: sorted.filter { $0.reason != .declared })
    }
    let head = files[best.file]
    var choice = Choice(chosen: [best])
    var rivals: [ItemClaim] = []
    for claim in sorted.dropFirst() {
      if isCompanion(files[claim.file], of: head, claim: claim, best: best) {
        choice.chosen.append(claim)
      } else if claim.score > best.score - Self.margin && claim.isDraft == best.isDraft
        || Self.isChangedCopy(files[claim.file], of: head)
      {
        rivals.append(claim)
      } else {
        choice.others.append(claim)
      }
    }
    guard !rivals.isEmpty else { return choice }
    // A picture is a page of its neighbours, never a rival document.
    if head.format.isPicture {
      return Choice(chosen: choice.chosen + rivals, others: choice.others)
    }
    // A scan cannot be read: beside one text it is taken for its signed version.
    let readable = ([best] + rivals).filter { files[$0.file].hasText }
    if readable.count == 1 {
      return Choice(
        chosen: readable
          + ([best] + rivals + choice.chosen.dropFirst()).filter {
            $0.file != readable[0].file
          }, others: choice.others)
    }
    if readable.count > 1, areOne(readable.map { files[$0.file] }) {
      return Choice(chosen: choice.chosen + rivals, others: choice.others)
    }
    return Choice(others: choice.others, tied: choice.chosen + rivals)
  }

  private func isCompanion(
    _ file: IndexedFile, of head: IndexedFile, claim: ItemClaim, best: ItemClaim
  ) -> Bool {
    if let digest = file.sha256, digest == head.sha256 { return true }
    guard !claim.isDraft else { return false }
    return same.isSame(file, head)
  }

  /// Whether a file is a numbered copy of another ("báo cáo (1).docx") that states other results:
  /// the number tells which was made later, not which holds.
  private static func isChangedCopy(_ file: IndexedFile, of head: IndexedFile) -> Bool {
    let stem = FileName.stem(file.name)
    guard ItemScorer.hasCopyNumber(stem), file.format == head.format, file.hasText, head.hasText,
      let open = stem.lastIndex(of: "("),
      SlugText(String(stem[..<open])) == SlugText(FileName.stem(head.name))
    else { return false }
    return file.facts.points != head.facts.points || file.facts.ratings != head.facts.ratings
      || file.facts.scoreSheets != head.facts.scoreSheets
  }

  private func areOne(_ files: [IndexedFile]) -> Bool {
    guard let first = files.first else { return true }
    return files.dropFirst().allSatisfy { same.isSame(first, $0) }
  }
}
