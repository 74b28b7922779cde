import ArchiveIO
import DossierModel

/// Reads what pictures and films say of themselves: size, camera, time.
///
/// They are known by their first bytes. A picture that is cut off or odd still gives what comes
/// before; it is never decoded.
enum ImageReader {
  /// How much of the start is looked at; what is behind is reached by offset.
  static let headLength = 65_536

  /// Reads one file.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    do {
      let head = try source.bytes(at: 0, count: headLength)
      guard !head.isEmpty else {
        return DocumentReading(format: .empty, problem: ReadProblem(.emptyFile))
      }
      return try read(source, head: BigEndianBytes(head))
    } catch let error as ArchiveError {
      return DocumentReading(
        format: .unknown, problem: ReadProblem(.io, detail: error.detail))
    } catch {
      return DocumentReading(
        format: .unknown, problem: ReadProblem(.io, detail: String(describing: error)))
    }
  }

  private static func read(
    _ source: any ByteSource, head: BigEndianBytes
  ) throws -> DocumentReading {
    let format = format(of: head)
    var image = ImageFacts()
    switch format {
    case .jpeg: image = try JPEGFacts.read(source)
    case .png: image = try PNGFacts.read(source)
    case .gif: image = SmallImageFacts.gif(LittleEndianBytes(head.storage))
    case .bmp: image = SmallImageFacts.bmp(LittleEndianBytes(head.storage))
    case .webp: image = try WebPFacts.read(source)
    case .tiff: image = try TIFFFacts.read(source, isLittleEndian: head.byte(at: 0) == 0x49)
    case .mp4, .heic: image = try BoxFileFacts.read(source)
    default: break
    }
    return DocumentReading(
      format: format, problem: image.problem, metadata: image.metadata(isFilm: format == .mp4))
  }

  /// The format by the first bytes.
  static func format(of head: BigEndianBytes) -> FileFormat {
    if head.has("GIF8", at: 0) { return .gif }
    if head.has("BM", at: 0), head.count >= 26 { return .bmp }
    if head.has("PNG\r\n", at: 1) { return .png }
    if head.has("RIFF", at: 0), head.has("WEBP", at: 8) { return .webp }
    if head.has("ftyp", at: 4) {
      let brands = ["heic", "heix", "hevc", "mif1", "msf1", "heim", "avif"]
      return brands.contains { head.has($0, at: 8) } ? .heic : .mp4
    }
    if head.has("moov", at: 4) || head.has("mdat", at: 4) || head.has("wide", at: 4) { return .mp4 }
    let first = head.slice(at: 0, count: 4).map(Array.init) ?? []
    if first.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    let isTIFF = first == [0x49, 0x49, 0x2A, 0] || first == [0x4D, 0x4D, 0, 0x2A]
    return isTIFF ? .tiff : .unknown
  }
}
