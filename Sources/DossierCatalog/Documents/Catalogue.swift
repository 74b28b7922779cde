import DossierModel

/// The dossier as an archivist lists it: one row a file, in the order of items and criteria.
struct Catalogue {
  /// A row of “Mục lục văn bản, tài liệu” (Nghị định 30/2020/NĐ-CP, Phụ lục V).
  struct Row {
    /// The number in the list, from 1.
    var number: Int
    /// The file.
    var file: IndexedFile
    /// Number and notation as written; empty where there are none.
    var notation: String
    /// The date of issue.
    var date: CalendarDate?
    /// The type's name and the subject, else the file's name.
    var subject: String
    /// The issuing body; empty where the text names none.
    var author: String
    /// The pages, where they are known.
    var pages: Int?
    /// The items and criteria it stands under.
    var places: [String]
  }

  /// The rows.
  let rows: [Row]

  /// Lists a dossier; what is temporary, ignored, a link or no ordinary file is no part of it.
  init(index: DossierIndex, profile: Profile) {
    let order = Dictionary(
      profile.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let codes = Dictionary(
      profile.allCriteria.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first })
    let kept = index.files.enumerated().filter { Self.isListed($0.element) }
    let sorted = kept.sorted { left, right in
      Self.key(left.element, order, codes, left.offset)
        .lexicographicallyPrecedes(Self.key(right.element, order, codes, right.offset))
    }
    rows = sorted.enumerated().map { Self.row($0 + 1, $1.element) }
  }

  /// Whether a file is a part of the dossier.
  static func isListed(_ file: IndexedFile) -> Bool {
    guard file.kind == .regular else { return false }
    switch file.placement.reason {
    case .temporary, .ignored: return false
    default: return true
    }
  }

  private static func key(
    _ file: IndexedFile, _ order: [String: Int], _ codes: [String: Int], _ offset: Int
  ) -> [Int] {
    let item = file.placement.item.flatMap { order[$0] } ?? Int.max
    let code = file.placement.criteria.first.flatMap { codes[$0] } ?? Int.max
    return [item, code, offset]
  }

  private static func row(_ number: Int, _ file: IndexedFile) -> Row {
    let header = file.facts.header
    let subject = [header.typeName, header.subject].compactMap { $0 }.joined(separator: " ")
    return Row(
      number: number, file: file, notation: header.notation?.written ?? "",
      date: header.date?.value, subject: subject.isEmpty ? file.name : subject,
      author: header.issuingBody ?? "", pages: file.metadata.number(.pages),
      places: file.placement.criteria)
  }
}
