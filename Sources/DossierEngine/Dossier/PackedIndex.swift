internal import ArchiveIO
public import DossierCatalog
import Foundation

/// The documents that an archive's packer sealed into it.
public struct PackedIndex: Sendable {
  /// The bytes of `dossier.json`, as they are.
  public var json: String
  /// What it says.
  public var document: DossierDocument
  /// The page, where there is one.
  public var page: String?

  /// A page or index larger than this was not written by hoso.
  private static let limit = 64 << 20

  /// Reads them without extracting anything.
  ///
  /// - Parameter path: an archive, or the folder of a bag.
  /// - Throws: `DossierError` where it is no archive, holds no index by hoso, or cannot be read.
  public static func read(from path: String) throws -> PackedIndex {
    do {
      let container: any BagContainer =
        FileStatus.isFolder(path)
        ? try FolderContainer(path: path)
        : try BagVerifier.container(try FileSource(path: path))
      func text(_ name: String) throws -> String? {
        let wanted = Array(name.utf8)
        let found = container.entries.firstIndex {
          $0.path.bytes == wanted && !$0.isOutside && $0.kind == .file
        }
        return try found.map {
          String(decoding: try container.bytes(of: $0, limit: limit), as: UTF8.self)
        }
      }
      guard let json = try text("dossier.json") else { throw DossierError(.noIndex, path: path) }
      let document: DossierDocument
      do {
        document = try JSONDecoder().decode(DossierDocument.self, from: Data(json.utf8))
      } catch {
        throw DossierError(.noIndex, path: path, detail: "\(error)")
      }
      return PackedIndex(json: json, document: document, page: try text("index.html"))
    } catch let error as ArchiveError {
      throw DossierError(error, path: path)
    }
  }
}
