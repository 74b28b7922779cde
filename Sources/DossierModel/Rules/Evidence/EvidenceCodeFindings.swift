/// Evidence codes that are cited and lead nowhere, lead to two things, or that nobody cites.
struct EvidenceCodeFindings {
  /// Codes that lead nowhere, or to two files.
  let dangling: [Finding]
  /// Files whose code nobody cites.
  let orphans: [Finding]

  init(_ subject: AuditSubject) {
    guard !subject.profile.evidenceCodes.isEmpty else {
      dangling = []
      orphans = []
      return
    }
    let reader = EvidenceCodeReader(profile: subject.profile)
    var files: [String: [IndexedFile]] = [:]
    // An empty file bears its code as well: that nothing is in it is said of the file.
    for file in subject.ownFiles {
      for code in Set(
        file.path.pathParts.flatMap { reader.codes(in: $0) }.map { Self.key($0.code) })
      {
        files[code, default: []].append(file)
      }
    }
    dangling =
      Self.absent(files, reader, subject) + Self.reused(files, reader, subject)
      + subject.readDocuments.flatMap(Self.listedTwice)
    orphans = Self.orphans(files, subject)
  }

  /// Codes that are cited and that no file carries.
  private static func absent(
    _ files: [String: [IndexedFile]], _ reader: EvidenceCodeReader, _ subject: AuditSubject
  ) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<String> = []
    // Where no file bears a code, folders and numbers say what the codes stand for.
    let uncoded = files.isEmpty ? UncodedEvidence(subject) : nil
    let online = onlineOnly(files, reader, subject)
    for document in subject.readDocuments {
      for cited in document.file.facts.evidenceCodes {
        let found = reader.codes(in: cited.value).first
        let code = key(found?.code ?? cited.value)
        guard files[code] == nil, !online.contains(code), seen.insert(code).inserted,
          found.map({ uncoded?.mayHold($0) ?? false }) != true
        else { continue }
        findings.append(
          Finding(
            .evidenceDangling, path: document.file.path, item: document.item.id, variant: "code",
            arguments: ["cited": .text(cited.value), "document": .text(document.file.path)],
            quotes: Quote.list(document.file.path, cited.quote)))
      }
    }
    return findings
  }

  /// Codes that a list gives an address on the net, where that is for what is not handed in: a list
  /// whose addresses stand beside files as well asks for all of them.
  private static func onlineOnly(
    _ files: [String: [IndexedFile]], _ reader: EvidenceCodeReader, _ subject: AuditSubject
  ) -> Set<String> {
    let listed = subject.readDocuments.flatMap(\.file.facts.listedEvidence).filter(\.isOnline)
    let codes = Set(listed.map { key(reader.codes(in: $0.code).first?.code ?? $0.code) })
    return codes.allSatisfy { files[$0] == nil } ? codes : []
  }

  /// Codes that two things carry.
  private static func reused(
    _ files: [String: [IndexedFile]], _ reader: EvidenceCodeReader, _ subject: AuditSubject
  ) -> [Finding] {
    var findings: [Finding] = []
    let light = Set(
      ["files-meaningless", "files-versions", "files-drafts", "files-pages"]
        .flatMap { subject.lexicon[$0] }.flatMap { SlugText($0).words })
    for (code, group) in files.sorted(by: { $0.key < $1.key }) {
      // A folder of one code may hold many files; two names of one code may not.
      let named = group.filter { file in
        reader.codes(in: file.name).contains { key($0.code) == code }
      }
      guard Set(named.filter { $0.size > 0 }.compactMap(\.sha256)).count > 1,
        let written = named.lazy.flatMap({ reader.codes(in: $0.name) }).first(where: {
          key($0.code) == code
        })?.code, sayTwoThings(named.map(\.name), code: written, light: light)
      else { continue }
      findings.append(
        Finding(
          .evidenceDangling, path: named[0].path, variant: "reused-code",
          arguments: [
            "cited": .text(written), "document": .text(named[0].path),
            "files": .list(named.map(\.path)),
          ]))
    }
    return findings
  }

  /// Whether the names of files that bear one code say two things.
  ///
  /// Pages, copies and the papers of several years are parts of one piece of evidence.
  private static func sayTwoThings(_ names: [String], code: String, light: Set<String>) -> Bool {
    let skipped = light.union(Slug.fold(code).split(separator: " ").map(String.init))
    let titles = Set(
      names.map { name in
        Slug.fold(FileName.stem(name)).split(separator: " ").map(String.init)
          .filter { $0.utf8.count > 1 && !$0.allSatisfy(\.isNumber) && !skipped.contains($0) }
          .joined(separator: " ")
      })
    return titles.contains { title in
      titles.contains { other in
        title != other && (title.isEmpty || !other.contains(title) && !title.contains(other))
      }
    }
  }

  /// Codes that a document's list gives to two things.
  ///
  /// One thing may stand under several criteria, called a little shorter in one of them or of
  /// another year.
  private static func listedTwice(_ document: AuditSubject.RequiredDocument) -> [Finding] {
    var first: [String: ListedEvidence] = [:]
    var said: Set<String> = []
    return document.file.facts.listedEvidence.compactMap { row in
      let code = key(row.code)
      guard let other = first[code] else {
        first[code] = row
        return nil
      }
      // A narrow cell may lose the space between two words.
      let names = [other.name, row.name].map { name in
        Slug.fold(name).filter { !$0.isNumber && $0 != " " }
      }
      guard !names[0].contains(names[1]), !names[1].contains(names[0]), said.insert(code).inserted
      else { return nil }
      return Finding(
        .evidenceDangling, path: document.file.path, item: document.item.id,
        variant: "listed-twice",
        arguments: [
          "cited": .text(row.code), "document": .text(document.file.path),
          "names": .list([other.name, row.name]),
        ],
        quotes: Quote.list(document.file.path, other.name)
          + Quote.list(document.file.path, row.name))
    }
  }

  /// Files whose code nobody cites, where the documents cite codes at all.
  private static func orphans(
    _ files: [String: [IndexedFile]], _ subject: AuditSubject
  ) -> [Finding] {
    let reader = EvidenceCodeReader(profile: subject.profile)
    let cited = Set(
      subject.readDocuments.flatMap(\.file.facts.evidenceCodes).map {
        key(reader.codes(in: $0.value).first?.code ?? $0.value)
      })
    guard !cited.isEmpty else { return [] }
    return files.sorted { $0.key < $1.key }.compactMap { code, group in
      guard !cited.contains(code), let file = group.first(where: { $0.size > 0 }),
        let written = file.path.pathParts.lazy
          .flatMap({ reader.codes(in: $0) }).first(where: { key($0.code) == code })
      else { return nil }
      return Finding(
        .evidenceUnassigned, path: file.path, variant: "orphan-code",
        arguments: ["cited": .text(written.code), "document": .text(file.path)])
    }
  }

  private static func key(_ code: String) -> String { EvidenceCodeReader.key(code) }
}
