import ArchiveIO
import NativeReaders

@testable import DossierEngine

/// Gives the reader one input of the fuzzer, and the walks over its pages that only text needs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = PDFReader.read(MemorySource(name: "fuzz", bytes: bytes), wantsText: false)
  guard let file = MemoryFile(), file.append(bytes) else { return 0 }
  for asksForPlainText in [true, false] {
    do {
      _ = try PDFInspector.inspect(
        path: file.path, size: UInt64(count), wantsRulings: true,
        asksForPlainText: asksForPlainText)
    } catch {
      // A refusal is an answer.
      continue
    }
  }
  return 0
}
