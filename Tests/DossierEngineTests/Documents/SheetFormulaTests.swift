import DossierEngine
import DossierModel
import Testing

/// Formulas of a workbook that a program wrote without their values.
@Suite struct SheetFormulaTests {
  /// The texts by cell of a sheet with some rows of cells.
  private func texts(_ cells: String) -> [String: String] {
    let package = ForgedPackage.workbook([("A", "", cells)])
    var found: [String: String] = [:]
    for case .table(let table) in package.read("a.xlsx").blocks {
      for cell in table.cells { found["\(cell.row),\(cell.column)"] = cell.text }
    }
    return found
  }

  private static let column =
    "<c r='A1'><v>9.5</v></c><c r='A2'><v>10</v></c><c r='A3' t='inlineStr'><is><t>x</t></is></c>"
    + "<c r='B1' t='inlineStr'><is><t>10</t></is></c>"

  @Test(arguments: [
    ("SUM(A1:A3)", "19.5"), ("A1+A2", "19.5"), ("SUM(A1,A2)", "19.5"), ("=SUM($A$1:$A$2)", "19.5"),
    ("(A1+A2)*2-1", "38"), ("A2/4", "2.5"), ("SUM(A1:A9)", "19.5"), ("0.1+0.2", "0.3"),
  ])
  func aFormulaWithoutAValueIsWorkedOut(formula: String, value: String) {
    #expect(texts(Self.column + "<c r='C1'><f>\(formula)</f><v/></c>")["0,2"] == value)
  }

  @Test(arguments: [
    "SUM(A1:B1)", "SUM(A1:A2)+SUM(A5:A9)", "AVERAGE(A1:A2)", "C1+1", "Cũ!A1", "A1/0", "SUM(A1:A2",
    "SUM(A1:ZZ99999)",
    "IF(A1,1,2)", "A1&amp;A2",
  ])
  func whatCannotBeKnownStaysEmpty(formula: String) {
    #expect(texts(Self.column + "<c r='C1'><f>\(formula)</f></c>")["0,2"] == nil)
  }

  @Test func formulasRestOnFormulasAndNotOnThemselves() {
    let found = texts(
      Self.column + "<c r='C1'><f>C2+1</f></c><c r='C2'><f>SUM(A1:A2)</f></c>"
        + "<c r='C3'><f>C4</f></c><c r='C4'><f>C3</f></c>")
    #expect(found["0,2"] == "20.5")
    #expect(found["1,2"] == "19.5")
    #expect(found["2,2"] == nil)
  }

  @Test func aKeptValueIsBelieved() {
    #expect(texts(Self.column + "<c r='C1'><f>SUM(A1:A2)</f><v>12</v></c>")["0,2"] == "12")
  }
}
