/// A row of a list of evidence codes: one code and what it is given to.
public struct ListedEvidence: Sendable, Hashable {
  /// The code as the regime writes it.
  public var code: String
  /// The name of the evidence.
  public var name: String
  /// Whether the row gives an address on the net where it is kept.
  public var isOnline: Bool

  /// Makes a row.
  public init(code: String, name: String, isOnline: Bool = false) {
    self.code = code
    self.name = name
    self.isOnline = isOnline
  }
}

/// Reads the rows of lists of evidence codes: a cell of one code, and a cell of its name, which is
/// the one below "Tên minh chứng", else the one behind the code.
struct EvidenceListReader {
  /// So many letters and digits beside its code the cell of a code may hold.
  private static let mostBeside = 4

  private let terms: Terms
  private let codes: CitedCodeReader

  init(_ terms: Terms, _ codes: CitedCodeReader) {
    self.terms = terms
    self.codes = codes
  }

  /// The rows of all tables that have such cells.
  ///
  /// - Parameter texts: what of each line to search for codes.
  func rows(in lines: [Line], texts: [String]) -> [ListedEvidence] {
    var found: [ListedEvidence] = []
    var head: (block: Int, column: Int)?
    var start = 0
    while start < lines.count {
      let place = lines[start].place
      var end = start + 1
      while end < lines.count, lines[end].place.rowPlace == place.rowPlace { end += 1 }
      defer { start = end }
      guard place.isInTable else { continue }
      let row = start..<end
      if let column = nameColumn(row.map { lines[$0] }) {
        head = (place.block, column)
      } else if let coded = row.first(where: { code(lines[$0], texts[$0]) != nil }),
        let code = code(lines[coded], texts[coded]),
        let name = name(
          row, in: lines, coded: coded, below: head?.block == place.block ? head?.column : nil)
      {
        found.append(
          ListedEvidence(
            code: code, name: name.text.quote, isOnline: row.contains { isAddress(lines[$0]) }))
      }
    }
    return found
  }

  /// Whether a cell holds an address on the net: "https://…".
  private func isAddress(_ line: Line) -> Bool {
    line.tokens.indices.contains { position in
      line.isSign(position, ":") && line.isSign(position + 1, "/") && line.isSign(position + 2, "/")
    }
  }

  /// The column of the names, where a row is the head of a list.
  private func nameColumn(_ row: [Line]) -> Int? {
    row.first { $0.begins(with: terms[.columnEvidenceName]) != nil }?.place.column
  }

  private func name(_ row: Range<Int>, in lines: [Line], coded: Int, below column: Int?) -> Line? {
    let named =
      row.first { index in
        column.map { lines[index].place.column == $0 && lines[coded].place.column != $0 } ?? false
      }
      ?? row.first { index in
        lines[index].place != lines[coded].place && index > coded && !lines[index].text.isBlank
      }
    return named.map { lines[$0] }.flatMap { $0.isWord($0.firstWord) ? $0 : nil }
  }

  private func code(_ line: Line, _ text: String) -> String? {
    guard line.place.column != nil, !text.isEmpty else { return nil }
    let found = codes.codes(in: text)
    guard found.count == 1, let code = found.first?.code else { return nil }
    let beside =
      text.count { $0.isLetter || $0.isNumber } - code.count { $0.isLetter || $0.isNumber }
    return beside <= Self.mostBeside ? code : nil
  }
}
