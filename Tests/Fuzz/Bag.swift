import ArchiveIO
import Dispatch
import DossierModel

@testable import DossierEngine

/// Gives verify one input of the fuzzer: an archive that may hold a bag.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  guard let container = try? BagVerifier.container(source) else { return 0 }
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    var check = BagCheck(container)
    var result = VerifyResult(path: "fuzz")
    try? await check.run(into: &result, jobs: 1, handler: nil)
    isDone.signal()
  }
  isDone.wait()
  return 0
}
