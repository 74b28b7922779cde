import ArchiveIO
import Dispatch
import DossierModel

@testable import DossierEngine

/// A bag in the fuzzer's bytes: path, RS, data, GS, and the next file.
private struct MemoryBag: BagContainer {
  let kind = VerifyResult.Container.zip
  let findings: [Finding] = []
  let bagProblem: Finding? = nil
  let dataChecks: [String] = []
  private(set) var entries: [BagEntry] = []
  private var contents: [[UInt8]] = []

  init(_ bytes: [UInt8]) {
    for file in bytes.split(separator: 0x1D) {
      let path = file.prefix { $0 != 0x1E }
      let data = Array(file.dropFirst(path.count + 1))
      let kind: BagEntry.Kind = path.last == 0x2F ? .folder : .file
      let name = kind == .folder ? path.dropLast() : path
      entries.append(
        BagEntry(path: BagPath(bytes: Array(name)), kind: kind, size: UInt64(data.count)))
      contents.append(data)
    }
  }

  func bytes(of entry: Int, limit: Int) -> [UInt8] { contents[entry] }

  func digests(
    _ requests: [HashRequest], jobs: Int, progress: ProgressCounter
  ) async throws -> [HashOutcome?] {
    requests.map { .digests(DigestSet.of(contents[$0.entry], $0.algorithms)) }
  }
}

/// Gives verify one bag made of the fuzzer's bytes: no archive's checksums stand in its way.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bag = MemoryBag(Array(UnsafeBufferPointer(start: start, count: count)))
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    var check = BagCheck(bag)
    var result = VerifyResult(path: "fuzz")
    try? await check.run(into: &result, jobs: 1, handler: nil)
    isDone.signal()
  }
  isDone.wait()
  return 0
}
