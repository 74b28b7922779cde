/// Reads criterion codes in the names of folders and files.
///
/// Every regime's codes come from its profile; the ways people write them are the same: `1a`, `1.a`,
/// `1-a`, `1.1` (by position), with a word before (`Tiêu chí 1a`, `TC1.a`, `MC 1a, 2c`) or bare at
/// the head of a name, or cut over two folders (`Tiêu chí 1/a) …`).
struct CriterionCodes: Sendable {
  /// Where a name stands.
  struct Context: Sendable, Hashable {
    /// The group or criterion of the folder around it.
    var code: String?
    /// Whether it stands among the evidence.
    var isEvidence = false
    /// Whether it is a folder's name.
    var isFolder = false
    /// Whether a lone number behind a word for criteria is one, as the list of them is open.
    var takesLone = false
  }

  private struct Found {
    let code: String
    let end: Int
    let hasLetter: Bool
    let parts: Int
  }

  /// The profile's codes.
  let table: CriterionCodeTable
  private let words: [[String]]
  /// The letters that words begin with.
  private let initials: Set<UInt8>
  private let joiners: [String]
  /// The words for a criterion, where the list of them is open: "Tiêu chí 1", not "Phụ lục 1".
  private let loneWords: Set<[String]>

  init(profile: Profile) {
    table = CriterionCodeTable(profile: profile)
    let written = profile.criterionWords + (profile.evidenceItem?.nameWords ?? [])
    func parts(_ words: [String]) -> [[String]] {
      words.map { Slug.fold($0).split(separator: " ").map(String.init) }
    }
    loneWords =
      profile.hasOpenCriteria
      ? Set(parts(profile.criterionWords)).subtracting(parts(profile.evidenceItem?.nameWords ?? []))
      : []
    let parts = parts(written)
    words = Set(parts + parts.map { [$0.joined()] })
      .filter { !$0.isEmpty }.sorted { ($0.count, $0.joined()) > ($1.count, $1.joined()) }
    initials = Set(words.compactMap { $0.first?.utf8.first })
    joiners = [",", ";", "+", "&", "-", "_", "va"]
  }

  /// The codes a name gives, in the order of the profile's codes as written.
  ///
  /// - Parameters:
  ///   - name: one part of a path, without its extension.
  ///   - context: where it stands.
  /// - Returns: the codes, and whether a word ("tiêu chí") stood before one of them.
  func codes(in name: String, context: Context) -> (codes: [String], hasWord: Bool) {
    let tokens = FoldedText(name).tokens
    var position = 0
    while position < tokens.count {
      if let word = word(tokens, at: position) {
        let start = skipSigns(tokens, from: word.end)
        var within = context
        within.takesLone = word.isLone && (context.isFolder || context.isEvidence)
        if let list = list(tokens, at: start, context: within, isBare: false) {
          // "MC01 - 1a": the number of the paper, and the criterion behind it.
          if list.count == 1, table.isGroup(list[0]), let code = own(tokens, from: start + 1) {
            return ([code], false)
          }
          return (list, true)
        }
        position = word.end
      } else {
        position += 1
      }
    }
    let start = skipSigns(tokens, from: 0)
    if let list = list(tokens, at: start, context: context, isBare: true) { return (list, false) }
    let isNumbered = start < tokens.count && tokens[start].kind == .number
    guard context.isEvidence && !context.isFolder || isNumbered else { return ([], false) }
    return (own(tokens, from: start + 1).map { [$0] } ?? [], false)
  }

  /// A criterion's code, with its letter, that stands by itself in a name.
  ///
  /// It stands behind the number of the paper ("01. 1a Công văn"), or at the end behind a sign
  /// ("Công văn - 1a").
  private func own(_ tokens: [FoldedToken], from first: Int) -> String? {
    let start = skipSigns(tokens, from: first)
    let last = tokens.indices.dropLast().last { tokens[$0].kind == .sign }.map { $0 + 1 }
    for position in [start, last].compactMap({ $0 }) where position >= first {
      guard position < tokens.count, tokens[position].gap != .none || position == last,
        let found = code(tokens, at: position, context: Context(), isBare: true),
        found.hasLetter, found.parts > 1,
        position == start || found.end == tokens.count
      else { continue }
      if found.end < tokens.count, tokens[found.end].gap == .none,
        tokens[found.end].kind != .sign
      {
        continue
      }
      return found.code
    }
    return nil
  }

  /// Where a word before a code ends, and whether a lone number behind it is one.
  private func word(_ tokens: [FoldedToken], at position: Int) -> (end: Int, isLone: Bool)? {
    guard let initial = tokens[position].folded.utf8.first, initials.contains(initial) else {
      return nil
    }
    for word in words {
      var index = position
      var isWhole = true
      for part in word {
        // Words of a slug are joined by "-" and "_".
        while index < tokens.count, index > position, tokens[index].kind == .sign,
          ["-", "_", "."].contains(tokens[index].folded)
        {
          index += 1
        }
        guard index < tokens.count, tokens[index].slug == part else {
          isWhole = false
          break
        }
        index += 1
      }
      if isWhole { return (index, loneWords.contains(word)) }
    }
    return nil
  }

  private func skipSigns(_ tokens: [FoldedToken], from start: Int) -> Int {
    var index = start
    while index < tokens.count, tokens[index].kind == .sign { index += 1 }
    return index
  }

