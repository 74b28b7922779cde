import ArchiveIO
import DossierModel
import NativeReaders

/// Reads PDF: what it says of itself by libqpdf, its text by `pdftotext`.
enum PDFReader {
  /// A PDF inside an archive is copied into memory up to this size.
  private static let maximumCopy: UInt64 = 256 << 20
  private static let chunk = 1 << 20
  /// So far from the end the end mark is sought.
  private static let furthestEnd: UInt64 = 1 << 20

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - wantsText: whether its text, or a flag that only its text shows, is wanted.
  ///   - keepsText: whether the text itself is; else it is only read where it must be.
  static func read(
    _ source: any ByteSource, wantsText: Bool, keepsText: Bool = true
  ) -> DocumentReading {
    do {
      if let file = source as? FileSource {
        return try read(source, path: file.name, wantsText: wantsText, keepsText: keepsText)
      }
      guard source.size <= maximumCopy else { return failure(.tooLarge, "too large to copy") }
      guard let copy = MemoryFile() else { return failure(.io, "no file in memory") }
      var place: UInt64 = 0
      while place < source.size {
        let bytes = try source.bytes(at: place, count: chunk)
        guard !bytes.isEmpty, copy.append(bytes) else { return failure(.io, "no room in memory") }
        place += UInt64(bytes.count)
      }
      return try read(source, path: copy.path, wantsText: wantsText, keepsText: keepsText)
    } catch let error as ArchiveError {
      return failure(.io, error.detail)
    } catch {
      return failure(.io, String(describing: error))
    }
  }

  private static func read(
    _ source: any ByteSource, path: String, wantsText: Bool, keepsText: Bool
  ) throws -> DocumentReading {
    let facts: PDFFacts
    do {
      facts = try PDFInspector.inspect(
        path: path, size: source.size, wantsRulings: wantsText,
        asksForPlainText: wantsText && !keepsText)
    } catch {
      switch error.code {
      case .locked: return failure(.encryptedPDF, error.detail)
      case .io: return failure(.io, error.detail)
      case .tooLarge: return failure(.tooLarge, error.detail)
      case .damaged: return failure(try endsEarly(source) ? .truncated : .corrupt, error.detail)
      }
    }
    // The library's objects are gone; those of a large file should be so for the system too.
    if source.size > UInt64(HeavyWork.floor * 4) { FreedMemory.release() }
    var reading = DocumentReading(format: .pdf, metadata: PDFFields(facts).made())
    if let repair = facts.repair, try endsEarly(source) {
      reading.problem = ReadProblem(.truncated, detail: repair)
      reading.metadata.isPartial = !reading.metadata.fields.isEmpty
    }
    if wantsText, facts.hasTextLayer != false, !facts.isPlainText {
      addText(path: path, rulings: facts.rulings, to: &reading)
    }
    return reading
  }

  private static func addText(
    path: String, rulings: [Int: [PDFRuling]], to reading: inout DocumentReading
  ) {
    switch PDFText.read(path: path, rulings: rulings) {
    case .absent: reading.metadata.details["textReader"] = ["absent"]
    case .problem(let problem, let blocks):
      reading.textProblem = problem
      reading.blocks = blocks
    case .blocks(let blocks):
      let decoded = LegacyText.decodeBlocks(blocks)
      reading.blocks = decoded.blocks
      if decoded.found { reading.metadata.flags.insert(.legacyEncoding) }
      // Fonts and operators were there, yet nothing that could be read.
      if blocks.isEmpty { reading.metadata.flags.insert(.noText) }
    }
  }

  /// Whether the file was cut: no end mark, or more of its objects behind the last one.
  ///
  /// Bytes that are none of its own (padding, what a server added) do not count.
  private static func endsEarly(_ source: any ByteSource) throws -> Bool {
    let length = min(source.size, furthestEnd)
    let tail = try source.bytes(at: source.size - length, count: Int(length))
    guard let end = last("%%EOF", in: tail[...]) else { return true }
    return last("0 obj", in: tail[end...]) != nil
  }

  private static func last(_ mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - mark.count).last {
      bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
    }
  }

  private static func failure(_ reason: UnreadableReason, _ detail: String) -> DocumentReading {
    DocumentReading(format: .pdf, problem: ReadProblem(reason, detail: detail))
  }
}
