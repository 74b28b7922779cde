/// A required document that must carry a number and notation carries none.
struct MissingNotationRule: Rule {
  let codes: [FindingCode] = [.notationMissing]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.readDocuments.compactMap { document in
      let file = document.file
      let notation = file.facts.header.notation
      guard notation?.number == nil else { return nil }
      // The signed scan beside the working version bears the number.
      guard subject.index.files(of: document.item.id).allSatisfy({ $0.hasText }) else { return nil }
      let isBlank = notation != nil || file.facts.header.hasNotationLine
      // A blank left for a number wants one, whatever the regime asks for.
      guard document.item.needsNotation || isBlank && document.item.needsDate else { return nil }
      return Finding(
        .notationMissing, path: file.path, item: document.item.id,
        variant: isBlank ? "blank" : nil, arguments: ["item": .localized(document.item.title)],
        quotes: Quote.list(file.path, notation?.written))
    }
  }
}
