import ArchiveIO
import DossierModel

/// Reads files of this kind.
enum ImageReader {
  /// Reads one file.
  static func read(_ source: any ByteSource, wantsText: Bool) -> DocumentReading {
    DocumentReading(format: .unknown)
  }
}
