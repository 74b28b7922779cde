/// Finds the lines that state aims: those below a heading about a time yet to come.
///
/// "5. PHƯƠNG HƯỚNG NĂM 2024" makes "Đạt 97 điểm, xếp loại Tốt" an aim, whatever its own words; so do
/// "Nhiệm vụ năm tới" and "Mục tiêu năm 2024" in a dossier of 2023.
struct AimReader {
  /// The most tokens of a heading.
  private static let longestHeading = 30

  /// The most tokens before the colon of a line that is heading and aims in one.
  private static let longestLead = 12

  let terms: Terms
  private let labels: LabelReader

  init(_ terms: Terms) {
    self.terms = terms
    labels = LabelReader(terms)
  }

  /// The heading below which lines are aims.
  private struct Opening {
    /// The form of its number; nothing where it has none.
    var form: String?
    var value: Int
    var isUpper: Bool
    /// The forms of the headings around it.
    var outer: [String]
    /// The last number of a list below it that is numbered like a heading.
    var listed: (form: String, value: Int)?
  }

  /// Whether each line is an aim, the heading itself included.
  ///
  /// - Parameter year: the assessed year, or the one in which the assessed school year ends.
  func aims(in lines: [Line], year: Int?) -> [Bool] {
    var forms: [String] = []
    var opening: Opening?
    return lines.map { line in
      if line.place.isInTable { return opening != nil }
      let label = labels.label(of: line)
      let form = label.map { "\($0.style.rawValue)\($0.form)" }
      if let form {
        if let depth = forms.firstIndex(of: form) {
          forms.removeSubrange((depth + 1)...)
        } else {
          forms.append(form)
        }
      }
      if var current = opening {
        opening = goesOn(&current, line, label, form) ? current : nil
      }
      if opening == nil, isAboutFuture(line, behind: label, year: year) {
        opening = Opening(
          form: form, value: label?.value ?? 0, isUpper: line.isMostlyUpper,
          outer: form == nil ? forms : forms.dropLast())
      }
      return opening != nil || isAimAlone(line, behind: label, year: year)
    }
  }

  // MARK: Where it begins

  private func isAboutFuture(_ line: Line, behind label: Label?, year: Int?) -> Bool {
    guard line.count <= Self.longestHeading, isHeading(line, label) else { return false }
    // "Tiêu chí 1.1: Phương hướng, chiến lược phát triển" tells what there is.
    if label != nil, terms.match(.headedCriterion, line.ids, at: line.firstWord) != nil {
      return false
    }
    let start = label?.range.upperBound ?? 0
    guard let word = line.first(terms[.aimHeading], from: start) else { return false }
    if line.contains(terms[.resultHeading], from: start, to: word.range.lowerBound) { return false }
    let years = YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line)
    if let year, !years.isEmpty { return years.allSatisfy { ($0.last ?? $0.first) > year } }
    if line.contains(terms[.comingYear], from: start) { return true }
    return line.contains(terms[.aimHeadingAlone], from: start) && years.isEmpty
  }

  /// "Mục tiêu năm tới: nhóm 1 đạt 30 điểm; tổng 99 điểm.": heading and aims on one line.
  private func isAimAlone(_ line: Line, behind label: Label?, year: Int?) -> Bool {
    let start = label?.range.upperBound ?? line.firstWord
    guard let word = terms.match(.aimHeading, line.ids, at: start),
      let colon = (word.end..<max(word.end, min(line.count, start + Self.longestLead)))
        .first(where: { line.isSign($0, ":") })
    else { return false }
    if line.contains(terms[.resultHeading], from: start, to: colon) { return false }
    let years = YearReader(terms: terms, yearWords: PhraseSet()).mentions(in: line)
      .filter { $0.range.upperBound <= colon }
    if let year, !years.isEmpty { return years.allSatisfy { ($0.last ?? $0.first) > year } }
    return line.contains(terms[.comingYear], from: start, to: colon)
  }

  /// Whether a line looks like a heading: by number, capitals, style, or a colon at its end; a
  /// sentence does not.
  private func isHeading(_ line: Line, _ label: Label?) -> Bool {
    if line.isMostlyUpper || line.headingLevel != nil { return true }
    if line.isSign(line.count - 1, ":") { return true }
    let endsSentence = line.isSign(line.count - 1, in: [".", ";"])
    return !endsSentence && (label != nil || line.begins(with: terms[.aimHeadingAlone]) != nil)
  }

  // MARK: Where it ends

  private func goesOn(
    _ opening: inout Opening, _ line: Line, _ label: Label?, _ form: String?
  ) -> Bool {
    if line.begins(with: terms[.closing]) != nil { return false }
    let isUpper = opening.isUpper && line.isMostlyUpper
    guard let label, let form else {
      return !isUpper || line.begins(with: terms[.aimHeading]) != nil
    }
    guard form == opening.form || opening.outer.contains(form) else { return true }
    return !isUpper && isListed(label.value, form, &opening)
  }

  /// Whether a number in the form of the heading, or of one around it, counts a list below it.
  private func isListed(_ value: Int, _ form: String, _ opening: inout Opening) -> Bool {
    let last = opening.listed.flatMap { $0.form == form ? $0.value : nil } ?? 0
    let isOwn = form == opening.form
    if isOwn, value == opening.value + 1, !opening.isUpper || last != opening.value {
      return false
    }
    guard value == last + 1 || isOwn && opening.isUpper else { return false }
    opening.listed = (form, value)
    return true
  }
}
