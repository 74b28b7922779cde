import ArchiveIO

@testable import DossierEngine

/// Gives the readers one input of the fuzzer as the package it may be.
///
/// What breaks the container is met here; what breaks the parts, `OfficeXML` meets.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  for name in ["fuzz.docx", "fuzz.odt"] {
    _ = DocumentReader().read(source, name: name, depth: .full)
  }
  return 0
}
