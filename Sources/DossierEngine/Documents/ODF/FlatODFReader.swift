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
    if let problem = parse(source, tools: tools, by: meta) {
      reading.problem = problem
      for field in ODFMeta.fields { reading.metadata.unreadable[field] = problem.reason }
      return reading
    }
    reading.metadata = meta.finish()
    reading.metadata.via["meta"] = "flat"
    guard wantsText else { return reading }
    let story = ODFStory(
      styles: ODFStyles(), builder: BlockBuilder(), stop: { tools.xml.stop() })
    let problem = parse(source, tools: tools, by: story)
    ODFReader.add(story, problem: problem, to: &reading)
    return reading
  }

  private static func parse(
    _ source: any ByteSource, tools: OfficeTools, by handler: any XMLHandler
  ) -> ReadProblem? {
    guard source.size <= UInt64(DocumentLimits.textPart) else {
      return ReadProblem(.tooLarge, detail: "\(source.size) bytes")
    }
    do {
      try tools.xml.open(limits: XMLLimits(bytes: DocumentLimits.textPart), handler: handler)
      var offset: UInt64 = 0
      while offset < source.size {
        let chunk = try source.bytes(at: offset, count: 1 << 18)
        offset += UInt64(chunk.count)
        guard !chunk.isEmpty, tools.xml.feed(chunk) else { break }
      }
      try tools.xml.close()
      return nil
    } catch let error as XMLError {
      return PartFailure(error, part: nil).problem
    } catch let error as ArchiveError {
      tools.xml.abandon()
      return PartFailure(error, part: nil).problem
    } catch {
      return ReadProblem(.io, detail: "\(error)")
    }
  }
}
