import ArchiveIO
import DossierModel

/// Writes a bag as a packed TAR: one stream, so one file after another.
struct TARPacking {
  let plan: PackPlan
  let request: PackRequest
  let packing: TarPacking

  /// Writes the archive.
  func run(
    _ path: String, _ progress: ProgressHandler?, _ tagFiles: BagPacker.TagFileMaker
  ) throws -> [PackedFile] {
    let time = UInt64(max(0, request.date.dayNumber)) * 86_400
    var writer = try TarWriter(OutputFile(creating: path), packing: packing, time: time)
    try append(BagTagFiles.declaration, to: &writer)
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
    let files = BagTagFiles.ofPayload(packed, request) + (try tagFiles())
    let digested = files.map { BagTagFiles.digested($0, request) }
    for file in files + BagTagFiles.manifests(of: digested, request) {
      try append(file, to: &writer)
    }
    _ = try writer.finish()
    return packed
  }

  private func append(_ file: TagFile, to writer: inout TarWriter) throws {
    let name = "\(request.baseFolder)/\(file.path)"
    let content = MemorySource(name: name, bytes: file.bytes)
    _ = try writer.append(name: name, content: content, digesting: []) { _ in }
  }
}
