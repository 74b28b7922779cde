/// A file an inspector cannot look into: an archive, an unknown format, a wrong extension.
struct UnsupportedFileRule: Rule {
  let codes: [FindingCode] = [.fileUnsupported]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.ownFiles.lazy.filter { $0.size > 0 }.compactMap { file in
      guard let variant = Self.variant(of: file) else { return nil }
      return Finding(
        .fileUnsupported, path: file.path, item: file.placement.item,
        variant: variant.isEmpty ? nil : variant,
        arguments: [
          "extension": .text(FileName.fileExtension(file.name)),
          "format": .text(file.format.rawValue),
        ])
    }
  }

  /// The variant of the finding, "" for its default, nothing where there is none.
  static func variant(of file: IndexedFile) -> String? {
    let suffix = FileName.fileExtension(file.name)
    switch file.format {
    case .zip, .rar, .gzip, .tar, .sevenZip:
      return officeSuffixes.contains(suffix) ? (file.problem == nil ? "mismatch" : nil) : "archive"
    case .unknown, .ole:
      // A document that is damaged is `file.unreadable` or `item.unreadable`.
      return file.problem == nil || file.problem?.reason == .legacyOLE ? "" : nil
    default:
      return isOfItsFormat(file) && isMismatch(file.format, suffix) ? "mismatch" : nil
    }
  }

  /// Whether nothing is wrong with a file but that its extension promises another format.
  private static func isOfItsFormat(_ file: IndexedFile) -> Bool {
    switch file.problem?.reason {
    case nil, .notZIP, .notOOXML, .notODF: true
    default: false
    }
  }

  private static let officeSuffixes: Set<String> = ["docx", "xlsx", "pptx", "odt", "ods", "odp"]

  /// Whether the program that opens files of an extension will refuse the content.
  private static func isMismatch(_ format: FileFormat, _ suffix: String) -> Bool {
    switch suffix {
    case "docx", "xlsx", "pptx", "odt", "ods", "odp":
      return !format.isOfficeOpenXML && !format.isOpenDocumentPackage
    case "pdf": return format != .pdf
    default: return false
    }
  }
}
