import Foundation
import Synchronization

/// Runs a synchronous piece of work over many inputs on several cores.
enum Workers {
  /// The number of workers where the caller states none: the cores.
  static var defaultJobs: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Maps inputs to outputs, in the order of the inputs.
  ///
  /// Each worker makes one state (its buffers) and takes the next few inputs whenever it is free.
  ///
  /// - Parameters:
  ///   - inputs: what to work on.
  ///   - jobs: the number of workers.
  ///   - weight: how much work an input is, in bytes; workers take about 4 MiB at a time.
  ///   - makeState: makes what a worker keeps.
  ///   - body: the work on one input.
  /// - Throws: what `body` throws; then the other workers stop after the input they are at.
  static func map<Input: Sendable, Output: Sendable, State: ~Copyable>(
    _ inputs: [Input], jobs: Int, weight: @Sendable (Input) -> UInt64,
    makeState: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, Input) throws -> Output
  ) async throws -> [Output] {
    let batches = Self.batches(inputs.map(weight))
    let next = Mutex(0)
    let take: @Sendable () -> [Int]? = {
      next.withLock { position in
        guard position < batches.count else { return nil }
        defer { position += 1 }
        return batches[position]
      }
    }
    let count = max(1, min(jobs, batches.count))
    return try await withThrowingTaskGroup(of: [(Int, Output)].self) { group in
      for _ in 0..<count {
        group.addTask {
          var state = makeState()
          var done: [(Int, Output)] = []
          while let batch = take() {
            for index in batch {
              try Task.checkCancellation()
              done.append((index, try body(&state, inputs[index])))
            }
          }
          return done
        }
      }
      var results = [Output?](repeating: nil, count: inputs.count)
      for try await done in group {
        for (index, output) in done { results[index] = output }
      }
      return results.compactMap { $0 }
    }
  }

  /// Groups inputs: the heaviest alone and first, so that no core waits for the last; small ones
  /// together in their order.
  static func batches(_ weights: [UInt64]) -> [[Int]] {
    let full: UInt64 = 4 << 20
    let heavy = weights.indices.filter { weights[$0] >= full }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    var batches = heavy.map { [$0] }
    var batch: [Int] = []
    var weight: UInt64 = 0
    for index in weights.indices where weights[index] < full {
      batch.append(index)
      // What opening a file costs weighs about as much as reading 16 KiB.
      weight += weights[index] + 16_384
      if weight >= full / 2 {
        batches.append(batch)
        batch = []
        weight = 0
      }
    }
    if !batch.isEmpty { batches.append(batch) }
    return batches
  }
}
