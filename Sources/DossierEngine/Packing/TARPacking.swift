import ArchiveIO
import DossierModel

/// Writes a bag as a packed TAR: one stream, so one file after another.
struct TARPacking {
  let plan: PackPlan
  let request: PackRequest
  let packing: TarPacking

  /// Writes the archive.
  func run(
    _ path: String, _ progress: ProgressHandler?, _ tagFiles: () throws -> [TagFile]
  ) throws -> [PackedFile] {
    let time = UInt64(max(0, request.date.dayNumber)) * 86_400
    var writer = try TarWriter(OutputFile(creating: path), packing: packing, time: time)
    var digested = [try append(BagTagFiles.declaration, to: &writer)]
    let sizes = try plan.files.map { try PackPlan.size($0) }
    let counter = ProgressCounter(
      .packing, bytes: sizes.reduce(0, +), files: plan.files.count, handler: progress)
    var packed: [PackedFile] = []
    packed.reserveCapacity(plan.files.count)
    for file in plan.files {
      let watched = try WatchedFile(file)
      let computed = try writer.append(
        name: "\(request.baseFolder)/data/\(file.target)", content: watched.source,
        digesting: PackPlan.algorithms(file, request)
      ) { counter.add(bytes: $0) }
      let digests = watched.digests(computed)
      try watched.checkUnchanged(digests)
      packed.append(PackedFile(watched, digests))
      counter.addFile()
    }
    for file in BagTagFiles.ofPayload(packed, request) + (try tagFiles()) {
      digested.append(try append(file, to: &writer))
    }
    for file in BagTagFiles.manifests(of: digested, request) { _ = try append(file, to: &writer) }
    _ = try writer.finish()
    return packed
  }

  private func append(
    _ file: TagFile, to writer: inout TarWriter
  ) throws -> BagTagFiles.Digested {
    let digests = try writer.append(
      name: "\(request.baseFolder)/\(file.path)", content: file.content,
      digesting: request.algorithms
    ) { _ in }
    return (file.path, digests)
  }
}
