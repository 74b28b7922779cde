/// A row's template, rendered once for each set of values that rows have.
///
/// What a template makes of a row depends on which values are there, and only passes the values
/// through: so it is rendered with marks in their stead, and the marks are filled for every row. A
/// table of ten thousand rows has a handful of such sets.
struct RowForm {
  private enum Piece {
    case text(String)
    case field(Int)
  }

  private let fields: [String]
  private let render: ([String: Any]) -> String
  /// The pieces of a row, by the bits of the fields that are there.
  private var forms: [UInt64: [Piece]] = [:]

  /// Begins with no form.
  ///
  /// - Parameters:
  ///   - fields: the names that the template uses, at most 64.
  ///   - render: renders it.
  init(fields: [String], render: @escaping ([String: Any]) -> String) {
    self.fields = fields
    self.render = render
  }

  /// Appends a row.
  ///
  /// - Parameter values: what the row has, in the order of the fields.
  mutating func append(_ values: [Markup?], to html: inout String) {
    var present: UInt64 = 0
    for (index, value) in values.enumerated() where value != nil { present |= 1 << UInt64(index) }
    for piece in form(of: present) {
      switch piece {
      case .text(let text): html += text
      case .field(let index): html += values[index]?.html ?? ""
      }
    }
  }

  private mutating func form(of present: UInt64) -> [Piece] {
    if let form = forms[present] { return form }
    var context: [String: Any] = [:]
    for (index, name) in fields.enumerated() where present & 1 << UInt64(index) != 0 {
      // Neither a template nor a number of a field holds this character.
      context[name] = Markup(trusted: "\u{0}\(index)\u{0}")
    }
    let parts = render(context).split(separator: "\u{0}", omittingEmptySubsequences: false)
    let form = parts.enumerated().compactMap { position, part in
      position.isMultiple(of: 2)
        ? (part.isEmpty ? nil : Piece.text(String(part))) : Int(part).map(Piece.field)
    }
    forms[present] = form
    return form
  }
}
