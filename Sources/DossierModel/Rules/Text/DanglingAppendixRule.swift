/// A required document refers to an annex that is nowhere.
struct DanglingAppendixRule: Rule {
  let codes: [FindingCode] = [.textAppendixDangling]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.readDocuments.contains(where: { !$0.file.facts.annexes.isEmpty }) else {
      return []
    }
    let words = WordSet(subject.lexicon["files-annexes"])
    let files = subject.ownFiles.filter { $0.size > 0 }
    let named = files.map { SlugText(FileName.stem($0.name)) }.filter { words.matches($0) }
    let items = Self.items(in: subject)
    let nameWords = Set(named.flatMap { $0.words.map(Self.digits) })
    return subject.readDocuments.flatMap { document -> [Finding] in
      var seen: Set<String> = []
      let carried = carried(in: files, for: document, subject)
      let labels = Set(carried.compactMap(\.label).map(Self.key))
      return document.file.facts.annexes.filter { !$0.isHeading }.compactMap { mention in
        let label = mention.label.map(Self.key)
        if let label {
          guard !labels.contains(label), !nameWords.contains(label) else { return nil }
          // One annex without a label answers for one that is called by its label.
          guard carried.count != 1 || carried[0].label != nil || !labels.isEmpty else { return nil }
        } else {
          guard carried.isEmpty, named.isEmpty,
            !Self.isItem(mention, besides: document.item.id, items)
          else { return nil }
        }
        guard seen.insert(label ?? Slug.fold(mention.quote)).inserted else { return nil }
        return Finding(
          .textAppendixDangling, path: document.file.path, item: document.item.id,
          variant: label == nil ? nil : "labelled",
          arguments: ["label": .text(mention.label ?? "")],
          quotes: Quote.list(document.file.path, mention.quote))
      }
    }
  }

  /// The annexes that may be what a document means: a plan's are none of what is written about its
  /// year when that is over, nor are those a plan's.
  private func carried(
    in files: [IndexedFile], for document: AuditSubject.RequiredDocument, _ subject: AuditSubject
  ) -> [AnnexMention] {
    let strange = Set(
      subject.readDocuments.filter {
        ($0.item.role == .plan) != (document.item.role == .plan) && $0.item.role != .scoreSheet
      }.map(\.file.path))
    return files.filter { !strange.contains($0.path) }
      .flatMap { $0.facts.annexes.filter(\.isHeading) }
  }

  /// The words of the documents that the regime asks for, and whether they are there.
  private static func items(
    in subject: AuditSubject
  ) -> [(id: String, words: WordSet, isPresent: Bool)] {
    let present = Set(subject.ownFiles.compactMap(\.placement.item))
    return subject.profile.items.filter { $0.kind == .document }.map {
      ($0.id, WordSet($0.titleWords), present.contains($0.id))
    }
  }

  /// Whether an annex is called by the name of another item that is there.
  private static func isItem(
    _ mention: AnnexMention, besides own: String,
    _ items: [(id: String, words: WordSet, isPresent: Bool)]
  ) -> Bool {
    let quote = SlugText(mention.quote)
    let named = items.filter { $0.id != own }.compactMap { item in
      item.words.longestMatch(in: quote).map { (words: $0.words, isPresent: item.isPresent) }
    }
    return named.max { $0.words < $1.words }?.isPresent ?? false
  }

  /// A label to compare by: "01", "1" and "I" are one.
  private static func key(_ label: String) -> String {
    digits(SlugText(label).words.last ?? label)
  }

  private static func digits(_ word: String) -> String {
    let plain = word.drop { $0 == "0" }
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if let place = romans.firstIndex(of: String(plain)) { return String(place + 1) }
    return String(plain)
  }
}
