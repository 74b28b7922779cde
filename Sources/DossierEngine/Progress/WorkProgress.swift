import Synchronization

/// How far a long piece of work has come.
public struct WorkProgress: Sendable, Hashable {
  /// What is being done.
  public enum Phase: String, Sendable, Hashable {
    case reading
    case packing
    case verifying
    case extracting
  }

  /// What is being done.
  public var phase: Phase
  /// The bytes done.
  public var bytesDone: UInt64 = 0
  /// The bytes to do in all, never less than those done.
  public var bytesTotal: UInt64 = 0
  /// The files done.
  public var filesDone: Int = 0
  /// The files to do in all.
  public var filesTotal: Int = 0
}

/// Takes reports of progress, often and from any task; who shows them shows fewer.
public typealias ProgressHandler = @Sendable (WorkProgress) -> Void

/// Counts for all workers of one piece of work.
final class ProgressCounter: Sendable {
  private let state: Mutex<WorkProgress>
  private let handler: ProgressHandler?

  init(_ phase: WorkProgress.Phase, bytes: UInt64, files: Int, handler: ProgressHandler?) {
    state = Mutex(WorkProgress(phase: phase, bytesTotal: bytes, filesTotal: files))
    self.handler = handler
  }

  /// Counts bytes that were read.
  func add(bytes: Int) {
    guard let handler else { return }
    handler(
      state.withLock { state in
        state.bytesDone += UInt64(bytes)
        state.bytesTotal = max(state.bytesTotal, state.bytesDone)
        return state
      })
  }

  /// Counts a file that is done.
  func addFile() {
    guard let handler else { return }
    handler(
      state.withLock { state in
        state.filesDone += 1
        state.filesTotal = max(state.filesTotal, state.filesDone)
        return state
      })
  }
}
