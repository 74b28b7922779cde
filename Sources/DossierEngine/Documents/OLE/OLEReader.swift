import ArchiveIO
import DossierModel

/// Reads OLE compound files: legacy Word, Excel and PowerPoint documents, and what only looks so.
///
/// A document with a password is known by its streams or by the flag in its header; what its
/// property sets still say in clear is kept as partial.
enum OLEReader {
  /// The largest property set that is read; real ones hold a few kilobytes, with a thumbnail a
  /// few hundred.
  private static let maximumPropertySet = 4 << 20

  /// Reads one file.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    do {
      return try read(try CompoundFile(source), wantsText: wantsText)
    } catch let error as CompoundFileError {
      return DocumentReading(format: .ole, problem: error.problem)
    } catch let error as ArchiveError {
      return DocumentReading(
        format: .ole, problem: ReadProblem(.io, part: nil, detail: error.detail))
    } catch {
      return DocumentReading(
        format: .ole, problem: ReadProblem(.io, part: nil, detail: String(describing: error)))
    }
  }

  private static func read(
    _ file: CompoundFile, wantsText: Bool
  ) throws -> DocumentReading {
    var reading = DocumentReading(format: format(of: file))
    // Rights management describes the encryption in its data spaces ([MS-OFFCRYPTO] 2.2).
    let isDescribed = ["EncryptionInfo", "\u{6}DataSpaces"].contains { file.entry($0) != nil }
    if file.entry("EncryptedPackage") != nil, isDescribed {
      reading.problem = ReadProblem(.encryptedOLE, part: "EncryptedPackage")
      return reading
    }
    reading.problem = try addProperties(of: file, to: &reading.metadata)
    addFlags(of: file, to: &reading.metadata)
    if let part = try encryptedPart(of: file) {
      reading.problem = ReadProblem(.encryptedOLE, part: part)
    } else if wantsText {
      readText(of: file, into: &reading)
    } else {
      try WordDocumentReader.addFlags(of: file, to: &reading.metadata)
    }
    reading.metadata.isPartial = reading.problem != nil && !reading.metadata.fields.isEmpty
    return reading
  }

  private static func format(of file: CompoundFile) -> FileFormat {
    if file.entry("WordDocument") != nil { return .doc }
    if file.entry("Workbook") != nil || file.entry("Book") != nil { return .xls }
    if file.entry("PowerPoint Document") != nil { return .ppt }
    return .ole
  }

  private static func addProperties(
    of file: CompoundFile, to metadata: inout DocumentMetadata
  ) throws -> ReadProblem? {
    var problem: ReadProblem?
    for name in ["\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation"] {
      guard let stream = try file.stream(name) else { continue }
      let bytes = try stream.all(limit: maximumPropertySet)
      let isWhole = bytes.count == min(stream.size, maximumPropertySet) && !stream.isShort
      let part = String(name.dropFirst())
      if SummaryFields.add(bytes, to: &metadata) {
        metadata.via[part] = "stream"
        if !isWhole { problem = ReadProblem(.truncated, part: part) }
      } else if !isWhole {
        problem = ReadProblem(.truncated, part: part)
      } else if bytes.contains(where: { $0 != 0 }) {
        problem = ReadProblem(.corrupt, part: part, detail: "no property set")
      }
    }
    return problem
  }

  private static func addFlags(of file: CompoundFile, to metadata: inout DocumentMetadata) {
    for entry in file.entries {
      let key = entry.key
      if entry.kind == .storage {
        if key == "macros" || key == "_vba_project_cur" || key == "vba" || key.hasSuffix("/vba") {
          metadata.flags.insert(.macros)
        }
        if key.hasPrefix("objectpool/") || (key.hasPrefix("mbd") && !key.contains("/")) {
          metadata.flags.insert(.embeddedObjects)
        }
      }
      if key == "_signatures" || key == "_xmlsignatures" { metadata.flags.insert(.signed) }
    }
  }

  private static func encryptedPart(of file: CompoundFile) throws -> String? {
    if try WordDocumentReader.isEncrypted(file) { return "WordDocument" }
    if try WorkbookReader.isEncrypted(file) { return "Workbook" }
    if try SlideTextReader.isEncrypted(file) { return "PowerPoint Document" }
    return nil
  }

  private static func readText(of file: CompoundFile, into reading: inout DocumentReading) {
    do {
      switch reading.format {
      case .doc: try WordDocumentReader.read(file, into: &reading)
      case .xls: try WorkbookReader.read(file, into: &reading)
      case .ppt: try SlideTextReader.read(file, into: &reading)
      default: break
      }
      let decoded = LegacyText.decodeBlocks(reading.blocks)
      reading.blocks = decoded.blocks
      if decoded.found { reading.metadata.flags.insert(.legacyEncoding) }
    } catch let error as CompoundFileError {
      reading.textProblem = error.problem
    } catch {
      reading.textProblem = ReadProblem(.io, detail: String(describing: error))
    }
  }
}
