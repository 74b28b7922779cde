import DossierModel

extension OfficeOpenXMLReader {
  /// Reads settings, links and text by the kind of the package.
  mutating func readContent(_ depth: DocumentReader.Depth) {
    addExternalLinks()
    guard let main = mainPart() else {
      reading.textProblem = ReadProblem(.notOOXML, detail: "no main part")
      return
    }
    reading.metadata.via["main"] = main.via
    switch reading.format {
    case .docx, .docm, .dotx, .dotm:
      DocxReader.read(package, main: main.part, depth: depth, into: &reading)
    case .xlsx, .xlsm, .xltx: XlsxReader.read(package, main: main.part, into: &reading)
    case .pptx, .pptm, .potx: PptxReader.read(package, main: main.part, into: &reading)
    default: break
    }
  }
}
