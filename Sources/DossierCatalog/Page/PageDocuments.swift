import DossierModel

/// The table of documents, which printed is the catalogue with its seven columns.
struct PageDocuments {
  let input: PageInput
  let words: PageWords
  let files: PageFiles

  /// Up to so many files the digests are given whole.
  static let wholeDigests = 200

  /// The values of the template.
  var context: [String: Any] {
    let isShort = files.all.count > Self.wholeDigests
    return [
      "rows": files.all.map { row($0, isShort: isShort) }, "isEmpty": files.all.isEmpty,
      "isShort": isShort,
    ]
  }

  /// The paths whose metadata and face disagree.
  private var marked: Set<[UInt8]> {
    let codes: Set<FindingCode> = [.metadataCreatedAfterIssue, .metadataModifiedAfterIssue]
    return Set(
      input.report.findings.filter { codes.contains($0.code) }.compactMap(\.path).map {
        Array($0.utf8)
      })
  }

  private func row(_ file: PageFile, isShort: Bool) -> [String: Any] {
    let row = file.row
    let metadata = file.file.metadata
    var values: [String: Any] = [
      "number": Markup(row.number), "notation": Markup(text: row.notation),
      "subject": file.linked(row.subject), "author": Markup(text: row.author),
      "note": note(row), "isMarked": marked.contains(Array(file.file.path.utf8)),
    ]
    values["date"] = row.date.map { words.date($0) }
    values["creator"] = metadata.text(.creator).map { Markup(text: $0) }
    values["editor"] = metadata.text(.lastModifiedBy).map { Markup(text: $0) }
    values["created"] = file.day(.created).map { words.date($0) }
    values["modified"] = file.day(.modified).map { words.date($0) }
    values["pages"] = row.pages.map { Markup($0) }
    values["digest"] = file.file.sha256.map {
      Markup(text: isShort ? String($0.prefix(16)) + "…" : $0)
    }
    return values
  }

  private func note(_ row: Catalogue.Row) -> Markup {
    if !row.places.isEmpty { return Markup(text: row.places.joined(separator: ", ")) }
    guard let id = row.file.placement.item, let item = input.profile.item(id) else {
      return Markup(text: "–")
    }
    return Markup(text: item.folder)
  }
}
