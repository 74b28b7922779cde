import ArchiveIO
import DossierModel
import XMLPull

/// A document that is one XML file.
enum XMLFile {
  /// Reads it as it streams past.
  ///
  /// - Returns: what stood in the way, or nothing.
  static func parse(
    _ source: any ByteSource, with xml: XMLReader, by handler: any XMLHandler
  ) -> ReadProblem? {
    guard source.size <= UInt64(DocumentLimits.textPart) else {
      return ReadProblem(.tooLarge, detail: "\(source.size) bytes")
    }
    do {
      try xml.open(limits: XMLLimits(bytes: DocumentLimits.textPart), handler: handler)
      var offset: UInt64 = 0
      while offset < source.size {
        let chunk = try source.bytes(at: offset, count: 1 << 18)
        offset += UInt64(chunk.count)
        guard !chunk.isEmpty, xml.feed(chunk) else { break }
      }
      try xml.close()
      return nil
    } catch let error as XMLError {
      return PartFailure(error, part: nil).problem
    } catch let error as ArchiveError {
      xml.abandon()
      return PartFailure(error, part: nil).problem
    } catch {
      return ReadProblem(.io, detail: "\(error)")
    }
  }
}
