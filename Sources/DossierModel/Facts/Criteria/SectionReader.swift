/// Finds in which criterion's section each line stands.
struct SectionReader {
  /// The section of a line.
  struct Section: Sendable, Hashable {
    /// The criterion, or a number that is none of the profile's.
    var target: CriterionMatcher.Target?
    /// Whether this line opens the section.
    var isOpening = false
  }

  /// The form of a heading that has no number of its own.
  private static let wordForm = "word"

  /// So long a point of a list may be that only gives a criterion, and so much of its wording it holds.
  private static let longestPoint = 70
  private static let leastOfPoint = 0.8

  /// How much of a group's name stands behind the letter that numbers it.
  private static let leastFit = 0.5

  /// How much of a group's name a part bears: "Phần thứ hai: KẾT QUẢ THỰC HIỆN" has any report.
  private static let leastOfPart = 0.6

  /// So many letters a list may go on behind the profile's own.
  private static let mostBeyondTheList = 3

  let terms: Terms
  let matcher: CriterionMatcher
  private let labels: LabelReader

  init(_ terms: Terms, _ matcher: CriterionMatcher) {
    self.terms = terms
    self.matcher = matcher
    labels = LabelReader(terms)
  }

  /// The sections of lines, one for each.
  func sections(of lines: [Line]) -> [Section] {
    var state = State()
    return lines.map { line in
      if let target = opened(by: line, &state) {
        return Section(target: target, isOpening: true)
      }
      return Section(target: state.target)
    }
  }

  /// What the reading knows as it goes down the lines.
  private struct State {
    var group: Int?
    /// Style and sign of the label that opened the group.
    var groupForm: String?
    var target: CriterionMatcher.Target?
    /// The forms of open headings from the outside in.
    var forms: [String] = []

    mutating func clear() {
      group = nil
      groupForm = nil
      target = nil
    }
  }

  private func opened(by line: Line, _ state: inout State) -> CriterionMatcher.Target? {
    let bullets = line.isWord(0) || line.isNumber(0) ? 0 : line.firstBehindBullets
    let label = labels.label(of: line, at: bullets)
    let form = label.map { "\(bullets > 0 ? "-" : "")\($0.style.rawValue)\($0.form)" }
    if let form { note(form, &state) }
    let words = label.map { line.ids[$0.range.upperBound...] } ?? line.ids[...]
    if let mentioned = mention(in: line, label: label, group: state.group) {
      return open(mentioned, form: form ?? Self.wordForm, &state)
    }
    guard let label, let form else {
      return unlabelled(line, words, &state) ?? (bullets > 0 ? pointed(line, words, &state) : nil)
    }
    if label.parts.count > 1 {
      return open(composed(label, words), form: form, &state)
    }
    if let index = matcher.exact(label.parts), case .letter = label.parts[0],
      matcher.fit(words, to: index) >= Self.leastFit
    {
      return open(.known(index), form: form, &state)
    }
    if case .letter = label.parts[0] {
      guard let group = state.group else { return nil }
      guard let target = lettered(label, words, below: group) else { return nil }
      state.target = target
      return target
    }
    return numbered(label, words, form: form, line, &state)
  }

  /// Keeps the nesting of heading forms; a heading at or above the group's level closes the group.
  private func note(_ form: String, _ state: inout State) {
    if let depth = state.forms.firstIndex(of: form) {
      state.forms.removeSubrange((depth + 1)...)
      if let groupForm = state.groupForm, !state.forms.contains(groupForm) { state.clear() }
    } else {
      state.forms.append(form)
    }
  }

  private func open(
    _ target: CriterionMatcher.Target?, form: String, _ state: inout State
  ) -> CriterionMatcher.Target? {
    guard let target else {
      if state.groupForm == form { state.clear() }
      return nil
    }
    // A heading by words has its place in the nesting like one by number.
    if form == Self.wordForm { note(form, &state) }
    state.target = target
    if case .known(let index) = target {
      let entry = matcher.entries[index]
      let group = entry.isLeaf ? entry.parent : index
      if group != state.group {
        state.group = group
        state.groupForm = form
      }
    }
    return target
  }

  /// "Tiêu chí 1a: …" at the beginning, a label before it or not.
  private func mention(in line: Line, label: Label?, group: Int?) -> CriterionMatcher.Target? {
    let reader = CriterionMention(terms, matcher)
    if let named = reader.target(in: line, at: line.firstWord, group: group) {
      return isPartOfText(named.target, line) ? nil : named.target
    }
    var position = label?.range.upperBound ?? 0
    while position < line.count, line.tokens[position].kind == .sign { position += 1 }
    return reader.target(in: line, at: position, group: group)?.target
  }

