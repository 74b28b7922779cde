import Synchronization

/// How far a long job is.
public struct ProgressUpdate: Sendable, Hashable {
  /// What is being done.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    case reading
    case packing
    case verifying
    case extracting
  }

  /// What is being done.
  public var phase: Phase
  /// The files done.
  public var files: Int
  /// The files there are.
  public var totalFiles: Int
  /// The bytes done.
  public var bytes: Int64
  /// The bytes there are; 0 where that is not known beforehand.
  public var totalBytes: Int64
}

/// Counts what the workers of a job have done, and tells whoever watches.
///
/// The workers themselves tell: with every core busy no task of its own would get to run.
public final class ProgressCounter: Sendable {
  private let state: Mutex<ProgressUpdate>
  private let watcher: @Sendable (ProgressUpdate) -> Void

  /// Makes a counter.
  ///
  /// - Parameter watcher: called after each chunk, from any task; it throttles itself.
  public init(_ watcher: @escaping @Sendable (ProgressUpdate) -> Void = { _ in }) {
    self.watcher = watcher
    state = Mutex(
      ProgressUpdate(phase: .reading, files: 0, totalFiles: 0, bytes: 0, totalBytes: 0))
  }

  /// Begins a phase with what there is to do.
  public func begin(_ phase: ProgressUpdate.Phase, files: Int, bytes: Int64) {
    tell { update in
      update = ProgressUpdate(
        phase: phase, files: 0, totalFiles: files, bytes: 0, totalBytes: bytes)
    }
  }

  /// Adds what was done.
  public func add(files: Int = 0, bytes: Int = 0) {
    tell { update in
      update.files += files
      update.bytes += Int64(bytes)
    }
  }

  private func tell(_ change: (inout ProgressUpdate) -> Void) {
    watcher(
      state.withLock { update in
        change(&update)
        return update
      })
  }
}
