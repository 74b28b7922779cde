import ArchiveIO

@testable import DossierEngine

/// Gives the reader one input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = PDFReader.read(MemorySource(name: "fuzz", bytes: bytes), wantsText: false)
  return 0
}
