import DossierModel

extension OfficeOpenXMLReader {
  /// Reads settings, links and text by the kind of the package.
  mutating func readContent() {
    reading.textProblem = ReadProblem(.notOOXML, detail: "no main part")
  }
}
