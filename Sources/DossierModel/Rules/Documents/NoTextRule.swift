/// A document whose text cannot be read by a program: a scan, or a format not read here.
struct NoTextRule: Rule {
  let codes: [FindingCode] = [.documentNoText]

  func findings(in subject: AuditSubject) -> [Finding] {
    let items = Set(subject.profile.items.filter { $0.kind == .document }.map(\.id))
    return subject.ownFiles.compactMap { file in
      guard file.size > 0, !file.hasText, !file.isEncrypted,
        let variant = variant(file, isItem: file.placement.item.map(items.contains) ?? false)
      else { return nil }
      return Finding(
        .documentNoText, path: file.path, item: file.placement.item,
        criterion: file.placement.criteria.first, variant: variant.isEmpty ? nil : variant,
        arguments: [
          "format": .text(file.format.rawValue),
          "reason": .text(file.textProblem?.reason.rawValue ?? ""),
        ])
    }
  }

  private func variant(_ file: IndexedFile, isItem: Bool) -> String? {
    if file.metadata.flags.contains(.noText) { return "" }
    if file.problem?.reason == .tooLarge, file.textProblem == nil,
      isItem || mayBeWritten(file.format)
    {
      return "too-large"
    }
    switch file.format {
    case .doc, .xls, .ppt, .rtf, .html, .pptx, .odp:
      return file.textProblem == nil ? "format" : "partial"
    case .pdf:
      if file.problem != nil { return nil }
      return file.textProblem == nil ? "" : "partial"
    case .docx, .docm, .odt, .xlsx, .xlsm, .ods, .flatODT, .flatODS:
      if file.problem != nil { return nil }
      return file.textProblem == nil ? (isItem ? nil : "blank") : "partial"
    default:
      // A photo is evidence as it is; as a required document it is a page nobody can search.
      return file.format.isPicture && isItem ? "picture" : nil
    }
  }

  /// Whether files of a format hold text, as far as their first bytes tell.
  private func mayBeWritten(_ format: FileFormat) -> Bool {
    switch format {
    case .pdf, .zip, .ole, .rtf, .html, .text, .flatODT, .flatODS: true
    default: format.isOfficeOpenXML || format.isOpenDocumentPackage
    }
  }
}
