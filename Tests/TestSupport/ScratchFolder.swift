import Foundation

/// A folder of one test's own, gone when the last reference goes.
public final class ScratchFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "hoso-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? FileManager.default.removeItem(at: url)
  }

  /// The path of the folder, or of something in it.
  public func path(_ relative: String = "") -> String {
    relative.isEmpty ? url.path : url.path + "/" + relative
  }

  /// Writes a file, making the folders above it.
  @discardableResult
  public func write(_ relative: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let target = path(relative)
    let parent = (target as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: target, contents: Data(bytes)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    return target
  }

  /// Writes a text file, making the folders above it.
  @discardableResult
  public func write(_ relative: String, text: String) throws -> String {
    try write(relative, Array(text.utf8))
  }

  /// Copies a file or folder into the folder.
  @discardableResult
  public func copy(_ source: URL, to relative: String) throws -> String {
    let target = path(relative)
    let parent = (target as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: parent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source.path, toPath: target)
    return target
  }
}