  /// A list of codes that begins at a token.
  private func list(
    _ tokens: [FoldedToken], at start: Int, context: Context, isBare: Bool
  ) -> [String]? {
    guard let first = code(tokens, at: start, context: context, isBare: isBare) else { return nil }
    var found = [first.code]
    var end = first.end
    var last = first
    while end < tokens.count {
      let separator = tokens[end]
      guard joiners.contains(separator.slug) else { break }
      let next = end + 1
      var within = context
      within.code = table.group(of: last.code) ?? context.code
      guard
        let more = code(
          tokens, at: next, context: separator.folded == "," ? within : Context(), isBare: false),
        more.hasLetter == first.hasLetter, more.parts == first.parts || separator.folded == ","
      else { break }
      found +=
        separator.folded == "-"
        ? table.codes(behind: last.code, through: more.code) : [more.code]
      end = more.end
      last = more
    }
    return found
  }

  private func code(
    _ tokens: [FoldedToken], at start: Int, context: Context, isBare: Bool
  ) -> Found? {
    guard start < tokens.count, tokens[start].kind != .sign else { return nil }
    let (parts, ends, isGlued) = parts(tokens, at: start)
    // The longest reading first: "1a" before "1".
    for count in stride(from: parts.count, through: 1, by: -1) {
      let slice = Array(parts.prefix(count))
      let end = ends[count - 1]
      guard !isDate(tokens, from: end) else { continue }
      if let found = known(slice, end: end, isGlued: isGlued(count), context, isBare, tokens) {
        return found
      }
      if count == 2, isGlued(2), table.isBeyond(slice) { return nil }
    }
    return nil
  }

  /// Up to three numbers and letters in a row, with where each ends.
  private func parts(
    _ tokens: [FoldedToken], at start: Int
  ) -> (parts: [String], ends: [Int], isGlued: (Int) -> Bool) {
    var parts = [leading(tokens[start])]
    var ends = [start + 1]
    var gluedUpTo = 1
    var index = start + 1
    while index < tokens.count, parts.count < 3 {
      var isGlued = true
      if tokens[index].kind == .sign {
        guard [".", "-", "_"].contains(tokens[index].folded), tokens[index].gap == .none,
          index + 1 < tokens.count
        else { break }
        index += 1
        isGlued = tokens[index].gap == .none
      } else {
        isGlued = tokens[index].gap == .none
      }
      let token = tokens[index]
      guard token.kind == .number || (token.kind == .word && token.slug.utf8.count == 1) else {
        break
      }
      parts.append(CriterionCodeTable.part(token))
      ends.append(index + 1)
      if isGlued, gluedUpTo == parts.count - 1 { gluedUpTo = parts.count }
      index += 1
    }
    return (parts, ends, { $0 <= gluedUpTo })
  }

  /// The first part of a code; groups are often numbered in Roman ("II/b", "Nhóm II") where the
  /// profile has no such letter of its own.
  private func leading(_ token: FoldedToken) -> String {
    guard token.kind == .word, token.isUpper, table.code(of: [token.slug]) == nil,
      let value = LabelReader.roman(token.folded), table.code(of: [String(value)]) != nil
    else { return CriterionCodeTable.part(token) }
    return String(value)
  }

  /// Whether a number goes on like a date or a decimal ("1.1.2023").
  private func isDate(_ tokens: [FoldedToken], from end: Int) -> Bool {
    guard end + 1 < tokens.count, tokens[end].kind == .sign, tokens[end].gap == .none,
      [".", "-", "/"].contains(tokens[end].folded), tokens[end - 1].kind == .number
    else { return false }
    return tokens[end + 1].kind == .number && tokens[end + 1].gap == .none
      && tokens[end + 1].folded.utf8.count == 4
  }

  private func known(
    _ parts: [String], end: Int, isGlued: Bool, _ context: Context, _ isBare: Bool,
    _ tokens: [FoldedToken]
  ) -> Found? {
    let hasLetter = parts.contains(where: CriterionCodeTable.isLetter)
    func found(_ code: String) -> Found {
      Found(code: code, end: end, hasLetter: hasLetter, parts: parts.count)
    }
    if parts.count > 1 {
      guard let code = table.code(of: parts) ?? table.openCode(parts, isBare: isBare) else {
        return nil
      }
      // A letter set apart ("1 a") needs a word before it; two numbers ("1.1") the evidence around.
      let isSure = !isBare || (isGlued && (hasLetter || context.isEvidence))
      return isSure ? found(code) : nil
    }
    if let group = context.code, let code = table.code(of: parts, below: group) {
      if !isBare || isMarked(tokens, end, hasLetter: hasLetter, context) { return found(code) }
    }
    if context.takesLone, !isBare, !hasLetter, parts[0].utf8.count < 3 { return found(parts[0]) }
    guard !hasLetter, let code = table.code(of: parts) else { return nil }
    if !isBare { return found(code) }
    return context.isEvidence && context.isFolder && context.code == nil ? found(code) : nil
  }

  /// Whether a lone letter or number is set off as a label by a sign behind it.
  private func isMarked(
    _ tokens: [FoldedToken], _ end: Int, hasLetter: Bool, _ context: Context
  ) -> Bool {
    guard hasLetter || context.isFolder else { return false }
    guard end < tokens.count else { return true }
    return tokens[end].kind == .sign && [")", ".", "-", "_", ":", ","].contains(tokens[end].folded)
  }
}
