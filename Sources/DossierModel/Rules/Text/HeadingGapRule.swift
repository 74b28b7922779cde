/// The numbering of a document's headings leaves one out.
struct HeadingGapRule: Rule {
  let codes: [FindingCode] = [.textHeadingGap]

  func findings(in subject: AuditSubject) -> [Finding] {
    let alphabets = subject.lexicon["files-alphabets"].map { line in
      line.split(separator: " ").map { Array(FoldedText(String($0)).tokens.map(\.folded)).joined() }
    }
    return subject.readDocuments.filter { $0.item.role != .scoreSheet }.flatMap { document in
      HeadingRun(alphabets: alphabets).gaps(in: document.file.facts.headings).map { gap in
        Finding(
          .textHeadingGap, path: document.file.path, item: document.item.id,
          variant: gap.before == nil ? "first" : nil,
          arguments: [
            "before": .text(gap.before?.label ?? ""), "after": .text(gap.after.label),
            "missing": .text(gap.missing),
          ],
          quotes: Quote.list(document.file.path, gap.before.map(Self.words), Self.words(gap.after)))
      }
    }
  }

  private static func words(_ heading: NumberedHeading) -> String {
    "\(heading.label) \(heading.text)"
  }
}

/// Follows the headings of one document level by level.
struct HeadingRun {
  /// A number left out.
  struct Gap {
    var before: NumberedHeading?
    var after: NumberedHeading
    var missing: String
  }

  private struct Level {
    let kind: String
    var last: NumberedHeading
  }

  let alphabets: [[String]]

  /// The gaps, in reading order.
  ///
  /// A list that starts again at its first number is a new list; one that goes back is left alone,
  /// and so is a jump of more than three, which is no heading's number but a figure in the text.
  func gaps(in headings: [NumberedHeading]) -> [Gap] {
    var levels: [Level] = []
    var gaps: [Gap] = []
    var parts = PartNumbers()
    for heading in headings {
      if heading.style == .decimal {
        if let gap = parts.gap(before: heading) { gaps.append(gap) }
        continue
      }
      let kind = Self.kind(of: heading)
      guard let place = place(of: heading, kind, in: levels) else {
        if heading.style == .roman, heading.value == 2, levels.isEmpty {
          gaps.append(Gap(before: nil, after: heading, missing: Self.label(1, like: heading)))
        }
        levels.append(Level(kind: kind, last: heading))
        continue
      }
      let before = levels[place].last
      levels.removeSubrange((place + 1)...)
      if heading.value == 1, Self.isInCapitals(before), !Self.isInCapitals(heading) {
        // "4. ĐÁNH GIÁ CHUNG", "1. Ưu điểm": a list within the other, which may go on behind it.
        levels.append(Level(kind: kind, last: heading))
        continue
      }
      levels[place].last = heading
      if let missing = missing(between: before, and: heading) {
        gaps.append(Gap(before: before, after: heading, missing: missing))
      }
    }
    return gaps
  }

  /// The open list a heading belongs to: the innermost of its kind, unless one further out, whose
  /// headings are in capitals as this is, goes on with it.
  private func place(of heading: NumberedHeading, _ kind: String, in levels: [Level]) -> Int? {
    let places = levels.indices.filter { levels[$0].kind == kind }
    guard let inner = places.last, Self.isInCapitals(heading),
      !Self.isInCapitals(levels[inner].last)
    else { return places.last }
    return places.last { Self.isInCapitals(levels[$0].last) } ?? inner
  }

  private static func isInCapitals(_ heading: NumberedHeading) -> Bool {
    heading.text == heading.text.uppercased() && heading.text != heading.text.lowercased()
  }

  private func missing(
    between before: NumberedHeading, and after: NumberedHeading
  ) -> String? {
    guard after.style != .letter else { return missingLetter(before, after) }
    let step = after.value - before.value
    guard (2...3).contains(step) else { return nil }
    return (before.value + 1..<after.value).map { Self.label($0, like: after) }
      .joined(separator: ", ")
  }

  private func missingLetter(_ before: NumberedHeading, _ after: NumberedHeading) -> String? {
    let first = Self.letter(before)
    let second = Self.letter(after)
    var shortest: [String]?
    for alphabet in alphabets {
      guard let low = alphabet.firstIndex(of: first), let high = alphabet.firstIndex(of: second)
      else { continue }
      guard high > low + 1 else { return nil }
      let between = Array(alphabet[(low + 1)..<high])
      if between.count < shortest?.count ?? Int.max { shortest = between }
    }
    guard let shortest, shortest.count <= 2 else { return nil }
    return shortest.map { "\($0.first.map(String.init) ?? "")" }.joined(separator: ", ")
  }

  private static func letter(_ heading: NumberedHeading) -> String {
    FoldedText(heading.label).tokens.first { $0.kind == .word }?.folded ?? ""
  }

  /// The style with the signs around the number: "1." and "(1)" are two lists, "Phần I" and "I." too.
  private static func kind(of heading: NumberedHeading) -> String {
    let tokens = FoldedText(heading.label).tokens
    let signs = tokens.filter { $0.kind == .sign }.map(\.folded).joined()
    let words = tokens.filter { $0.kind == .word }.dropLast().map(\.folded).joined(separator: " ")
    return heading.style == .roman || !words.isEmpty
      ? "\(heading.style.rawValue) \(words)" : "\(heading.style.rawValue) \(signs)"
  }

  private static func label(_ value: Int, like heading: NumberedHeading) -> String {
    heading.style == .roman ? roman(value) : String(value)
  }

  private static func roman(_ value: Int) -> String {
    let digits = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var rest = value
    var result = ""
    for (amount, letters) in digits {
      while rest >= amount {
        result += letters
        rest -= amount
      }
    }
    return result
  }
}

/// Follows numbers of two parts ("2.1.", "2.2.") as long as they go on from the first.
///
/// The numbers of criteria, which may leave some out, do not stand below headings that count on.
private struct PartNumbers {
  private var last: (heading: NumberedHeading, parts: [Int])?

  /// The gap between the last number and this, where both are of one list.
  mutating func gap(before heading: NumberedHeading) -> HeadingRun.Gap? {
    let tokens = FoldedText(heading.label).tokens
    let numbers = tokens.compactMap { $0.kind == .number ? Int($0.folded) : nil }
    guard numbers.count == 2, !tokens.contains(where: { $0.kind == .word }) else { return nil }
    guard let before = last, before.parts[0] == numbers[0] else {
      last = numbers[1] == 1 ? (heading, numbers) : nil
      return nil
    }
    last = (heading, numbers)
    guard (2...3).contains(numbers[1] - before.parts[1]) else { return nil }
    let missing = (before.parts[1] + 1..<numbers[1]).map { "\(numbers[0]).\($0)" }
    return HeadingRun.Gap(
      before: before.heading, after: heading, missing: missing.joined(separator: ", "))
  }
}
