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

  /// The path of an installed program, under any of the names it has.
  public static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    return (otherNames[name] ?? [name]).lazy
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Programs that Debian and Ubuntu name differently from one release to the next.
  private static let otherNames = ["7z": ["7z", "7zz", "7za"]]

  /// A Python that has a module: the one of the tests' own environment (see check.sh), or the system's.
  public static func python(with module: String) -> String? {
    let own = package.appending(path: ".build/judge/bin/python").path
    return [own, program("python3")].compactMap { $0 }.first { python in
      FileManager.default.isExecutableFile(atPath: python)
        && (try? runProgram(python, ["-c", "import \(module)"]).status) == 0
    }
  }
}
