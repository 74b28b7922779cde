/// Compares the names of units as they stand in headers, seals and declarations.
struct UnitNames: Sendable {
  private let abbreviations: [(short: [String], long: [String])]
  private let committees: [SlugText]
  /// Bodies above committees of their own kind: below them a committee is a unit by itself.
  private let committeeHeads: [SlugText]

  init(lexicon: Lexicon) {
    abbreviations = lexicon["units-abbreviations"].compactMap { entry in
      let sides = entry.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      return (SlugText(String(sides[0])).words, SlugText(String(sides[1])).words)
    }.sorted { $0.short.count > $1.short.count }
    committees = lexicon["units-committees"].map(SlugText.init)
    committeeHeads = lexicon["units-committee-heads"].map(SlugText.init)
  }

  /// The body that stands for the unit: a committee stands for the unit above it.
  ///
  /// - Parameters:
  ///   - issuing: the body in the header.
  ///   - superior: the body above it.
  func unit(issuing: String?, superior: String?) -> String? {
    guard let issuing else { return nil }
    guard isCommittee(issuing), let superior, !isCommittee(superior),
      !begins(superior, with: committeeHeads)
    else { return issuing }
    return superior
  }

  /// Whether two names may mean one unit; only a plain difference says no.
  ///
  /// Short and long forms of a kind of unit are one; a name with further words around is the same;
  /// so is a name of initials only.
  ///
  /// - Parameters:
  ///   - first: the body in a document's header.
  ///   - second: the unit.
  ///   - superior: the body above the first, which counts where the first is a committee.
  func mayBeSame(_ first: String, _ second: String, superior: String? = nil) -> Bool {
    if isSame(first, second) { return true }
    guard let superior else { return isCommittee(first) }
    return isCommittee(first) && (isSame(superior, second) || isCommittee(superior))
  }

  private func isSame(_ first: String, _ second: String) -> Bool {
    let left = expanded(first)
    let right = expanded(second)
    guard !left.isEmpty, !right.isEmpty else { return true }
    if isSubsequence(left, of: right) || isSubsequence(right, of: left) { return true }
    if isCut(left, from: right) || isCut(right, from: left) { return true }
    let initials = left.compactMap(\.first).map(String.init).joined()
    let others = right.compactMap(\.first).map(String.init).joined()
    return left.joined() == others || right.joined() == initials
      || hasInitials(left, of: right) || hasInitials(right, of: left)
  }

  /// Whether the words of one stand in the other in their order, or the initials of a run of it
  /// ("THAS", "HTX DVNN Phú An").
  private func hasInitials(_ short: [String], of long: [String]) -> Bool {
    var rest = long[...]
    for word in short {
      if let place = rest.firstIndex(of: word) {
        rest = rest[(place + 1)...]
        continue
      }
      let initials = Array(word)
      guard initials.count >= 2, initials.count <= rest.count,
        let place = rest.indices.dropLast(initials.count - 1).first(where: { start in
          zip(rest[start...], initials).allSatisfy { $0.first == $1 }
        })
      else { return false }
      rest = rest[(place + initials.count)...]
    }
    return true
  }

  /// Whether a name stops in the midst of a word, as one in a cell of a printed sheet that is too
  /// narrow for it ("TRUNG TÂM GDNN-GDTX GIO LI").
  private func isCut(_ short: [String], from long: [String]) -> Bool {
    guard short.count > 2, short.count <= long.count, let last = short.last else { return false }
    return long.starts(with: short.dropLast()) && long[short.count - 1].hasPrefix(last)
  }

  private func isSubsequence(_ short: [String], of long: [String]) -> Bool {
    var rest = long[...]
    for word in short {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private func isCommittee(_ name: String) -> Bool { begins(name, with: committees) }

  private func begins(_ name: String, with phrases: [SlugText]) -> Bool {
    let slug = SlugText(name)
    return phrases.contains { slug.firstOffset(of: $0) == 0 }
  }

  /// The words of a name with short forms spelled out.
  private func expanded(_ name: String) -> [String] {
    let words = SlugText(name).words
    var result: [String] = []
    var index = 0
    while index < words.count {
      let match = abbreviations.first { words[index...].starts(with: $0.short) }
      if let match {
        result += match.long
        index += match.short.count
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }
}
