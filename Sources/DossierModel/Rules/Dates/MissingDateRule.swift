/// A required document that must carry a date carries none.
struct MissingDateRule: Rule {
  let codes: [FindingCode] = [.dateMissing]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.readDocuments.compactMap { document in
      let file = document.file
      guard document.item.needsDate, file.faceDate == nil else { return nil }
      // The signed scan beside the working version bears the date.
      guard subject.index.files(of: document.item.id).allSatisfy({ $0.hasText }) else { return nil }
      let (variant, quote) = Self.fault(file.facts.header)
      return Finding(
        .dateMissing, path: file.path, item: document.item.id, variant: variant,
        arguments: ["item": .localized(document.item.title)], quotes: Quote.list(file.path, quote))
    }
  }

  /// What stands where the date belongs.
  private static func fault(_ header: DocumentHeader) -> (variant: String?, quote: String?) {
    if let quote = header.incompleteDate {
      return (header.isUnrealDate ? "unreal" : "blank", quote)
    }
    return (header.informalDate == nil ? nil : "form", header.informalDate)
  }
}
