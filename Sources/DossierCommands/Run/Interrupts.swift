import Dispatch
import Glibc
import Synchronization

/// Runs work that Ctrl-C (or a polite kill) cancels instead of ending the process.
///
/// The work sees the cancellation as any task does, removes what it had begun to write, and throws;
/// a second signal ends the process at once.
enum Interrupts {
  /// What ended the work.
  enum Outcome<Value: Sendable>: Sendable {
    case finished(Value)
    case interrupted
  }

  /// Runs an operation until it ends by itself or a signal cancels it.
  ///
  /// - Parameter operation: the work; it must heed cancellation.
  /// - Returns: its value, or that a signal came before it had one.
  /// - Throws: what the operation throws, unless a signal came first.
  static func watch<Value: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Outcome<Value> {
    let arrived = Flag()
    // A task of its own, awaited below: with every core busy in synchronous work no other task would
    // run, so the signal's handler must hold what it cancels.
    let work = Task { try await operation() }
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        signal(number, SIG_DFL)
        arrived.raise()
        work.cancel()
      }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    do {
      return .finished(try await work.value)
    } catch {
      if arrived.isRaised { return .interrupted }
      throw error
    }
  }

  /// A flag that a signal raises.
  private final class Flag: Sendable {
    private let raised = Atomic(false)
    var isRaised: Bool { raised.load(ordering: .acquiring) }
    func raise() { raised.store(true, ordering: .releasing) }
  }
}
