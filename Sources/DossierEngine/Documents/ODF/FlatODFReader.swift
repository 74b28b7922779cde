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

  /// Reads a file that calls itself one and does not begin as such.
  ///
  /// - Returns: nothing where its first element is none of a document; `problem` then tells why.
  static func readClaimed(
    _ source: any ByteSource, tools: OfficeTools, wantsText: Bool, problem: inout ReadProblem?
  ) -> DocumentReading? {
    let root = RootElement { tools.xml.stop() }
    problem = XMLFile.parse(source, with: tools.xml, by: root)
    guard problem == nil else { return nil }
    guard root.isDocument else {
      problem = ReadProblem(.notODF)
      return nil
    }
    return read(source, format: .flatODT, tools: tools, wantsText: wantsText)
  }
}

/// Looks at the first element only.
private final class RootElement: XMLHandler {
  private(set) var isDocument = false
  private let stop: () -> Void

  init(stop: @escaping () -> Void) { self.stop = stop }

  func startElement(_ element: borrowing XMLElement) {
    isDocument = element.space == .office && element.localName == "document"
    stop()
  }
}
