/// Two different documents of one body and year bear one number and notation.
struct DuplicateNotationRule: Rule {
  let codes: [FindingCode] = [.notationDuplicate]

  func findings(in subject: AuditSubject) -> [Finding] {
    var groups: [String: [IndexedFile]] = [:]
    for file in subject.ownFiles where !file.placement.isAlternative {
      let header = file.facts.header
      guard let notation = header.notation, notation.number != nil, let date = header.date else {
        continue
      }
      groups["\(Slug.fold(notation.key)) \(date.value.year)", default: []].append(file)
    }
    let names = subject.unitNames
    return groups.sorted { $0.key < $1.key }.compactMap { _, files in
      var distinct: [IndexedFile] = []
      for file in files where !distinct.contains(where: { isOne($0, file, names) }) {
        distinct.append(file)
      }
      guard distinct.count > 1, let notation = distinct[0].facts.header.notation else { return nil }
      return Finding(
        .notationDuplicate, path: distinct[1].path, item: distinct[1].placement.item,
        arguments: [
          "notation": .text(notation.written), "files": .list(distinct.map(\.path)),
        ],
        quotes: distinct.flatMap { file in
          Quote.list(file.path, Self.words(file))
        })
    }
  }

  /// Whether two files are one document, or documents of two bodies.
  private func isOne(_ first: IndexedFile, _ second: IndexedFile, _ names: UnitNames) -> Bool {
    if let digest = first.sha256, digest == second.sha256 { return true }
    let left = first.facts.header
    let right = second.facts.header
    if let body = left.issuingBody, let other = right.issuingBody,
      !names.mayBeSame(body, other, superior: left.superiorBody)
    {
      return true
    }
    guard left.date?.value == right.date?.value else { return false }
    // The paper and its print, whose head may be read less well.
    if Self.stem(first) == Self.stem(second) { return true }
    let title = SlugText(ItemScorer.title(of: first))
    let other = SlugText(ItemScorer.title(of: second))
    return title.isEmpty || other.isEmpty || title.contains(other) || other.contains(title)
  }

  /// The path without the extension.
  private static func stem(_ file: IndexedFile) -> String {
    file.path.dropLast(file.name.count) + FileName.stem(file.name)
  }

  private static func words(_ file: IndexedFile) -> String {
    let header = file.facts.header
    return [header.notation?.written, header.date?.quote, ItemScorer.title(of: file)]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " – ")
  }
}
