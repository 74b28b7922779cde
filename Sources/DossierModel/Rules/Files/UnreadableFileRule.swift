/// A file that could not be read: by the system, or because it is damaged.
///
/// Required documents are `item.unreadable`, locked ones `document.encrypted`.
struct UnreadableFileRule: Rule {
  let codes: [FindingCode] = [.fileUnreadable]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.lazy.filter { $0.mayHoldBytes }.compactMap { file in
      guard let reason = reason(file), !file.isEncrypted else { return nil }
      if reason == .io {
        return Finding(
          .fileUnreadable, path: file.path, variant: "io",
          arguments: ["reason": .text(reason.rawValue)])
      }
      guard !isItem(file, subject) else { return nil }
      return Finding(
        .fileUnreadable, path: file.path, criterion: file.placement.criteria.first,
        arguments: ["reason": .text(reason.rawValue)])
    }
  }

  private func reason(_ file: IndexedFile) -> UnreadableReason? {
    if file.problem?.reason == .io || file.textProblem?.reason == .io { return .io }
    guard !file.hasText, let reason = file.problem?.reason ?? brokenText(file) else { return nil }
    switch reason {
    case .legacyOLE, .tooLarge, .emptyFile: return nil
    case .notOOXML, .notODF, .notZIP:
      return UnsupportedFileRule.variant(of: file) == nil ? reason : nil
    default: return reason
    }
  }

  /// What is wrong with the part of a package that holds its text, so that no program opens it.
  private func brokenText(_ file: IndexedFile) -> UnreadableReason? {
    guard file.format.isOfficeOpenXML || file.format.isOpenDocumentPackage else { return nil }
    switch file.textProblem?.reason {
    case .malformedXML, .corruptEntry, .corruptZIP, .truncated: return file.textProblem?.reason
    default: return nil
    }
  }

  private func isItem(_ file: IndexedFile, _ subject: AuditSubject) -> Bool {
    guard let id = file.placement.item, let item = subject.profile.item(id),
      item.kind == .document, !file.placement.isAlternative
    else { return false }
    return ItemStates.status(of: item, in: subject) == .unreadable
  }
}
