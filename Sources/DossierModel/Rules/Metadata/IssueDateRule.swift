/// A document that was created, or last changed, after the date it bears.
///
/// A day of slack stands for time zones. Scans, PDF files and documents that a program converted
/// without anyone editing them say nothing about when they were written.
struct IssueDateRule: Rule {
  let codes: [FindingCode] = [.metadataCreatedAfterIssue, .metadataModifiedAfterIssue]
  private static let slack = 1

  func findings(in subject: AuditSubject) -> [Finding] {
    let converters = subject.lexicon["files-converters"].map { $0.lowercased() }
    return subject.ownFiles.flatMap { file -> [Finding] in
      guard let face = file.facts.header.date, Self.isAuthored(file, converters: converters) else {
        return []
      }
      let created = Self.day(file.metadata.date(.created))
      let modified = Self.day(file.metadata.date(.modified))
      let day = face.value.dayNumber
      // What was made after its date was changed after it too: that is said once.
      if let created, created - day > Self.slack {
        return [finding(.metadataCreatedAfterIssue, file, face, "created", .created, created - day)]
      }
      guard let modified, modified - day > Self.slack else { return [] }
      return [
        finding(.metadataModifiedAfterIssue, file, face, "modified", .modified, modified - day)
      ]
    }
  }

  private func finding(
    _ code: FindingCode, _ file: IndexedFile, _ face: Stated<CalendarDate>, _ name: String,
    _ field: MetadataField, _ days: Int
  ) -> Finding {
    var arguments: [String: FindingArgument] = [
      "date": .date(face.value), "days": .count(days),
    ]
    if let date = CalendarDate.fromDayNumber(face.value.dayNumber + days) {
      arguments[name] = .date(date)
    }
    return Finding(
      code, path: file.path, item: file.placement.item, criterion: file.placement.criteria.first,
      arguments: arguments,
      quotes: Quote.list(file.path, face.quote, file.metadata.date(field)?.raw))
  }

  /// The day of a metadata date, by its own clock.
  private static func day(_ date: MetadataDate?) -> Int? {
    guard let seconds = date?.seconds else { return nil }
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// Whether the metadata tell of someone writing: an editable format, not a mere conversion.
  private static func isAuthored(_ file: IndexedFile, converters: [String]) -> Bool {
    switch file.format {
    case .docx, .docm, .odt, .xlsx, .xlsm, .ods, .flatODT, .flatODS, .doc, .xls, .rtf, .pptx, .odp:
      break
    default: return false
    }
    return !isConversion(file.metadata, converters: converters)
  }

  /// Whether a program wrote the file out in one go: its name is a converter's, no editing time, no
  /// second revision, and its dates are one moment.
  private static func isConversion(_ metadata: DocumentMetadata, converters: [String]) -> Bool {
    guard let application = metadata.text(.application)?.lowercased(),
      converters.contains(where: { application.hasPrefix($0) })
    else { return false }
    let isUnedited =
      (metadata.number(.totalTime) ?? 0) == 0 && (metadata.number(.totalTimeSeconds) ?? 0) < 60
      && (metadata.number(.revision) ?? 0) <= 2
    guard isUnedited else { return false }
    guard let created = metadata.date(.created)?.seconds,
      let modified = metadata.date(.modified)?.seconds
    else { return true }
    return abs(modified - created) < 120
  }
}
