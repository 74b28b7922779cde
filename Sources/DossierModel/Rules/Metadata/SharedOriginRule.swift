/// Several pieces of evidence that come from one hand or one moment.
struct SharedOriginRule: Rule {
  let codes: [FindingCode] = [.metadataSharedOrigin]
  private static let least = 3

  func findings(in subject: AuditSubject) -> [Finding] {
    let files = subject.ownFiles.filter { $0.sha256 != nil && !$0.placement.criteria.isEmpty }
    let created = groups(files) { file in
      file.metadata.date(.created).flatMap { date in date.seconds == nil ? nil : [date.raw] } ?? []
    }
    let saves = groups(files) { file in
      file.metadata.details["rsidRoot"] ?? []
    }
    var findings = created.map { finding("created", $0.key, $0.files) }
    let known = Set(created.map { $0.files.map(\.path) })
    findings += saves.filter { !known.contains($0.files.map(\.path)) }.map {
      finding("rsids", $0.key, $0.files)
    }
    return findings + authors(subject)
  }

  /// Files of different content that share a value, three or more.
  private func groups(
    _ files: [IndexedFile], by values: (IndexedFile) -> [String]
  ) -> [(key: String, files: [IndexedFile])] {
    var groups: [String: [IndexedFile]] = [:]
    for file in files {
      for value in Set(values(file)) { groups[value, default: []].append(file) }
    }
    return groups.compactMap { key, members in
      var seen: Set<String> = []
      let distinct = members.filter { seen.insert($0.sha256 ?? $0.path).inserted }
      return distinct.count >= Self.least ? (key, distinct) : nil
    }.sorted { $0.key < $1.key }
  }

  /// One author in documents that bear the names of different units; "Windows User" is anyone.
  private func authors(_ subject: AuditSubject) -> [Finding] {
    let names = subject.unitNames
    let nameless = Set(subject.lexicon["files-nameless-authors"].map(Slug.fold))
    var groups: [String: [IndexedFile]] = [:]
    // Only a numbered document surely bears the name of the body that issued it.
    for file in subject.ownFiles
    where file.facts.header.issuingBody != nil && file.facts.header.notation?.number != nil {
      guard let creator = file.metadata.text(.creator), !creator.isEmpty,
        !nameless.contains(Slug.fold(creator))
      else { continue }
      groups[creator, default: []].append(file)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { creator, files in
      guard let first = files.first?.facts.header.issuingBody,
        let other = files.first(where: { file in
          guard let body = file.facts.header.issuingBody else { return false }
          return !names.mayBeSame(body, first, superior: file.facts.header.superiorBody)
        })
      else { return nil }
      return finding("author", creator, [files[0], other])
    }
  }

  private func finding(_ variant: String, _ value: String, _ files: [IndexedFile]) -> Finding {
    Finding(
      .metadataSharedOrigin, path: files.first?.path, variant: variant,
      arguments: [
        "files": .list(files.map(\.path)), "count": .count(files.count), "value": .text(value),
      ])
  }
}
