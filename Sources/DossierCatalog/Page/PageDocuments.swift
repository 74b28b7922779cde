import DossierModel

/// The table of documents, which printed is the catalogue with its seven columns.
struct PageDocuments {
  let input: PageInput
  let words: PageWords
  let files: PageFiles
  let templates: Templates

  /// Up to so many files the digests are shown.
  static let wholeDigests = 200

  /// The values of the template.
  var context: [String: Any] {
    let isShort = files.all.count > Self.wholeDigests
    let created = paths(of: .metadataCreatedAfterIssue)
    let modified = paths(of: .metadataModifiedAfterIssue)
    var last: (author: String, creator: String) = ("", "")
    let rows = templates.rows("page-document", of: files.all) { file in
      var row = row(file, isShort: isShort)
      let creator = file.file.metadata.text(.creator) ?? ""
      if isShort {
        // A long catalogue says "the same" for what the row above says, as on paper.
        if !file.row.author.isEmpty, file.row.author == last.author { row["author"] = ditto }
        if !creator.isEmpty, creator == last.creator { row["creator"] = ditto }
      }
      last = (file.row.author, creator)
      let path = Array(file.file.path.utf8)
      let marks = [created.contains(path) ? "mc" : nil, modified.contains(path) ? "mm" : nil]
      let mark = marks.compactMap { $0 }.joined(separator: " ")
      if !mark.isEmpty { row["mark"] = Markup(trusted: mark) }
      return row
    }
    return [
      "rows": rows, "isEmpty": files.all.isEmpty,
      "isShort": isShort,
    ]
  }

  private let ditto = Markup(text: "″")

  /// The paths of which a finding was made.
  private func paths(of code: FindingCode) -> Set<[UInt8]> {
    Set(input.report.findings.filter { $0.code == code }.compactMap(\.path).map { Array($0.utf8) })
  }

  private func row(_ file: PageFile, isShort: Bool) -> [String: Any] {
    let row = file.row
    let metadata = file.file.metadata
    var values: [String: Any] = [
      "number": Markup(row.number), "notation": Markup(text: row.notation),
      "subject": file.linked(row.subject), "author": Markup(text: row.author),
      "note": note(row),
    ]
    values["date"] = row.date.map { words.date($0) }
    values["creator"] = metadata.text(.creator).map { Markup(text: $0) }
    let editor = metadata.text(.lastModifiedBy)
    values["editor"] = editor.map { Markup(text: $0 == metadata.text(.creator) ? "″" : $0) }
    values["created"] = file.day(.created).map { words.date($0) }
    values["modified"] = file.day(.modified).map { words.date($0) }
    values["pages"] = row.pages.map { Markup($0) }
    if !isShort { values["digest"] = Markup(text: file.file.sha256 ?? "–") }
    return values
  }

  /// The name of an item's kind in a word or two, since the subject says the rest.
  private func shortTitle(of item: DossierItem) -> LocalizedText {
    let key = "page.role.\(item.role.rawValue)"
    guard words.catalog.has(key) else { return item.title }
    return LocalizedText(
      vietnamese: words.catalog.text(key, .vietnamese), english: words.catalog.text(key, .english))
  }

  private func note(_ row: Catalogue.Row) -> Markup {
    if !row.places.isEmpty { return Markup(text: row.places.joined(separator: ", ")) }
    guard let id = row.file.placement.item, let item = input.profile.item(id) else {
      return Markup(text: "–")
    }
    return words.both(shortTitle(of: item))
  }
}
