/// The codes of a profile by the parts that they are written in, with their groups.
struct CriterionCodeTable: Sendable {
  private let codes: [[String]: String]
  private let parents: [String: String]
  private let siblings: [String: [String]]
  private let partsOfCode: [String: [String]]
  private let isOpen: Bool

  /// - Parameter profile: whose criteria these are; a list may be open to codes that it does not name.
  init(profile: Profile) {
    var codes: [[String]: String] = [:]
    var parents: [String: String] = [:]
    var siblings: [String: [String]] = [:]
    var partsOfCode: [String: [String]] = [:]
    func add(_ criterion: Criterion, index: Int, parent: Criterion?) {
      let parts = Self.parts(of: criterion.code)
      partsOfCode[criterion.code] = parts
      codes[parts] = criterion.code
      if let parent {
        parents[criterion.code] = parent.code
        let above = Self.parts(of: parent.code)
        let tail = parts.starts(with: above) ? Array(parts.dropFirst(above.count)) : parts
        let forms = [above + tail, above + [String(index + 1)]]
        for form in forms where codes[form] == nil { codes[form] = criterion.code }
      }
      siblings[criterion.code] = criterion.children.map(\.code)
      for (index, child) in criterion.children.enumerated() {
        add(child, index: index, parent: criterion)
      }
    }
    for (index, criterion) in profile.criteria.enumerated() {
      add(criterion, index: index, parent: nil)
    }
    // A code that begins with the word for criteria, "TC1.1", is also written "TC 1.1", "Tiêu chí 1.1".
    let codeWords = Set(profile.criterionWords.map(Slug.fold))
    for (parts, code) in codes where parts.count > 1 && codeWords.contains(parts[0]) {
      let short = Array(parts.dropFirst())
      if codes[short] == nil { codes[short] = code }
    }
    self.codes = codes
    self.parents = parents
    self.siblings = siblings
    self.partsOfCode = partsOfCode
    isOpen = profile.hasOpenCriteria
  }

  /// The code written in so many parts, where the profile has it.
  func code(of parts: [String]) -> String? { codes[parts] }

  /// The code below a group whose own part is written alone ("a" in the folder of group 1).
  func code(of parts: [String], below group: String) -> String? {
    partsOfCode[group].flatMap { codes[$0 + parts] }
  }

  /// Whether a code is that of a group, below which the criteria stand.
  func isGroup(_ code: String) -> Bool { siblings[code]?.isEmpty == false }

  /// The code's group in the profile, or nothing at the top.
  func group(of code: String) -> String? { parents[code] }

  /// The code's group, or nothing at the top; where the list is open, the code without its last part.
  func parent(of code: String) -> String? {
    if let parent = parents[code] { return parent }
    guard isOpen else { return nil }
    let group = code.prefix { $0.isNumber }
    return group.isEmpty || group.utf8.count == code.utf8.count ? nil : String(group)
  }

  /// The codes behind one, up to and with another of the same group; the other alone where they are
  /// of two groups or stand the other way round.
  func codes(behind first: String, through last: String) -> [String] {
    guard let parent = parents[first], parent == parents[last], let codes = siblings[parent],
      let low = codes.firstIndex(of: first), let high = codes.firstIndex(of: last), low < high
    else { return [last] }
    return Array(codes[(low + 1)...high])
  }

  /// Whether a letter behind a group's number goes beyond the group's letters ("3d"): a criterion
  /// that there is not, and not the group.
  func isBeyond(_ parts: [String]) -> Bool {
    guard let group = codes[[parts[0]]], Self.isLetter(parts[1]) else { return false }
    return (siblings[group] ?? []).contains { partsOfCode[$0]?.last.map(Self.isLetter) ?? false }
  }

  /// A code of a regime whose list is open: two numbers, or a number and a letter behind a word
  /// ("TC1a").
  ///
  /// - Parameter isBare: whether no word for criteria stands before it.
  func openCode(_ parts: [String], isBare: Bool) -> String? {
    guard isOpen, parts.count == 2 else { return nil }
    guard parts.contains(where: Self.isLetter) else { return parts.joined(separator: ".") }
    guard !isBare, Int(parts[0]) != nil else { return nil }
    return parts.joined()
  }

  /// Whether a part of a code holds no digit.
  static func isLetter(_ part: String) -> Bool {
    part.utf8.allSatisfy { !(0x30...0x39).contains($0) }
  }

  /// The part of a code that a token is: numbers without the zeros before them.
  static func part(_ token: FoldedToken) -> String {
    guard token.kind == .number else { return token.slug }
    let digits = token.folded.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  private static func parts(of code: String) -> [String] {
    FoldedText(code).tokens.filter { $0.kind != .sign }.map { part($0) }
  }
}
