import Foundation

/// Where things lie around the tests.
public enum Places {
  /// The root of the package.
  public static let package: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The samples.
  public static let samples = package.appending(path: "samples")

  /// The folder of corpora and suites beside the project, or nothing where it is absent.
  ///
  /// Tests that need it are skipped without it: `.enabled(if: Places.shared != nil, "…")`.
  public static let shared: URL? = {
    let folder = package.deletingLastPathComponent().appending(path: "shared")
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? folder : nil
  }()

  /// Whether a program is installed.
  public static func hasProgram(_ name: String) -> Bool { program(name) != nil }

  /// The path of an installed program.
  public static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
