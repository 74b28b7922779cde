import ArchiveIO

/// What a worker keeps to digest entries: two at a time where the processor can, else one by one.
struct DigestWorker<Single: ~Copyable>: ~Copyable {
  private let paired = PairedSHA256()
  private var single: Single

  init(_ single: consuming Single) { self.single = single }

  /// Digests the entries of a batch.
  ///
  /// - Parameters:
  ///   - requests: what is wanted of each.
  ///   - hasChecksum: whether the CRC-32 is wanted as well.
  ///   - progress: told of the bytes read and the files done.
  ///   - open: gives the bytes of an entry, or nothing where `alone` must read it.
  ///   - judge: makes an outcome of what pairing gave.
  ///   - alone: digests one entry by itself.
  ///   - give: takes each outcome with the number of its request.
  /// - Throws: `CancellationError`, and what cannot be written.
  mutating func run(
    _ batch: [Int], of requests: [HashRequest], hasChecksum: Bool, progress: ProgressCounter,
    open: (HashRequest, inout Single) throws -> (any ByteSource)?,
    judge: (HashRequest, PairedSHA256.Outcome) -> HashOutcome,
    alone: (HashRequest, inout Single) throws -> DigestSet, give: (Int, HashOutcome) -> Void
  ) throws {
    try Self.run(
      batch, of: requests, paired, &single, hasChecksum: hasChecksum, progress: progress,
      open: open, judge: judge, alone: alone, give: give)
  }

  private static func run(
    _ batch: [Int], of requests: [HashRequest], _ paired: PairedSHA256,
    _ single: inout Single, hasChecksum: Bool, progress: ProgressCounter,
    open: (HashRequest, inout Single) throws -> (any ByteSource)?,
    judge: (HashRequest, PairedSHA256.Outcome) -> HashOutcome,
    alone: (HashRequest, inout Single) throws -> DigestSet, give: (Int, HashOutcome) -> Void
  ) throws {
    var rest = batch[...]
    func next(_ single: inout Single) throws -> (number: Int, source: any ByteSource)? {
      while let number = rest.popFirst() {
        try Task.checkCancellation()
        let request = requests[number]
        let isUsual = request.algorithms == [.sha256] && request.output == nil
        do {
          if PairedSHA256.isAvailable, isUsual, let source = try open(request, &single) {
            return (number, source)
          }
          give(number, .digests(try alone(request, &single)))
        } catch let error as ArchiveError where error.code != .write {
          give(number, .failed(error))
        }
        progress.addFile()
      }
      return nil
    }
    try paired.run(
      hasChecksum: hasChecksum, next: { try next(&single) },
      progress: {
        try Task.checkCancellation()
        progress.add(bytes: $0)
      },
      take: { number, outcome in
        give(number, judge(requests[number], outcome))
        progress.addFile()
      })
  }

  /// Digests entries with several workers.
  ///
  /// - Parameters:
  ///   - jobs: the number of workers.
  ///   - makeSingle: makes what a worker keeps to read one entry by itself.
  ///   - open, judge, alone: as `run`.
  /// - Returns: an outcome for each request, in their order.
  /// - Throws: as `run`.
  static func digests(
    of requests: [HashRequest], jobs: Int, hasChecksum: Bool, progress: ProgressCounter,
    makeSingle: @escaping @Sendable () -> Single,
    open: @escaping @Sendable (HashRequest, inout Single) throws -> (any ByteSource)?,
    judge: @escaping @Sendable (HashRequest, PairedSHA256.Outcome) -> HashOutcome,
    alone: @escaping @Sendable (HashRequest, inout Single) throws -> DigestSet
  ) async throws -> [HashOutcome?] {
    try await Workers.inBatches(
      batches(requests, jobs: jobs), count: requests.count, jobs: jobs,
      makeState: { DigestWorker(makeSingle()) }
    ) { worker, batch, give in
      try worker.run(
        batch, of: requests, hasChecksum: hasChecksum, progress: progress, open: open,
        judge: judge, alone: alone, give: give)
    }
  }

  /// Groups requests for `jobs` workers: large ones in twos, where that leaves no worker idle.
  private static func batches(_ requests: [HashRequest], jobs: Int) -> [[Int]] {
    let weights = requests.map(\.size)
    let heavy = weights.count { $0 >= Workers.heavy }
    return Workers.batches(weights, company: PairedSHA256.isAvailable && heavy > jobs ? 2 : 1)
  }
}

extension DigestWorker where Single == FileDigester {
  /// Digests entries whose bytes lie somewhere as they are.
  ///
  /// - Parameter open: gives the bytes of an entry.
  static func digests(
    of requests: [HashRequest], jobs: Int, progress: ProgressCounter,
    open: @escaping @Sendable (Int) throws -> any ByteSource
  ) async throws -> [HashOutcome?] {
    try await digests(
      of: requests, jobs: jobs, hasChecksum: false, progress: progress,
      makeSingle: { FileDigester() }, open: { request, _ in try open(request.entry) },
      judge: { _, outcome in HashOutcome(outcome) },
      alone: { request, digester in
        let source = try open(request.entry)
        return try digester.digest(of: source, request.algorithms, into: request.output) {
          progress.add(bytes: $0)
        }
      })
  }
}
