import NativeReaders
import Synchronization

/// Lets one large text at a time into memory, however many workers read.
///
/// What bounds a document bounds each of them; only together could they take more than a machine
/// with little memory has. Documents of ordinary size do not wait for each other.
enum HeavyWork {
  /// More bytes of text, or of what it is read from, than documents of ordinary size have.
  static let floor = 1 << 20

  private static let turn = Mutex(())

  /// Does a piece of work, in its turn if it is heavy.
  ///
  /// - Parameters:
  ///   - isHeavy: whether it may take much memory.
  ///   - work: the work; no other heavy work may be part of it.
  static func run<Result: Sendable>(if isHeavy: Bool, _ work: () -> Result) -> Result {
    guard isHeavy else { return work() }
    return turn.withLock { _ in
      // The C library keeps what one thread let go of for that thread alone.
      defer { FreedMemory.release() }
      return work()
    }
  }
}
