import DossierModel
import Synchronization
import Testing

@testable import DossierEngine

@Suite struct LateReportTests {
  @Test func judgesOnceHoweverManyAsk() async {
    let count = Counter()
    let report = LateReport {
      count.add()
      return CheckReport(
        verdict: .incomplete, items: [], criteria: [], score: ScoreSummary(), findings: [])
    }
    #expect(count.value == 0)
    await withTaskGroup(of: CheckReport.Verdict.self) { group in
      for _ in 0..<8 { group.addTask { report.value.verdict } }
      for await verdict in group { #expect(verdict == .incomplete) }
    }
    #expect(count.value == 1)
  }
}

private final class Counter: Sendable {
  private let state = Mutex(0)

  func add() { state.withLock { $0 += 1 } }

  var value: Int { state.withLock { $0 } }
}
