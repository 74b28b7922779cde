import Foundation

/// Finds the bag that an unpacker put into a folder of its own.
enum BagFolder {
  /// So many folders one in the other are looked into.
  private static let depth = 3

  /// The folder of the bag that is all there is in a folder, at any depth an unpacker makes.
  ///
  /// - Parameter folder: the folder.
  /// - Returns: nothing where the folder is a bag itself, or holds anything else.
  static func only(in folder: String) -> String? {
    var path = folder
    for _ in 0..<depth {
      guard !isBag(path), let inner = onlyFolder(in: path) else { return nil }
      path = inner
      if isBag(path) { return path }
    }
    return nil
  }

  private static func isBag(_ folder: String) -> Bool {
    ["bagit.txt", "data"].allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  private static func onlyFolder(in folder: String) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.filter { !NameRules.isSystemFile(BagPath($0)) }
    guard own.count == 1 else { return nil }
    let path = "\(folder)/\(own[0])"
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory ? path : nil
  }
}
