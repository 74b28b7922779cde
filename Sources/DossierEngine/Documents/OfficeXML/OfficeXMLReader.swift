import ArchiveIO
import DossierModel
import XMLPull

/// Reads documents of Word and workbooks of Excel that are one XML file, as their editions of 2003
/// saved them and programs on the web still make them.
enum OfficeXMLReader {
  /// Reads an XML file; one of another kind stays what it is and has no text here.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    var reading = DocumentReading(format: .xml)
    let handler = OfficeXMLHandler(wantsText: wantsText)
    let xml = XMLReader(vocabulary: OfficeXMLNames.vocabulary)
    handler.stop = { [weak xml] in xml?.stop() }
    let problem = XMLFile.parse(source, with: xml, by: handler)
    guard handler.isKnown else { return reading }
    reading.problem = problem
    reading.metadata = handler.metadata
    reading.metadata.isPartial = problem != nil && !reading.metadata.fields.isEmpty
    reading.metadata.flags.formUnion(handler.flags)
    reading.blocks = handler.builder.finish()
    if handler.builder.isFull { reading.textProblem = ReadProblem(.tooLarge) }
    let decoded = LegacyText.decodeBlocks(reading.blocks)
    reading.blocks = decoded.blocks
    if decoded.found { reading.metadata.flags.insert(.legacyEncoding) }
    return reading
  }
}
