import DossierModel

/// A row of the catalogue with what the page says of the file.
struct PageFile {
  let row: Catalogue.Row
  /// The link to the file.
  let reference: String?

  var file: IndexedFile { row.file }

  /// The file's name as a link, else as text.
  func linked(_ text: String) -> Markup {
    let shown = Markup(text: text).html
    guard let reference else { return Markup(trusted: shown) }
    return Markup(trusted: "<a href=\"\(Markup.escaped(reference))\">\(shown)</a>")
  }

  /// The day of a metadata date as the file has it.
  func day(_ field: MetadataField) -> CalendarDate? {
    file.metadata.date(field)?.normalized.flatMap { CalendarDate(iso: String($0.prefix(10))) }
  }
}

/// The files of a page by their paths.
struct PageFiles {
  let all: [PageFile]
  private let numbers: [[UInt8]: Int]

  /// Numbers the files of a catalogue.
  ///
  /// - Parameter places: where the files stand relative to the page, by their paths.
  init(_ catalogue: Catalogue, places: ArchivePaths) {
    all = catalogue.rows.map { row in
      PageFile(row: row, reference: places[row.file.path].map { Link.reference(to: $0) })
    }
    // Paths are compared by their bytes: `String` takes NFC and NFD for one name.
    numbers = Dictionary(
      all.enumerated().map { (Array($1.file.path.utf8), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The file at a path.
  subscript(path: String) -> PageFile? { numbers[Array(path.utf8)].map { all[$0] } }

  /// A path as a link to the file, else as text.
  func linked(_ path: String) -> Markup { self[path]?.linked(path) ?? Markup(text: path) }
}
