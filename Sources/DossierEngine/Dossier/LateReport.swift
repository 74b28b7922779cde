public import DossierModel
import Synchronization

/// What the check of a dossier finds, judged when it is first asked for, and once.
///
/// Whoever packs whatever the verdict is lets the judging run beside the packing.
public final class LateReport: Sendable {
  private let judge: @Sendable () -> CheckReport
  private let made = Mutex<CheckReport?>(nil)

  /// Remembers how to judge.
  public init(_ judge: @escaping @Sendable () -> CheckReport) { self.judge = judge }

  /// The report, for a task that judges beside others.
  public func begun() async -> CheckReport { value }

  /// The report; whoever asks second waits for the first.
  public var value: CheckReport {
    made.withLock { report in
      if let report { return report }
      let fresh = judge()
      report = fresh
      return fresh
    }
  }
}