  /// Whether a line heads a part of the text, "Phần III: KẾT LUẬN", and no criterion of that number.
  private func isPartOfText(_ target: CriterionMatcher.Target, _ line: Line) -> Bool {
    guard terms.match(.partWord, line.ids, at: line.firstWord) != nil,
      !statesPoints(line)
    else { return false }
    guard case .known(let index) = target else { return true }
    return matcher.fit(line.ids[...], to: index) < Self.leastOfPart
  }

  /// Whether points are given in a line: "Ưu điểm, hạn chế" only holds the word.
  private func statesPoints(_ line: Line) -> Bool {
    line.hasNumber
      && line.tokens.indices.contains { index in
        guard let unit = terms.match(.pointUnit, line.ids, at: index) else { return false }
        return line.isNumber(index - 1) || line.isNumber(unit.end) || line.isSign(unit.end, ":")
      }
  }

  /// A line without a label opens a group where it is short and says little but the group's name.
  private func unlabelled(
    _ line: Line, _ words: ArraySlice<Int32>, _ state: inout State
  ) -> CriterionMatcher.Target? {
    guard line.count <= 30, line.contains(terms[.pointUnit]) || line.isMostlyUpper,
      let fit = matcher.meanings(of: words).first, fit.coverage >= 0.8,
      !matcher.entries[fit.entry].isLeaf, fit.weight >= 2
    else { return nil }
    return open(.known(fit.entry), form: Self.wordForm, &state)
  }

  /// A point of a list below a group, in the words of one of its criteria and without a number.
  private func pointed(
    _ line: Line, _ words: ArraySlice<Int32>, _ state: inout State
  ) -> CriterionMatcher.Target? {
    guard line.count <= Self.longestPoint, let group = state.group,
      let child = matcher.meaning(
        of: words, among: matcher.entries[group].children, atLeast: Self.leastOfPoint)
    else { return nil }
    state.target = .known(child)
    return state.target
  }

  /// "1a", "1.a", "2.1": a code of the profile as it stands, or by its place where the words agree.
  private func composed(_ label: Label, _ words: ArraySlice<Int32>) -> CriterionMatcher.Target? {
    let target = matcher.resolve(label.parts)
    let hasLetter = label.parts.contains { if case .letter = $0 { true } else { false } }
    switch target {
    case .known(let index):
      let isExact = matcher.entries[index].parts == label.parts.map(CriterionMatcher.text)
      if isExact { return target }
      if matcher.fit(words, to: index) >= 0.35 { return target }
      return matcher.meaning(of: words).map { .known($0) }
    case .unknown:
      if let index = matcher.meaning(of: words) { return .known(index) }
      return hasLetter && label.parts.count == 2 ? target : nil
    }
  }

  /// A letter below a group; nothing where it cannot go on with the group's list.
  ///
  /// "Q." above a signature is such a letter.
  private func lettered(
    _ label: Label, _ words: ArraySlice<Int32>, below group: Int
  ) -> CriterionMatcher.Target? {
    let target = matcher.resolve(label.parts, below: group)
    if case .unknown = target,
      label.value > matcher.entries[group].children.count + Self.mostBeyondTheList
    {
      return nil
    }
    guard case .known(let index) = target, matcher.fit(words, to: index) < 0.3,
      let other = matcher.meaning(of: words, among: matcher.entries[group].children)
    else { return target }
    return .known(other)
  }

  /// A single number: a group by its words, or a criterion below the open group by its words.
  private func numbered(
    _ label: Label, _ words: ArraySlice<Int32>, form: String, _ line: Line, _ state: inout State
  ) -> CriterionMatcher.Target? {
    if let group = state.group, form != state.groupForm {
      let children = matcher.entries[group].children
      if let child = matcher.meaning(of: words, among: children, atLeast: 0.35) {
        state.target = .known(child)
        return state.target
      }
    }
    let threshold = line.contains(terms[.pointUnit]) ? 0.5 : 0.7
    if let group = matcher.meaning(of: words, among: matcher.groups, atLeast: threshold) {
      return open(.known(group), form: form, &state)
    }
    if case .known(let index) = matcher.resolve(label.parts), !matcher.entries[index].isLeaf,
      holdsMaximum(of: index, line)
    {
      return open(.known(index), form: form, &state)
    }
    if state.groupForm == form { state.clear() }
    return nil
  }

  /// "… 30/30 điểm" where 30 is the group's maximum.
  private func holdsMaximum(of index: Int, _ line: Line) -> Bool {
    guard let maximum = matcher.entries[index].maximum, maximum.hundredths % 100 == 0 else {
      return false
    }
    let digits = String(maximum.hundredths / 100)
    return line.tokens.indices.contains {
      line.tokens[$0].folded == digits && line.isSign($0 - 1, "/")
        && terms.match(.pointUnit, line.ids, at: $0 + 1) != nil
    }
  }
}
