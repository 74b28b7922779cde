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
    let results = try await inBatches(
      batches(inputs.map(weight)), count: inputs.count, jobs: jobs, makeState: makeState
    ) { state, batch, give in
      for index in batch {
        try Task.checkCancellation()
        give(index, try body(&state, inputs[index]))
      }
    }
    return results.compactMap { $0 }
  }

  /// Works on batches of inputs, where several of them are better seen together.
  ///
  /// - Parameters:
  ///   - batches: the numbers of the inputs.
  ///   - count: the number of inputs.
  ///   - jobs: the number of workers.
  ///   - makeState: makes what a worker keeps.
  ///   - body: the work on one batch; it gives an output for each input of it, in any order.
  /// - Returns: the outputs in the order of the inputs.
  /// - Throws: as `map`.
  static func inBatches<Output: Sendable, State: ~Copyable>(
    _ batches: [[Int]], count: Int, jobs: Int, makeState: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, [Int], (Int, Output) -> Void) throws -> Void
  ) async throws -> [Output?] {
    let next = Mutex(0)
    let results = Mutex([Output?](repeating: nil, count: count))
    let take: @Sendable () -> [Int]? = {
      next.withLock { position in
        guard position < batches.count else { return nil }
        defer { position += 1 }
        return batches[position]
      }
    }
    let keep: @Sendable ([(Int, Output)]) -> Void = { done in
      results.withLock { results in
        for (index, output) in done { results[index] = output }
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(jobs, batches.count)) {
        group.addTask {
          var state = makeState()
          var done: [(Int, Output)] = []
          while let batch = take() {
            try body(&state, batch) { done.append(($0, $1)) }
            keep(done)
            done.removeAll(keepingCapacity: true)
          }
        }
      }
      try await group.waitForAll()
    }
    return results.withLock { $0 }
  }

  /// An input of so many bytes is work enough for a batch.
  static let heavy: UInt64 = 4 << 20

  /// Groups inputs: the heaviest alone and first, so that no core waits for the last; small ones
  /// together in their order.
  ///
  /// - Parameter company: how many heavy ones go together, where one worker does better on several.
  static func batches(_ weights: [UInt64], company: Int = 1) -> [[Int]] {
    let large = weights.indices.filter { weights[$0] >= heavy }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    var batches = stride(from: 0, to: large.count, by: company).map {
      Array(large[$0..<min($0 + company, large.count)])
    }
    var batch: [Int] = []
    var weight: UInt64 = 0
    for index in weights.indices where weights[index] < heavy {
      batch.append(index)
      // What opening a file costs weighs about as much as reading 16 KiB.
      weight += weights[index] + 16_384
      if weight >= heavy / 2 {
        batches.append(batch)
        batch = []
        weight = 0
      }
    }
    if !batch.isEmpty { batches.append(batch) }
    return batches
  }
}
