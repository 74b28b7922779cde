import DossierModel

/// The table of documents, which printed is the catalogue with its seven columns.
struct PageDocuments {
  let input: PageInput
  let words: PageWords
  let files: PageFiles
  let templates: Templates

  /// Up to so many files the digests are shown.
  static let wholeDigests = 200

  /// What the template of a row uses, in the order of `row`'s values.
  private static let fields = [
    "number", "mark", "notation", "date", "subject", "author", "creator", "editor", "created",
    "modified", "pages", "note", "digest",
  ]

  /// The values of the template.
  var context: [String: Any] {
    let isShort = files.all.count > Self.wholeDigests
    let created = paths(of: .metadataCreatedAfterIssue)
    let modified = paths(of: .metadataModifiedAfterIssue)
    var last: (author: String, creator: String?) = ("", nil)
    let rows = templates.rows("page-document", fields: Self.fields, of: files.all) { file in
      let author = file.row.author
      let creator = file.file.metadata.text(.creator)
      // A long catalogue says "the same" for what the row above says, as on paper.
      let repeatsAuthor = isShort && !author.isEmpty && author == last.author
      let repeatsCreator = isShort && creator?.isEmpty == false && creator == last.creator
      last = (author, creator)
      var marks: [String] = []
      if !(created.isEmpty && modified.isEmpty) {
        let path = Array(file.file.path.utf8)
        if created.contains(path) { marks.append("mc") }
        if modified.contains(path) { marks.append("mm") }
      }
      return row(
        file, marks: marks, author: repeatsAuthor ? ditto : Markup(text: author),
        creator: repeatsCreator ? ditto : creator.map { Markup(text: $0) },
        digest: isShort ? nil : Markup(text: file.file.sha256 ?? "–"))
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

  private func row(
    _ file: PageFile, marks: [String], author: Markup, creator: Markup?, digest: Markup?
  ) -> [Markup?] {
    let row = file.row
    let metadata = file.file.metadata
    let editor = metadata.text(.lastModifiedBy)
    return [
      Markup(row.number), marks.isEmpty ? nil : Markup(trusted: marks.joined(separator: " ")),
      Markup(text: row.notation), row.date.map { words.date($0) }, file.linked(row.subject), author,
      creator, editor.map { Markup(text: $0 == metadata.text(.creator) ? "″" : $0) },
      file.day(.created).map { words.date($0) }, file.day(.modified).map { words.date($0) },
      row.pages.map { Markup($0) }, note(row), digest,
    ]
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
