/// What the label and the wording of a row point to.
extension SheetRowReader {
  struct Parts {
    var parts: [Label.Part]
    /// The words behind the label.
    var words: ArraySlice<Int32>
    /// Whether a word for criterion stood before it.
    var isNamed: Bool
  }

  func style(_ parts: [Label.Part]) -> NumberedHeading.Style? {
    // "1a", or "1 | a" in two cells: the letters go on in the rows below.
    if parts.count == 2, case .letter = parts[1] { return .letter }
    return parts.count == 1 ? Label(parts: parts, form: "", range: 0..<0).style : .decimal
  }

  /// The number of a row: in its own column, else at the beginning of the wording.
  func parts(of cells: Cells) -> Parts? {
    if let label = cells.label, !label.text.isBlank, let parts = alone(label) {
      // "1 | a": the group's number and the criterion's letter have a cell each.
      if parts.parts.count == 1, let letter = letter(cells.content) {
        return Parts(parts: parts.parts + letter, words: [], isNamed: false)
      }
      let inner = inside(cells.content)
      if let inner, parts.parts.count == 1, inner.parts.count > 1 || inner.isNamed { return inner }
      return Parts(
        parts: parts.parts, words: inner?.words ?? cells.content.ids[...], isNamed: parts.isNamed)
    }
    if let label = cells.label, !label.text.isBlank, let group = inside(label),
      holdsList(cells.content)
    {
      return group
    }
    return inside(cells.content)
  }

  /// A letter that fills a cell.
  private func letter(_ line: Line) -> [Label.Part]? {
    guard let parts = alone(line)?.parts, parts.count == 1, case .letter = parts[0] else {
      return nil
    }
    return parts
  }

  /// Whether a cell names the criteria of a group one after the other: "a) … b) … c) …".
  private func holdsList(_ line: Line) -> Bool {
    line.tokens.indices.count { index in
      line.isWord(index) && line.tokens[index].folded.utf8.count == 1
        && line.isSign(index + 1, ")") && line.tokens[index + 1].gap == .none
    } > 1
  }

  /// A label that fills a cell: "1", "I.", "(a)", "Tiêu chí 1a".
  private func alone(_ line: Line) -> Parts? {
    var position = line.firstWord
    var isNamed = false
    if let word = matcher.mentionWords.match(line.ids, at: position) {
      position = word.end
      isNamed = true
      if let number = terms.match(.criterionNumber, line.ids, at: position) {
        position = number.end
      }
    }
    guard let parts = LabelReader(terms).parts(line, at: &position),
      !line.tokens[position...].contains(where: { $0.kind != .sign })
    else { return nil }
    return Parts(parts: parts, words: [], isNamed: isNamed)
  }

  func inside(_ line: Line) -> Parts? {
    let reader = LabelReader(terms)
    let label = reader.label(of: line)
    var position = label?.range.upperBound ?? line.firstWord
    while position < line.count, line.tokens[position].kind == .sign { position += 1 }
    if let word = matcher.mentionWords.match(line.ids, at: position) {
      var behind = word.end
      if let number = terms.match(.criterionNumber, line.ids, at: behind) { behind = number.end }
      if let parts = reader.parts(line, at: &behind) {
        return Parts(parts: parts, words: line.ids[behind...], isNamed: true)
      }
    }
    guard let label else { return nil }
    return Parts(parts: label.parts, words: line.ids[label.range.upperBound...], isNamed: false)
  }

  // MARK: Targets

  func target(
    of cells: Cells, parts: Parts?, _ state: State
  ) -> CriterionMatcher.Target? {
    let words = parts?.words ?? cells.content.ids[...]
    let meant = meant(words, cells, state)
    guard let parts else { return meant.map { .known($0) } }
    switch labelled(parts, words, state) {
    case .known(let index):
      guard let meant, meant != index else { return .known(index) }
      return .known(believesLabel(index, over: meant, cells, parts, words) ? index : meant)
    case .unknown(let code):
      guard let meant, matcher.fit(words, to: meant) >= 0.75 else { return .unknown(code) }
      return .known(meant)
    case nil:
      return meant.map { .known($0) }
    }
  }

  /// Whether a row is what its label says where its wording fits another criterion better.
  private func believesLabel(
    _ index: Int, over meant: Int, _ cells: Cells, _ parts: Parts, _ words: ArraySlice<Int32>
  ) -> Bool {
    if let maximum = cells.maximum {
      guard matcher.entries[index].maximum == maximum else { return false }
      // The maximum beside it decides between the two.
      if matcher.entries[meant].maximum != maximum { return true }
    }
    if matcher.fit(words, to: index) >= 0.35 { return true }
    return (parts.isNamed || parts.parts.count > 1) && matcher.fit(words, to: meant) < 0.75
  }

  private func meant(_ words: ArraySlice<Int32>, _ cells: Cells, _ state: State) -> Int? {
    if let found = matcher.meaning(of: words) { return found }
    let among = matcher.entries.indices.filter {
      cells.maximum == nil || matcher.entries[$0].maximum == cells.maximum
    }
    return cells.maximum == nil ? nil : matcher.meaning(of: words, among: among, atLeast: 0.5)
  }

  private func labelled(
    _ parts: Parts, _ words: ArraySlice<Int32>, _ state: State
  ) -> CriterionMatcher.Target? {
    if case .letter = parts.parts[0], let index = matcher.exact(parts.parts) {
      return .known(index)
    }
    if parts.parts.count > 1 || parts.isNamed {
      if parts.parts.count == 1, case .letter = parts.parts[0] {
        return state.group.map { matcher.resolve(parts.parts, below: $0) }
      }
      return matcher.resolve(parts.parts)
    }
    switch parts.parts[0] {
    case .roman: return matcher.resolve(parts.parts)
    case .letter(let letter):
      // Capitals A, B, C number the groups of a sheet that has none yet.
      let group = letterGroup(letter, state)
      return group.map { matcher.resolve(parts.parts, below: $0) }
    case .arabic(let value):
      switch numbering {
      case .running:
        let leaves = matcher.entries.indices.filter { matcher.entries[$0].isLeaf }
        return leaves.indices.contains(value - 1) ? .known(leaves[value - 1]) : .unknown("\(value)")
      case .none: return nil
      case .tree:
        if let group = state.group, let style = state.groupStyle, style != .arabic {
          return matcher.resolve(parts.parts, below: group)
        }
        return matcher.resolve(parts.parts)
      }
    }
  }

  /// The group a lettered row belongs to; a letter that starts over opens the next group.
  private func letterGroup(_ letter: String, _ state: State) -> Int? {
    guard let group = state.group else { return matcher.groups.first }
    guard Label.position(of: letter) <= state.lastLetter, letter != "d9",
      let position = matcher.groups.firstIndex(of: group), position + 1 < matcher.groups.count
    else { return group }
    return matcher.groups[position + 1]
  }

  /// Whether a row is tied to a criterion by more than a running number: by its wording, a label of
  /// several parts or with its word, or the criterion's own maximum.
  func isSure(_ cells: Cells, _ parts: Parts?, _ index: Int) -> Bool {
    if let parts, parts.isNamed || parts.parts.count > 1 { return true }
    if let maximum = cells.maximum, maximum == matcher.entries[index].maximum { return true }
    return matcher.fit(parts?.words ?? cells.content.ids[...], to: index) >= 0.35
  }
}
