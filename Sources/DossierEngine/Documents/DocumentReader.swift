public import ArchiveIO
public import DossierModel

/// Reads documents: what a file is, what it says of itself, and its text.
///
/// One reader serves one task and keeps its parser and buffers from file to file. It never throws:
/// what could not be read is a value with its reason. Nothing is written, nothing outside the given
/// bytes is opened, and memory and time are bounded whatever the file.
public final class DocumentReader {
  /// How much is read of a document.
  public enum Depth: Sendable {
    /// Its metadata and the flags that names and types of its parts show.
    case metadata
    /// Its metadata and every flag; text is read only where a flag needs it, and not kept.
    case flags
    /// Its metadata, every flag, and its text.
    case full
  }

  private let tools = OfficeTools()

  /// Makes a reader.
  public init() {}

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - source: its bytes.
  ///   - name: its file name; the extension only tells what a reader would take it for, so that a
  ///     text that calls itself `.docx` is told as `not-zip`.
  ///   - depth: how much to read.
  /// - Returns: all that reading gave.
  public func read(
    _ source: any ByteSource, name: String, depth: Depth = .full
  ) -> DocumentReading {
    let claim = NameClaim(name)
    do throws(ArchiveError) {
      // Small files are read once: every part of the work then runs in memory.
      let source = try DocumentReader.inMemory(source)
      let format = try ContentSniffer.format(of: source)
      var reading = read(source, as: format, claim: claim, depth: depth)
      if depth == .full { TextBudget.keep(&reading) } else { reading.blocks = [] }
      return reading
    } catch {
      return DocumentReading(
        format: .unknown, problem: ReadProblem(.io, detail: error.detail))
    }
  }

  private static func inMemory(
    _ source: any ByteSource
  ) throws(ArchiveError) -> any ByteSource {
    if source is MemorySource || source.size > 1 << 18 { return source }
    return MemorySource(
      name: source.name, bytes: try source.bytes(at: 0, count: Int(source.size)))
  }

  private func read(
    _ source: any ByteSource, as format: FileFormat, claim: NameClaim, depth: Depth
  ) -> DocumentReading {
    if format == .empty {
      return DocumentReading(format: .empty, problem: ReadProblem(.emptyFile))
    }
    let wantsText = depth != .metadata
    switch format {
    case .zip: return readPackage(source, claim: claim, depth: depth)
    case .flatODT, .flatODS:
      var reading = FlatODFReader.read(
        source, format: format, tools: tools, wantsText: wantsText)
      DocumentReader.decodeLegacyText(&reading)
      return reading
    case .ole:
      return HeavyWork.run(if: wantsText && source.size > UInt64(HeavyWork.floor)) {
        OLEReader.read(source, wantsText: wantsText)
      }
    default: break
    }
    if claim.isPackage {
      // A package with bytes before its first entry does not look like one from the front.
      let reading = readPackage(source, claim: claim, depth: depth)
      if reading.problem?.reason != .notZIP { return reading }
    }
    if claim.isFlatOpenDocument, [.xml, .html, .svg, .text, .unknown].contains(format) {
      return readClaimedFlat(source, as: format, depth: depth)
    }
    var reading = readOther(source, as: format, depth: depth)
    if claim.isPackage {
      if format == .html || format == .text { reading.metadata.fields = [:] }
      reading.problem = ReadProblem(.notZIP, detail: format.rawValue)
      reading.metadata.isPartial = !reading.metadata.fields.isEmpty
    }
    return reading
  }

  private func readClaimedFlat(
    _ source: any ByteSource, as format: FileFormat, depth: Depth
  ) -> DocumentReading {
    var problem: ReadProblem?
    let flat = FlatODFReader.readClaimed(
      source, tools: tools, wantsText: depth != .metadata, problem: &problem)
    if var flat {
      DocumentReader.decodeLegacyText(&flat)
      return flat
    }
    var reading = readOther(source, as: format, depth: depth)
    reading.metadata.fields = [:]
    reading.problem = problem
    return reading
  }

