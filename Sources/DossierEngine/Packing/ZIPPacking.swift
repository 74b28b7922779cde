import ArchiveIO
import DossierModel

/// Writes a bag as a ZIP: workers read, digest and pack one group while another is written.
struct ZIPPacking {
  let plan: PackPlan
  let request: PackRequest

  /// A file that a worker is done with.
  private struct Prepared: Sendable {
    var watched: WatchedFile
    var entry: PreparedZIPEntry
    var digests: DigestSet
  }

  /// A tag file that is ready to append.
  private struct PreparedTagFile: Sendable {
    var entry: PreparedZIPEntry
    var digested: BagTagFiles.Digested
  }

  private var time: DOSTime {
    DOSTime(year: request.date.year, month: request.date.month, day: request.date.day)
  }
  private var jobs: Int { max(1, request.jobs ?? Workers.defaultJobs) }

  /// Writes the archive.
  func run(
    _ path: String, _ progress: ProgressHandler?,
    _ tagFiles: @escaping @Sendable () throws -> [TagFile]
  ) async throws -> [PackedFile] {
    async let extra = prepared(tagFiles)
    var writer = StrictZIPWriter(try OutputFile(creating: path))
    let declaration = try prepared(BagTagFiles.declaration)
    try writer.append(declaration.entry)
    let sizes = try plan.files.map { try PackPlan.size($0) }
    let counter = ProgressCounter(
      .packing, bytes: sizes.reduce(0, +), files: plan.files.count, handler: progress)
    let windows = plan.windows(sizes: sizes, jobs: jobs)
    var packed: [PackedFile] = []
    packed.reserveCapacity(plan.files.count)
    var ready = try await prepare(windows.first ?? 0..<0, counter)
    for (number, _) in windows.enumerated() {
      let following = number + 1 < windows.count ? windows[number + 1] : 0..<0
      async let next = prepare(following, counter)
      for item in ready {
        try Task.checkCancellation()
        try writer.append(item.entry)
        try item.watched.checkUnchanged(item.digests)
        packed.append(PackedFile(item.watched, item.digests))
        counter.addFile()
      }
      ready = try await next
    }
    let files = try BagTagFiles.ofPayload(packed, request).map(prepared) + (try await extra)
    let manifests = BagTagFiles.manifests(of: ([declaration] + files).map(\.digested), request)
    for file in files + (try manifests.map(prepared)) { try writer.append(file.entry) }
    _ = try writer.finish()
    return packed
  }

  /// Makes tag files and packs them, beside the payload.
  private func prepared(
    _ make: @escaping @Sendable () throws -> [TagFile]
  ) async throws -> [PreparedTagFile] {
    try make().map(prepared)
  }

  private func prepared(_ file: TagFile) throws -> PreparedTagFile {
    var preparer = ZIPPreparer()
    let part = ZIPPart(
      name: "\(request.baseFolder)/\(file.path)", content: file.content, time: time,
      effort: file.path == BagDeclaration.fileName ? .none : .thorough)
    let (entry, digests) = try preparer.prepare(part, digesting: request.algorithms) { _ in }
    return PreparedTagFile(entry: entry, digested: (file.path, digests))
  }

  private func prepare(
    _ window: Range<Int>, _ counter: ProgressCounter
  ) async throws -> [Prepared] {
    let time = time
    let request = request
    return try await Workers.map(
      Array(plan.files[window]), jobs: jobs, weight: { _ in 1 << 20 }, makeState: { ZIPPreparer() }
    ) { preparer, file in
      let watched = try WatchedFile(file)
      let part = ZIPPart(
        name: "\(request.baseFolder)/data/\(file.target)", content: watched.source, time: time,
        effort: DeflateEffort(file.compressibility))
      let (entry, digests) = try preparer.prepare(
        part, digesting: PackPlan.algorithms(file, request)
      ) { counter.add(bytes: $0) }
      return Prepared(watched: watched, entry: entry, digests: watched.digests(digests))
    }
  }
}

extension DeflateEffort {
  /// The effort that bytes are worth.
  fileprivate init(_ compressibility: FileFormat.Compressibility) {
    self =
      switch compressibility {
      case .compressed: .none
      case .plain: .thorough
      case .unknown: .quick
      }
  }
}
