/// The evidence of a dossier in which no file bears a code.
///
/// What the report cites as [H1-1.1-02] is the second file of its criterion, "Tiêu chí 1.1/02 …".
struct UncodedEvidence {
  /// The numbers of the files at each criterion.
  private var numbers: [String: Set<Int>] = [:]
  /// The criteria where a file has no number.
  private var unnumbered: Set<String> = []
  /// Whether no file is put to a criterion: any may be what is cited.
  private var isUnsorted = false

  init(_ subject: AuditSubject) {
    let evidence = subject.profile.evidenceItem?.id
    let words = CriterionWords(subject.profile)
    for file in subject.ownFiles where file.size > 0 && !file.placement.isAlternative {
      if file.placement.criteria.isEmpty, file.placement.item == evidence, evidence != nil {
        isUnsorted = true
      }
      for criterion in file.placement.criteria {
        if let number = words.number(of: file, at: criterion) {
          numbers[criterion, default: []].insert(number)
        } else {
          unnumbered.insert(criterion)
        }
      }
    }
    isUnsorted = isUnsorted && numbers.isEmpty && unnumbered.isEmpty
  }

  /// Whether a file may be the evidence of a code.
  func mayHold(_ code: EvidenceCodeReader.Found) -> Bool {
    if isUnsorted || unnumbered.contains(code.criterion) { return true }
    guard let known = numbers[code.criterion] else { return false }
    return Int(code.number).map { known.contains($0) } ?? true
  }
}

/// The words that stand before a number in the name of a file of evidence.
private struct CriterionWords {
  private let words: Set<String>

  init(_ profile: Profile) {
    words = Set(
      (profile.criterionWords + (profile.evidenceItem?.nameWords ?? []))
        .flatMap { SlugText($0).words })
  }

  /// The number behind the criterion in a file's path.
  ///
  /// That is 2 in "Tiêu chí 1.1/02. Nghị quyết/trang 1.jpg" and in "TC 1.1 - MC 02.pdf".
  func number(of file: IndexedFile, at criterion: String) -> Int? {
    let code = SlugText(criterion)
    let parts = file.path.pathParts.map { FileName.stem(String($0)) }
    guard let place = parts.lastIndex(where: { SlugText($0).contains(code) }) else { return nil }
    let own = SlugText(parts[place]).words
    let behind =
      own.indices.first { own[$0...].starts(with: code.words) }
      .map { Array(own[($0 + code.words.count)...]) } ?? []
    if let number = number(behind) { return number }
    return parts.indices.contains(place + 1) ? number(SlugText(parts[place + 1]).words) : nil
  }

  private func number(_ names: [String]) -> Int? {
    guard let first = names.first(where: { !words.contains($0) }), first.utf8.count <= 2 else {
      return nil
    }
    return Int(first)
  }
}