  private func readOther(
    _ source: any ByteSource, as format: FileFormat, depth: Depth
  ) -> DocumentReading {
    let wantsText = depth != .metadata
    return switch format {
    case .pdf: PDFReader.read(source, wantsText: wantsText, keepsText: depth == .full)
    case .jpeg, .png, .gif, .tiff, .bmp, .webp, .heic, .mp4:
      ImageReader.read(source, wantsText: wantsText)
    case .rtf, .text, .html, .xml:
      HeavyWork.run(if: wantsText && source.size > UInt64(HeavyWork.floor)) {
        switch format {
        case .rtf: RTFReader.read(source, wantsText: wantsText)
        case .html: PlainTextReader.readHTML(source, wantsText: wantsText)
        case .xml: OfficeXMLReader.read(source, wantsText: wantsText)
        default: PlainTextReader.read(source, wantsText: wantsText)
        }
      }
    default: DocumentReading(format: format)
    }
  }

  private func readPackage(
    _ source: any ByteSource, claim: NameClaim, depth: Depth
  ) -> DocumentReading {
    do throws(ArchiveError) {
      let directory = try ZIPDirectory.read(from: source, limits: .document)
      if DocumentReader.isInsideAnother(directory) {
        let detail = "the only directory is that of a package inside"
        return DocumentReading(format: .zip, problem: ReadProblem(.truncated, detail: detail))
      }
      let package = OfficePackage(source, directory: directory, tools: tools)
      return HeavyWork.run(if: depth != .metadata && package.hasMuchText) {
        readPackage(package, claim: claim, depth: depth)
      }
    } catch {
      let failure = PartFailure(error, part: nil)
      return DocumentReading(format: .zip, problem: failure.problem)
    }
  }

  private func readPackage(
    _ package: OfficePackage, claim: NameClaim, depth: Depth
  ) -> DocumentReading {
    var reading: DocumentReading
    if OfficeOpenXMLReader.recognises(package) {
      reading = OfficeOpenXMLReader.read(package, depth: depth)
      if let name = package.equivalentName {
        reading.metadata.flags.insert(.ambiguousContainer)
        reading.metadata.note("equivalentParts", name)
      }
    } else if ODFReader.recognises(package) {
      reading = ODFReader.read(package, wantsText: depth != .metadata)
    } else {
      reading = DocumentReading(format: .zip)
      switch claim.family {
      case .officeOpenXML: reading.problem = ReadProblem(.notOOXML)
      case .openDocument: reading.problem = ReadProblem(.notODF)
      case .other: break
      }
    }
    DocumentReader.decodeLegacyText(&reading)
    let doubtful = package.directory.oddities.filter {
      $0.kind == .ambiguous || $0.kind == .duplicate
    }
    if !doubtful.isEmpty { reading.metadata.flags.insert(.ambiguousContainer) }
    for oddity in package.directory.oddities {
      reading.metadata.note("containerOddities", oddity.reason)
    }
    return reading
  }
}

extension DocumentReader {
  /// Whether a directory is that of a package inside another one, which was cut behind it: the file
  /// begins with an entry the directory does not know, and goes on after its end.
  ///
  /// Word stores an embedded workbook or presentation as it is.
  private static func isInsideAnother(_ directory: ZIPDirectory) -> Bool {
    let oddities = directory.oddities
    return oddities.contains { $0.reason == "hidden-local-entry" && $0.offset == 0 }
      && oddities.contains { $0.reason == "directory-offset" }
      && oddities.contains { ["data-after-end", "zeros-after-end"].contains($0.reason) }
  }

  /// Reads text of which no font tells the encoding by what it says.
  static func decodeLegacyText(_ reading: inout DocumentReading) {
    guard !reading.blocks.isEmpty else { return }
    let decoded = LegacyText.decodeBlocks(reading.blocks)
    guard decoded.found else { return }
    reading.blocks = decoded.blocks
    reading.metadata.flags.insert(.legacyEncoding)
  }
}

/// What a file's name claims it to be.
struct NameClaim {
  enum Family {
    case officeOpenXML, openDocument, other
  }

  let family: Family
  /// Whether the name claims a document that is one XML file.
  let isFlatOpenDocument: Bool

  init(_ name: String) {
    let lowered = name.lowercased()
    let parts = lowered.split(separator: ".")
    let ending = parts.count > 1 ? parts.last : nil
    isFlatOpenDocument = ["fodt", "fods", "fodp", "fodg"].contains(ending)
    switch ending {
    case "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "xlsb", "pptx", "pptm",
      "potx", "potm", "ppsx", "ppsm":
      family = .officeOpenXML
    case "odt", "ott", "ods", "ots", "odp", "otp", "odg", "otg", "odm", "odf":
      family = .openDocument
    default: family = .other
    }
  }

  /// Whether the name claims a kind that is always a ZIP.
  var isPackage: Bool { family != .other }
}
