import ArchiveIO
import DossierModel
import XMLPull

/// Reads OpenDocument in a single XML file (ISO/IEC 26300-3 3.1.2).
enum FlatODFReader {
  static func read(
    _ source: any ByteSource, format: FileFormat, tools: OfficeTools, wantsText: Bool
  ) -> DocumentReading {
    var reading = DocumentReading(format: format)
    let meta = ODFMeta()
    if let problem = XMLFile.parse(source, with: tools.xml, by: meta) {
      reading.problem = problem
      for field in ODFMeta.fields { reading.metadata.unreadable[field] = problem.reason }
      return reading
    }
    reading.metadata = meta.finish()
    reading.metadata.via["meta"] = "flat"
    guard wantsText else { return reading }
    let story = ODFStory(
      styles: ODFStyles(), builder: BlockBuilder(), stop: { tools.xml.stop() })
    let problem = XMLFile.parse(source, with: tools.xml, by: story)
    ODFReader.add(story, problem: problem, to: &reading)
    return reading
  }
}
