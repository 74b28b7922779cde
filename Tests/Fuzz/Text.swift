import ArchiveIO

@testable import DossierEngine

/// Gives the reader one input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  _ = PlainTextReader.read(source, wantsText: true)
  _ = PlainTextReader.readHTML(source, wantsText: true)
  _ = OfficeXMLReader.read(source, wantsText: true)
  return 0
}
