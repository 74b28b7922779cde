internal import ArchiveIO
import Foundation

/// A file that a result is written to because the user named it.
public enum ResultFile {
  /// Writes a text to a file: as a whole or not at all.
  ///
  /// What is a device, a FIFO or a socket gets the text and stays what it is; a link is followed.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - path: the file.
  ///   - dossier: the dossier the result is about; nothing is written into its folder.
  /// - Throws: `DossierError` where the path lies in the dossier, or cannot be written.
  public static func write(_ text: String, to path: String, about dossier: String) throws {
    if FileStatus.isFolder(dossier) {
      guard try !isInside(path, folder: dossier) else {
        throw DossierError(.resultInside, path: path)
      }
    } else if FileStatus.isSame(path, dossier) {
      throw DossierError(.resultInside, path: path)
    }
    if FileStatus.isFolder(path) { throw DossierError(.folderThere, path: path) }
    do {
      if FileStatus.isSpecial(path) {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
      } else {
        let target = URL(filePath: path).resolvingSymlinksInPath()
        try Data(text.utf8).write(to: target, options: .atomic)
      }
    } catch {
      throw DossierError(foundation: error, path: path)
    }
  }

  /// Whether a file that is to be written would lie in a folder, links resolved.
  static func isInside(_ path: String, folder: String) throws -> Bool {
    func real(_ url: URL) -> [String] {
      url.standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    let parent = URL(filePath: path).deletingLastPathComponent()
    let target = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    let root = real(URL(filePath: folder))
    return real(parent).starts(with: root) || real(target).starts(with: root)
  }
}
