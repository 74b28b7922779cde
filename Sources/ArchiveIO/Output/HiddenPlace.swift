import Glibc

/// A hidden place beside a target, where it is made before anybody sees it.
///
/// The name carries the process, so that a later run can tell what a dead one left behind.
public struct HiddenPlace: Sendable {
  /// The path of the target.
  public let target: String
  /// The path of the hidden file or folder; nothing stands there yet.
  public let path: String

  /// Chooses a place beside a target and removes what dead processes left for the same target.
  ///
  /// - Parameter target: the path of the file or folder to come; the folder it is to stand in exists.
  public init(beside target: String) {
    var trimmed = target
    while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
    self.target = trimmed
    let (folder, prefix) = Self.parts(trimmed)
    Self.removeStale(in: folder, prefix: prefix)
    let random = String(UInt32.random(in: .min ... .max), radix: 36)
    path = folder + "/" + prefix + "\(getpid())-\(random)" + Self.suffix
  }

  private static let suffix = ".partial"

  /// The folder of a path, and how the hidden names beside it begin.
  private static func parts(_ target: String) -> (folder: String, prefix: String) {
    let bytes = Array(target.utf8)
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let name = String(decoding: slash.map { bytes[($0 + 1)...] } ?? bytes[...], as: UTF8.self)
    // The longest name still leaves room for what is added to it.
    var short = name
    while short.utf8.count > 200 { short.removeLast() }
    let folder =
      switch slash {
      case nil: "."
      case 0: ""
      case let slash?: String(decoding: bytes[..<slash], as: UTF8.self)
      }
    return (folder, "." + short + ".hoso-")
  }

  /// Removes hidden files and folders whose process is gone.
  private static func removeStale(in folder: String, prefix: String) {
    guard let names = try? FolderNames.list(folder.isEmpty ? "/" : folder) else { return }
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let middle = name.dropFirst(prefix.count).dropLast(suffix.count)
      guard let process = middle.split(separator: "-").first.flatMap({ pid_t($0) }), process > 0,
        kill(process, 0) != 0, Glibc.errno == ESRCH
      else { continue }
      FileSystem.remove(folder + "/" + name)
    }
  }

  /// Lets the hidden file take the target's place, in one step, and brings that to the disk.
  ///
  /// - Parameter replaces: whether a file may stand at the target. A folder never takes the place of
  ///   a file, nor of a folder with anything in it.
  /// - Throws: `ArchiveError.write`; the target is what it was.
  public func reveal(replaces: Bool = true) throws(ArchiveError) {
    if !replaces, FileSystem.exists(target) {
      throw ArchiveError(.write, path: target, detail: "something stands there", errno: EEXIST)
    }
    guard unsafe rename(path, target) == 0 else { throw OutputFile.systemError(path: target) }
    let (folder, _) = Self.parts(target)
    FileSystem.syncFolder(folder.isEmpty ? "/" : folder)
  }

  /// Removes what stands at the hidden place, if anything.
  public func discard() { FileSystem.remove(path) }
}

/// The few changes of the file system that making an archive needs.
public enum FileSystem {
  /// Makes a folder; its parent exists.
  ///
  /// - Throws: `ArchiveError.write`, also where something stands there.
  public static func makeFolder(_ path: String) throws(ArchiveError) {
    guard unsafe mkdir(path, 0o755) == 0 else { throw OutputFile.systemError(path: path) }
  }

  /// Whether anything stands at a path, be it a link to nowhere.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Removes a file, or a folder with all below it; links are removed and not followed.
  ///
  /// What cannot be removed stays: the next run tries again.
  public static func remove(_ path: String) {
    if unsafe unlink(path) == 0 || Glibc.errno == ENOENT { return }
    guard unsafe rmdir(path) != 0, let entries = try? FolderWalk.entries(of: path) else { return }
    for entry in entries.reversed() {
      let inner = RawPath.terminated(Array(path.utf8) + [UInt8(ascii: "/")] + entry.path)
      if entry.kind == .folder { unsafe rmdir(inner) } else { unsafe unlink(inner) }
    }
    unsafe rmdir(path)
  }

  /// Brings a folder's own changes to the disk; a file system that cannot do so is let be.
  public static func syncFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// The names in one folder.
enum FolderNames {
  /// Lists them, without "." and "..", in no order.
  static func list(_ path: String) throws(ArchiveError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw FileSource.systemError(path: path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let item = unsafe readdir(stream) {
      let name = unsafe FolderWalk.name(of: item)
      if name != [0x2E], name != [0x2E, 0x2E] {
        names.append(String(decoding: name, as: UTF8.self))
      }
    }
    return names
  }
}
