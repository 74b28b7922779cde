/// How the required things stand.
enum ItemStates {
  /// The state of one item.
  static func status(
    of item: DossierItem, in subject: AuditSubject
  ) -> CheckReport.ItemState.Status {
    if item.kind == .evidence { return hasEvidence(subject) ? .present : .missing }
    let files = subject.index.files(of: item.id)
    if files.isEmpty { return subject.index.ambiguous[item.id] == nil ? .missing : .ambiguous }
    return files.allSatisfy { problem(of: $0) != nil } ? .unreadable : .present
  }

  /// The files of one item.
  static func files(of item: DossierItem, in subject: AuditSubject) -> [String] {
    if item.kind == .evidence {
      let evidence = subject.profile.evidenceItem?.id
      return subject.ownFiles.lazy.filter { isEvidence($0, evidence) }.map(\.path)
    }
    let files = subject.index.files(of: item.id).map(\.path)
    return files.isEmpty ? subject.index.ambiguous[item.id] ?? [] : files
  }

  /// Whether there is any evidence.
  static func hasEvidence(_ subject: AuditSubject) -> Bool {
    let item = subject.profile.evidenceItem?.id
    return subject.ownFiles.contains { isEvidence($0, item) }
  }

  private static func isEvidence(_ file: IndexedFile, _ item: String?) -> Bool {
    file.mayHoldBytes
      && (!file.placement.criteria.isEmpty || (item != nil && file.placement.item == item))
  }

  /// Why a person cannot read a document, or nothing where one can.
  ///
  /// Metadata that is damaged leaves a document readable; a scan is readable by eye.
  static func problem(of file: IndexedFile) -> String? {
    if let problem = file.problem, !file.hasText {
      switch problem.reason {
      case .legacyOLE: return nil
      case .tooLarge where file.textProblem == nil: return nil
      default: return problem.reason.rawValue
      }
    }
    guard !file.hasText else { return nil }
    if let problem = file.textProblem, problem.reason != .legacyOLE, problem.reason != .tooLarge {
      return problem.reason.rawValue
    }
    return isBlank(file) ? "empty" : nil
  }

  /// Whether a text document was read to the end and has no word, and no page of a scan either.
  static func isBlank(_ file: IndexedFile) -> Bool {
    guard !file.hasText, file.problem == nil, file.textProblem == nil,
      !file.metadata.flags.contains(.noText), !file.metadata.flags.contains(.embeddedObjects)
    else { return false }
    switch file.format {
    case .docx, .docm, .odt, .xlsx, .xlsm, .ods, .flatODT, .flatODS, .text: return true
    default: return false
    }
  }
}
