extension AuditSubject {
  /// A required document and the item it stands for.
  struct RequiredDocument: Sendable {
    let item: DossierItem
    let file: IndexedFile
  }

  /// The file that speaks for an item.
  func document(of item: DossierItem) -> IndexedFile? { index.document(of: item) }

  /// The file that speaks for the first item of a role.
  func document(as role: DossierItem.Role) -> IndexedFile? {
    profile.items.first { $0.role == role }.flatMap { document(of: $0) }
  }

  /// The document of every document item that has one, in the profile's order; each of those that
  /// may be several.
  var requiredDocuments: [RequiredDocument] {
    profile.items.filter { $0.kind == .document }.flatMap { item -> [RequiredDocument] in
      let files =
        item.mayBeSeveral ? index.files(of: item.id) : document(of: item).map { [$0] } ?? []
      return files.map { RequiredDocument(item: item, file: $0) }
    }
  }

  /// The required documents whose text was read.
  var readDocuments: [RequiredDocument] { requiredDocuments.filter { $0.file.hasText } }

  /// Names of units, compared.
  var unitNames: UnitNames { UnitNames(lexicon: lexicon) }

  /// Whether a document was issued by the dossier's own unit, as far as its header tells.
  func isOwn(_ file: IndexedFile, _ names: UnitNames) -> Bool {
    guard let body = file.facts.header.issuingBody, let unit = index.unit else { return false }
    return names.mayBeSame(body, unit, superior: file.facts.header.superiorBody)
  }
}

extension DossierIndex {
  /// The file that speaks for an item: of several versions the one with most text.
  func document(of item: DossierItem) -> IndexedFile? {
    let files = files(of: item.id)
    let readable = files.filter(\.hasText)
    return readable.max { $0.facts.wordCount < $1.facts.wordCount } ?? files.first
  }
}

extension IndexedFile {
  /// Whether there are bytes in it, or the system let nobody see whether there are: the folder that
  /// may not be opened is a row as well.
  var mayHoldBytes: Bool { size > 0 || problem?.reason == .io }

  /// Whether it is ignored by declaration, or a temporary file.
  var isSetAside: Bool {
    switch placement.reason {
    case .ignored, .temporary: true
    default: false
    }
  }

  /// The date the document bears: of the header, else of the meeting it records.
  var faceDate: Stated<CalendarDate>? { facts.header.date ?? facts.minutes?.date }

  /// Whether it is locked by a password.
  var isEncrypted: Bool {
    switch problem?.reason ?? textProblem?.reason {
    case .encryptedOLE, .encryptedODF, .encryptedPDF: true
    default: false
    }
  }

  /// The words above its text, as a quote.
  var titleQuote: Quote? {
    let title = ItemScorer.title(of: self)
    return title.isEmpty ? nil : Quote(path: path, text: title)
  }
}

extension Quote {
  /// A quote, or nothing where the words are blank.
  static func list(_ path: String, _ words: String?...) -> [Quote] {
    words.compactMap { $0 }.filter { !$0.isEmpty }.map { Quote(path: path, text: $0) }
  }
}
