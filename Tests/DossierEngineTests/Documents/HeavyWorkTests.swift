import Synchronization
import Testing

@testable import DossierEngine

@Suite struct HeavyWorkTests {
  /// The most pieces of work that went on at the same time.
  private func most(_ isHeavy: Bool) async -> Int {
    let counts = Counts()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          HeavyWork.run(if: isHeavy) {
            counts.values.withLock {
              $0.now += 1
              $0.most = max($0.most, $0.now)
            }
            var sum = 0
            for number in 0..<200_000 { sum &+= number }
            counts.values.withLock { $0.now -= sum == 0 ? 0 : 1 }
          }
        }
      }
    }
    return counts.values.withLock { $0.most }
  }

  private final class Counts: Sendable {
    let values = Mutex((now: 0, most: 0))
  }

  @Test func heavyWorkIsDoneOneAfterAnother() async {
    #expect(await most(true) == 1)
    #expect(await most(false) >= 1)
  }
}
