import Glibc

/// Something that stands in a folder, as the file system tells it; nothing of it was opened.
public struct FolderEntry: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable {
    case regular
    case folder
    case link
    /// A FIFO, socket or device.
    case special
    /// Something the file system would not tell about, or a folder it would not open.
    case unreadable
  }

  /// The path relative to the root, in bytes.
  public var rawPath: [UInt8]
  /// What it is.
  public var kind: Kind
  /// The size in bytes, for a regular file.
  public var size: UInt64
  /// The last change, in seconds since 1970 UTC.
  public var modifiedSeconds: Int
  /// The nanoseconds of the last change.
  public var modifiedNanoseconds: Int
  /// The device and inode, which two names of one file share.
  public var identity: [UInt64]
  /// The target as written in a link.
  public var linkTarget: [UInt8]?
  /// The system's error number, where it is unreadable.
  public var errno: Int32?

  /// The path as text, or nothing where its bytes are no UTF-8.
  public var path: String? { String(validating: rawPath, as: UTF8.self) }
  /// The path as text, bytes that are no UTF-8 shown as U+FFFD.
  public var shownPath: String { String(decoding: rawPath, as: UTF8.self) }
}

/// Walks a folder without following links and without opening files.
public enum FolderWalker {
  /// How deep folders may lie; a deeper one is told as unreadable.
  public static let deepest = 200

  /// Lists everything below a folder.
  ///
  /// - Parameter root: the folder; a link at this very path is followed, none below it is.
  /// - Returns: the entries, a folder before what it holds, each folder's in the order of the bytes
  ///   of their names. A folder that cannot be opened is an entry, not an error.
  /// - Throws: `ArchiveError.io` where the root itself is no folder or cannot be read.
  public static func entries(below root: String) throws(ArchiveError) -> [FolderEntry] {
    let descriptor = unsafe open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSource.systemError(path: root) }
    var found: [FolderEntry] = []
    if let number = list(descriptor, prefix: [], depth: 0, into: &found) {
      throw ArchiveError(.io, path: root, detail: message(number), errno: number)
    }
    return found
  }

  /// Lists one folder and what is below it; takes the descriptor over.
  ///
  /// - Returns: the error number where the folder could not be listed.
  private static func list(
    _ descriptor: Int32, prefix: [UInt8], depth: Int, into found: inout [FolderEntry]
  ) -> Int32? {
    guard let stream = unsafe fdopendir(descriptor) else {
      let number = Glibc.errno
      close(descriptor)
      return number
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      Glibc.errno = 0
      guard let record = unsafe readdir(stream) else {
        if Glibc.errno != 0 { return Glibc.errno }
        break
      }
      let name = unsafe withUnsafeBytes(of: &record.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    let folder = unsafe dirfd(stream)
    for name in names {
      append(name, in: folder, prefix: prefix, depth: depth, to: &found)
    }
    return nil
  }

  private static func append(
    _ name: [UInt8], in folder: Int32, prefix: [UInt8], depth: Int,
    to found: inout [FolderEntry]
  ) {
    let path = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
    let terminated = name.map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard unsafe fstatat(folder, terminated, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      found.append(unreadable(path, Glibc.errno))
      return
    }
    var entry = FolderEntry(
      rawPath: path, kind: kind(of: status.st_mode), size: UInt64(max(0, status.st_size)),
      modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec,
      identity: [UInt64(status.st_dev), UInt64(status.st_ino)], linkTarget: nil, errno: nil)
    if entry.kind == .link { entry.linkTarget = target(of: terminated, in: folder) }
    if entry.kind != .regular { entry.size = 0 }
    found.append(entry)
    guard entry.kind == .folder else { return }
    guard depth < deepest else {
      found[found.count - 1] = unreadable(path, ELOOP)
      return
    }
    let inner = unsafe openat(
      folder, terminated, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    let position = found.count - 1
    guard inner >= 0 else {
      found[position] = unreadable(path, Glibc.errno)
      return
    }
    if let number = list(inner, prefix: path, depth: depth + 1, into: &found) {
      found[position] = unreadable(path, number)
    }
  }

  private static func kind(of mode: mode_t) -> FolderEntry.Kind {
    switch mode & Glibc.S_IFMT {
    case Glibc.S_IFREG: .regular
    case Glibc.S_IFDIR: .folder
    case Glibc.S_IFLNK: .link
    default: .special
    }
  }

  private static func unreadable(_ path: [UInt8], _ number: Int32) -> FolderEntry {
    FolderEntry(
      rawPath: path, kind: .unreadable, size: 0, modifiedSeconds: 0, modifiedNanoseconds: 0,
      identity: [], linkTarget: nil, errno: number)
  }

  private static func target(of name: [CChar], in folder: Int32) -> [UInt8]? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlinkat(folder, name, &buffer, buffer.count)
    return count >= 0 ? buffer.prefix(count).map { UInt8(bitPattern: $0) } : nil
  }

  private static func message(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
