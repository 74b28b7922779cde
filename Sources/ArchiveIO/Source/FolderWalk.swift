import Glibc

/// Something that stands in a folder.
public struct FolderEntry: Sendable {
  /// What kind of thing it is.
  public enum Kind: Sendable, Hashable {
    case regular
    case folder
    /// A symbolic link: noted, never followed.
    case link
    /// A FIFO, socket or device: noted, never opened.
    case special
  }

  /// The path below the folder, by its bytes, "/" between the parts.
  public var path: [UInt8]
  /// What kind of thing it is.
  public var kind: Kind
  /// The size in bytes.
  public var size: UInt64
  /// The last change, whole seconds since 1970 UTC.
  public var modifiedSeconds: Int
  /// The last change, the nanoseconds above the whole second.
  public var modifiedNanoseconds: Int
  /// The file system and the number of the file in it.
  public var identity: FileIdentity
  /// The target of a link, as it is written there.
  public var linkTarget: [UInt8]?
  /// Why a folder could not be listed, in the system's words.
  public var problem: String?
}

/// Which file it is on this machine, whatever its names.
public struct FileIdentity: Sendable, Hashable {
  /// The file system.
  public var device: UInt64
  /// The number of the file in it.
  public var inode: UInt64
}

/// Lists a folder and everything below it, following no link.
public enum FolderWalk {
  /// Lists a folder.
  ///
  /// - Parameters:
  ///   - path: the folder; a link may stand there.
  ///   - limit: the largest number of entries.
  /// - Returns: everything below the folder, sorted by the bytes of the paths. A folder below that
  ///   cannot be listed is *no* error: its entry carries the problem.
  /// - Throws: `ArchiveError.io` where the folder itself cannot be listed, `.limit` where it holds
  ///   more than `limit` entries.
  public static func entries(
    of path: String, limit: Int = 5_000_000
  ) throws(ArchiveError) -> [FolderEntry] {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSource.systemError(path: path) }
    var found: [FolderEntry] = []
    // Descriptors are opened one level at a time, by path from the top: depth costs no descriptor.
    var waiting: [Int] = []
    do throws(ArchiveError) {
      try list(descriptor, prefix: [], root: path, limit: limit, into: &found, waiting: &waiting)
    } catch {
      close(descriptor)
      throw error
    }
    defer { close(descriptor) }
    while let index = waiting.popLast() {
      let prefix = found[index].path
      let inner = unsafe openat(
        descriptor, RawPath.terminated(prefix), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard inner >= 0 else {
        found[index].problem = FileSource.systemError(path: path).detail
        continue
      }
      defer { close(inner) }
      try list(
        inner, prefix: prefix + [UInt8(ascii: "/")], root: path, limit: limit, into: &found,
        waiting: &waiting)
    }
    // Numbers are sorted, not entries: those are large to move.
    let paths = found.map(\.path)
    let order = found.indices.sorted { RawPath.precedes(paths[$0], paths[$1]) }
    return order.map { found[$0] }
  }

  /// Lists one folder; the descriptor stays open.
  private static func list(
    _ descriptor: Int32, prefix: [UInt8], root: String, limit: Int,
    into found: inout [FolderEntry], waiting: inout [Int]
  ) throws(ArchiveError) {
    // closedir closes the descriptor it was made from, so it gets a copy.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileSource.systemError(path: root) }
    guard let stream = unsafe fdopendir(copy) else {
      close(copy)
      throw FileSource.systemError(path: root)
    }
    defer { unsafe closedir(stream) }
    while let item = unsafe readdir(stream) {
      let name = unsafe namePointer(of: item)
      if unsafe isDots(name) { continue }
      guard found.count < limit else {
        throw ArchiveError(.limit, path: root, detail: "too-many-entries")
      }
      guard let entry = unsafe entry(name, in: descriptor, prefix: prefix) else { continue }
      if entry.kind == .folder { waiting.append(found.count) }
      found.append(entry)
    }
  }

  /// The name in a record of a folder.
  static func name(of item: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let start = unsafe namePointer(of: item)
    let count = unsafe strlen(start)
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// d_name is a C string inside the record, whatever size its type claims.
  private static func namePointer(
    of item: UnsafeMutablePointer<dirent>
  ) -> UnsafePointer<CChar> {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
    return unsafe (UnsafeRawPointer(item) + offset).assumingMemoryBound(to: CChar.self)
  }

  private static func isDots(_ name: UnsafePointer<CChar>) -> Bool {
    unsafe strcmp(name, ".") == 0 || strcmp(name, "..") == 0
  }

  /// Looks at one name; nothing where it is gone meanwhile.
  private static func entry(
    _ name: UnsafePointer<CChar>, in descriptor: Int32, prefix: [UInt8]
  ) -> FolderEntry? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    var path = prefix
    let length = unsafe strlen(name)
    path.reserveCapacity(prefix.count + length)
    unsafe path.append(contentsOf: UnsafeRawBufferPointer(start: name, count: length))
    let kind: FolderEntry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    return unsafe FolderEntry(
      path: path, kind: kind, size: UInt64(max(0, status.st_size)),
      modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec,
      identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
      linkTarget: kind == .link ? readTarget(descriptor, name) : nil)
  }

  private static func readTarget(
    _ descriptor: Int32, _ name: UnsafePointer<CChar>
  ) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlinkat(descriptor, name, &buffer, buffer.count)
    return buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
  }
}

/// Paths as C takes them.
enum RawPath {
  /// The bytes with the NUL that ends them.
  static func terminated(_ path: [UInt8]) -> [CChar] {
    var result = path.map { CChar(bitPattern: $0) }
    result.append(0)
    return result
  }

  /// Orders by bytes, at the speed of the C library.
  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    unsafe left.withUnsafeBytes { left in
      unsafe right.withUnsafeBytes { right in
        let count = min(left.count, right.count)
        guard count > 0, let one = left.baseAddress, let other = right.baseAddress else {
          return left.count < right.count
        }
        let order = unsafe memcmp(one, other, count)
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }
}
