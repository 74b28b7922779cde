import CLibQPDF
import Glibc

/// A nameless file in memory, for libraries and programs that want a file and get no disk.
public struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// Makes an empty one, or nothing where the system refuses.
  public init?() {
    let opened = hoso_memory_file()
    guard opened >= 0 else { return nil }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// A path by which this process can open it.
  public var path: String { "/proc/self/fd/\(descriptor)" }

  /// Writes bytes at its end.
  ///
  /// - Returns: whether all were written.
  public func append(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if count < 0 {
        if Glibc.errno == EINTR { continue }
        return false
      }
      done += count
    }
    return true
  }
}
