/// A row of a list of evidence codes: one code and what it is given to.
public struct ListedEvidence: Sendable, Hashable {
  /// The code as the regime writes it.
  public var code: String
  /// The name of the evidence.
  public var name: String

  /// Makes a row.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// Reads the rows of lists of evidence codes: a cell of one code, the name in the cell behind it.
struct EvidenceListReader {
  /// So many letters and digits beside its code the cell of a code may hold.
  private static let mostBeside = 4

  let codes: EvidenceCodeReader

  /// The rows of all tables that have such cells.
  func rows(in lines: [Line]) -> [ListedEvidence] {
    var found: [ListedEvidence] = []
    var last: (place: Line.Place, column: Int, code: String)?
    for line in lines {
      guard line.place.isInTable, let column = line.place.column, !line.text.isBlank else {
        last = nil
        continue
      }
      let row = line.place.rowPlace
      if let code = loneCode(line) {
        last = (row, column, code)
      } else if let coded = last, coded.place == row, column > coded.column {
        if line.isWord(line.firstWord) {
          found.append(ListedEvidence(code: coded.code, name: line.text.quote))
        }
        last = nil
      }
    }
    return found
  }

  private func loneCode(_ line: Line) -> String? {
    let text = line.text.plainDashes
    let found = codes.codes(in: text)
    guard found.count == 1, let code = found.first?.code else { return nil }
    let beside =
      text.count { $0.isLetter || $0.isNumber } - code.count { $0.isLetter || $0.isNumber }
    return beside <= Self.mostBeside ? code : nil
  }
}
