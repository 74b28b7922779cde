/// A document locked by a password: nobody can audit it.
struct EncryptedDocumentRule: Rule {
  let codes: [FindingCode] = [.documentEncrypted]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.filter(\.isEncrypted).map { file in
      Finding(
        .documentEncrypted, path: file.path, item: file.placement.item,
        criterion: file.placement.criteria.first,
        arguments: ["format": .text(file.format.rawValue)])
    }
  }
}

/// What a document carries besides its text: macros, open changes, comments, links outside, two
/// readings of its container.
struct DocumentFlagRule: Rule {
  private static let table: [(flag: DocumentFlag, code: FindingCode, variant: String?)] = [
    (.ambiguousContainer, .documentAmbiguous, nil), (.macros, .documentMacros, nil),
    (.trackedChanges, .documentTrackedChanges, nil), (.comments, .documentComments, nil),
    (.externalLinks, .documentExternalLinks, nil),
    (.templateRemote, .documentExternalLinks, "template"),
  ]

  var codes: [FindingCode] { Self.table.map(\.code) }

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.flatMap { file in
      Self.table.filter { file.metadata.flags.contains($0.flag) }.map { row in
        Finding(
          row.code, path: file.path, item: file.placement.item,
          criterion: file.placement.criteria.first, variant: row.variant,
          arguments: row.flag == .ambiguousContainer
            ? ["detail": .text(file.metadata.details["ambiguities"]?.first ?? "")] : [:])
      }
    }
  }
}

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
    switch file.format {
    case .doc, .xls, .ppt, .rtf, .html, .pptx, .odp:
      return file.textProblem == nil ? "format" : "partial"
    case .pdf:
      if file.problem != nil { return nil }
      return file.textProblem == nil ? "" : "partial"
    case .docx, .docm, .odt, .xlsx, .xlsm, .ods, .flatODT, .flatODS:
      if file.problem != nil { return nil }
      return file.textProblem == nil ? (isItem ? nil : "") : "partial"
    default:
      // A photo is evidence as it is; as a required document it is a page nobody can search.
      return file.format.isPicture && isItem ? "" : nil
    }
  }
}

/// Text in an 8-bit encoding of old.
struct LegacyEncodingRule: Rule {
  let codes: [FindingCode] = [.documentLegacyEncoding]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.compactMap { file in
      let sample = file.facts.encoding.legacySample
      guard sample != nil || file.metadata.flags.contains(.legacyEncoding) else { return nil }
      return Finding(
        .documentLegacyEncoding, path: file.path, item: file.placement.item,
        arguments: ["sample": .text(sample ?? "")], quotes: Quote.list(file.path, sample))
    }
  }
}
