internal import ArchiveIO
public import DossierCatalog
import DossierModel
import Foundation

/// The documents that an archive's packer sealed into it.
public struct PackedIndex: Sendable {
  /// The bytes of `dossier.json`, as they are.
  public var json: String
  /// What it says.
  public var document: DossierDocument
  /// The page, where there is one.
  public var page: String?

  /// The most bytes of an index or a page of an archive of so many entries: a larger one was not
  /// written by hoso.
  static func limit(entries: Int) -> Int { 8 << 20 + entries * (8 << 10) }

  /// The most bytes of an index or a page in a container.
  static func limit(of container: any BagContainer) -> Int {
    limit(entries: container.entries.count)
  }

  /// Why there is no index, by what the container is.
  private static func noIndex(_ container: any BagContainer, _ path: String) -> DossierError {
    let declaration = BagPath(BagDeclaration.fileName)
    let isBag =
      container.bagProblem == nil
      && container.entries.contains { $0.path == declaration && !$0.isOutside }
    if isBag { return DossierError(.noIndex, path: path) }
    if case .list(let folders)? = container.bagProblem?.arguments["folders"] {
      return DossierError(.nestedBag, path: path, detail: folders.joined(separator: ", "))
    }
    if ArchiveScanner.isDocument(container) { return DossierError(.aDocument, path: path) }
    return DossierError(container.kind == .folder ? .notPacked : .plainArchive, path: path)
  }

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
          String(
            decoding: try container.bytes(of: $0, limit: limit(of: container)), as: UTF8.self)
        }
      }
      guard let json = try text("dossier.json") else { throw noIndex(container, path) }
      let document: DossierDocument
      do {
        document = try JSONDecoder().decode(DossierDocument.self, from: Data(json.utf8))
      } catch {
        throw DossierError(.noIndex, path: path, detail: "\(error)")
      }
      return PackedIndex(json: json, document: document, page: try text("index.html"))
    } catch let error as ArchiveError {
      if error.code == .limit { throw DossierError(.noIndex, path: path) }
      throw DossierError(error, path: path)
    }
  }
}
