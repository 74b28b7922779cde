import Synchronization

/// Spreads synchronous work over a few tasks: the one place where the engine runs in parallel.
///
/// Each task takes the next batch of numbers until none is left, so that one large file does not
/// hold up the rest, and keeps a state of its own (buffers, parsers) all the while.
enum ParallelBatches {
  /// Makes a value for each number below a count.
  ///
  /// - Parameters:
  ///   - count: how many values to make.
  ///   - workers: the most tasks at a time.
  ///   - batch: how many numbers a task takes at a time; more where one takes microseconds.
  ///   - state: makes the state of one task.
  ///   - make: makes the value of a number.
  /// - Returns: the values in the order of their numbers.
  /// - Throws: what `make` throws first, and `CancellationError` when the task is cancelled.
  static func map<State, Value: Sendable>(
    count: Int, workers: Int, batch: Int = 8, state: @escaping @Sendable () -> State,
    make: @escaping @Sendable (inout State, Int) throws -> Value
  ) async throws -> [Value] {
    let cursor = Cursor()
    let tasks = max(1, min(workers, (count + batch - 1) / batch))
    return try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
      for _ in 0..<tasks {
        group.addTask {
          var own = state()
          var made: [(Int, Value)] = []
          while true {
            let start = cursor.take(batch)
            guard start < count else { return made }
            for number in start..<min(start + batch, count) {
              try Task.checkCancellation()
              made.append((number, try make(&own, number)))
            }
          }
        }
      }
      var slots = [Value?](repeating: nil, count: count)
      for try await made in group {
        for (number, value) in made { slots[number] = value }
      }
      return slots.compactMap { $0 }
    }
  }

  /// The next number that no task has taken.
  private final class Cursor: Sendable {
    private let next = Atomic(0)
    func take(_ count: Int) -> Int {
      next.add(count, ordering: .relaxed).oldValue
    }
  }
}
