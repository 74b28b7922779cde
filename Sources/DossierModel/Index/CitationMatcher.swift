/// Tells whether a file is the document that a text cites.
struct CitationMatcher: Sendable {
  /// A file as it is compared with citations.
  struct Target: Sendable {
    let file: IndexedFile
    let title: Set<String>
    let name: Set<String>
    let nameText: SlugText
    let type: String?
  }

  private let light: Set<String>
  private let types: [String: String]
  private let typeNames: [(abbreviation: String, name: SlugText)]

  init(lexicon: Lexicon) {
    light = Set(lexicon["files-light-words"].flatMap { SlugText($0).words })
    types = Dictionary(
      lexicon.documentTypes.filter { !$0.abbreviation.isEmpty }.map {
        (Slug.fold($0.abbreviation), Slug.fold($0.name))
      }, uniquingKeysWith: { first, _ in first })
    typeNames = lexicon.documentTypes.filter { !$0.abbreviation.isEmpty }.map {
      ($0.abbreviation, SlugText($0.name))
    }
  }

  /// Prepares a file for comparison.
  func target(_ file: IndexedFile) -> Target {
    let title = SlugText(ItemScorer.title(of: file))
    let name = SlugText(FileName.stem(file.name))
    let folders = file.path.split(separator: "/").dropLast().suffix(1).flatMap {
      SlugText(String($0)).words
    }
    return Target(
      file: file, title: heavy(title.words), name: heavy(name.words + folders), nameText: name,
      type: file.facts.header.typeAbbreviation)
  }

  /// Whether a citation may mean a file: by number and notation, by date and type, by title.
  func matches(_ citation: Citation, _ target: Target) -> Bool {
    if let notation = citation.notation, notation.number != nil {
      if hasNotation(notation, citation, target) { return true }
      // Two different numbers are two documents, however alike their titles.
      if target.file.facts.header.notation?.number != nil { return false }
    }
    let header = target.file.facts.header
    let isOtherType: Bool
    if let type = citation.typeAbbreviation, let other = target.type {
      isOtherType = ItemScorer.typeKey(type) != ItemScorer.typeKey(other)
    } else {
      isOtherType = false
    }
    if let date = citation.date, date == header.date?.value, citation.typeAbbreviation != nil,
      !isOtherType, target.type != nil
    {
      return true
    }
    guard let title = citation.title, !isOtherType || target.title.isEmpty else { return false }
    return isTitle(SlugText(title).words, target)
  }

  private func hasNotation(
    _ notation: Notation, _ citation: Citation, _ target: Target
  ) -> Bool {
    guard let number = notation.number else { return false }
    let symbol = SlugText(notation.symbol).words
    if let own = target.file.facts.header.notation, own.number == number {
      let other = SlugText(own.symbol).words
      if symbol.isEmpty || other.starts(with: symbol) || symbol.starts(with: other)
        || symbol.joined() == other.joined()
      {
        return true
      }
    }
    // "12-KH-THAS.pdf", "KH so 12.pdf": the number and the type in the name.
    let words = target.nameText.words.map { $0.first == "0" ? String($0.drop { $0 == "0" }) : $0 }
    guard words.contains(String(number)) else { return false }
    let type = symbol.first ?? citation.typeAbbreviation.map(Slug.fold) ?? ""
    guard !type.isEmpty else { return false }
    return words.contains(type)
      || types[type].map { target.nameText.contains(SlugText($0)) } ?? false
  }

  private func isTitle(_ words: [String], _ target: Target) -> Bool {
    let wanted = heavy(words)
    guard !wanted.isEmpty else { return false }
    for own in [target.title, target.name, target.title.union(target.name)] where !own.isEmpty {
      let shared = wanted.intersection(own).count
      let least = min(wanted.count, own.count)
      if shared >= 2 || (shared == 1 && least == 1), shared * 10 >= wanted.count * 6 { return true }
      if shared >= 3, shared * 10 >= own.count * 8 { return true }
    }
    return false
  }

  /// The words of weight, types spelled out.
  private func heavy(_ words: [String]) -> Set<String> {
    var result: Set<String> = []
    for word in words where !light.contains(word) {
      guard word.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { continue }
      result.formUnion((types[word] ?? word).split(separator: " ").map(String.init))
    }
    return result
  }
}
