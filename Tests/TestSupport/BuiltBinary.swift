import Foundation

/// The `hoso` that was built beside the tests.
public enum BuiltBinary {
  /// Its path: the test bundle and the binary lie in one folder.
  public static let path: String = {
    let folders =
      CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
      + [Places.package.appending(path: ".build/debug")]
    let found = folders.map { $0.appending(path: "hoso").path }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found ?? "hoso (not built)"
  }()

  /// Whether it was built with the thread sanitizer, which cannot live with a limit on file sizes.
  public static var isThreadSanitized: Bool { path.contains("sanitize-thread") }

  /// Runs it to its end, in English unless the arguments or variables say otherwise.
  public static func run(
    _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:]
  ) throws -> ProgramResult {
    let plain = ["LC_ALL": "C", "NO_COLOR": "1", "COLUMNS": "80"]
    return try runProgram(
      path, arguments, in: directory, environment: plain.merging(environment) { $1 })
  }
}
