import DossierModel

/// The matrix of criteria and evidence, and the evidence list with its five columns.
struct PageEvidence {
  let input: PageInput
  let words: PageWords
  let files: PageFiles
  let templates: Templates
  /// The files of every criterion, by its code.
  private let held: [String: [PageFile]]

  /// From so many files on the list links to the table of documents, to keep the page small.
  static let manyFiles = 250

  /// What the template of a row of the list uses, in the order of `row`'s values.
  private static let fields = ["number", "evidenceCode", "name", "format", "fileName", "note"]

  init(input: PageInput, words: PageWords, files: PageFiles, templates: Templates) {
    self.input = input
    self.words = words
    self.files = files
    self.templates = templates
    var held: [String: [PageFile]] = [:]
    for file in files.all {
      for code in file.row.places { held[code, default: []].append(file) }
    }
    self.held = held
  }

  /// The values of the template.
  var context: [String: Any] {
    let list = list
    return ["matrix": matrix, "list": list, "hasList": !list.isEmpty]
  }

  /// The codes of the matrix: the profile's, then those only the files name.
  private var codes: [String] {
    let known = input.profile.allCriteria.map(\.code)
    let seen = Set(known)
    let further = Set(input.index.files.flatMap(\.placement.criteria)).subtracting(seen)
    return known + further.sorted()
  }

  private var matrix: [[String: Any]] {
    let states = Dictionary(
      input.report.criteria.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return codes.map { code in
      let criterion = input.profile.criterion(code)
      let held = held[code] ?? []
      var row: [String: Any] = [
        "code": Markup(text: code), "title": words.title(ofCriterion: code),
        "isGroup": criterion.map { !$0.isLeaf } ?? false, "chips": chips(held),
      ]
      if held.count > (files.all.count > Self.manyFiles ? 10 : 200) {
        row["more"] = Markup(held.count)
      }
      if let maximum = criterion?.maximum {
        let group = input.report.score.groups.first { $0.code == code }
        let claimed = states[code]?.claimed ?? group?.claimed ?? group?.computed
        let shown = claimed.map { words.points($0).html } ?? "–"
        row["points"] = Markup(trusted: "\(shown)/\(words.points(maximum).html)")
      }
      if let state = states[code] {
        row["status"] = words.both("page.status.\(state.status.rawValue)")
        row["class"] = Markup(trusted: state.status.rawValue)
      }
      return row
    }
  }

  /// Numbers that lead to the rows of the list, by the kind of file.
  private func chips(_ held: [PageFile]) -> [[String: Any]] {
    held.prefix(files.all.count > Self.manyFiles ? 10 : 200).map {
      ["number": Markup($0.row.number), "kind": Markup(trusted: Self.kind(of: $0.file))]
    }
  }

  /// "d" for a document with text, "s" for a scan or picture, "x" for what cannot be opened.
  private static func kind(of file: IndexedFile) -> String {
    if file.size == 0 || file.problem != nil { return "x" }
    return file.hasText ? "d" : "s"
  }

  private var list: [[String: Any]] {
    var number = 0
    let isLong = files.all.count > Self.manyFiles
    let formats = Dictionary(
      Set(files.all.map(\.file.format)).map { ($0, shown($0)) },
      uniquingKeysWith: { first, _ in first })
    return codes.compactMap { code in
      guard let held = held[code] else { return nil }
      let rows = templates.rows("page-list-row", fields: Self.fields, of: held) { file in
        number += 1
        return row(file, number, formats, isLong: isLong)
      }
      return [
        "code": Markup(text: code), "title": words.title(ofCriterion: code), "rows": rows,
        "anchor": Markup(text: code),
      ]
    }
  }

  private func row(
    _ file: PageFile, _ number: Int, _ formats: [FileFormat: Markup], isLong: Bool
  ) -> [Markup?] {
    let codes = file.file.facts.evidenceCodes.isEmpty ? ownCode(file.file) : nil
    let name = Markup(text: file.row.subject).html
    let link =
      isLong ? "<a href=#f\(file.row.number)>\(name)</a>" : file.linked(file.row.subject).html
    let places = file.row.places
    return [
      Markup(number), codes, Markup(trusted: link),
      formats[file.file.format],
      isLong ? nil : Markup(text: file.file.path),
      // A long list leaves the empty cell away, to keep the page small.
      places.count > 1 || !isLong
        ? Markup(text: places.count > 1 ? places.joined(separator: ", ") : "") : nil,
    ]
  }

  private func shown(_ format: FileFormat) -> Markup {
    switch format {
    case .empty, .unknown: words.both("format.\(format.rawValue)")
    default: Markup(text: format.rawValue.uppercased())
    }
  }

  private func ownCode(_ file: IndexedFile) -> Markup? {
    if case .evidenceCode(let code) = file.placement.reason { Markup(text: code) } else { nil }
  }
}
