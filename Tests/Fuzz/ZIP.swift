import ArchiveIO

/// Gives the inspector one input of the fuzzer, and reads every entry of what it finds.
///
/// An entry that is read without an error has exactly the bytes that the directory says, in whichever
/// way it is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  _ = try? ZIPDirectory.read(from: source, limits: .document)
  guard let directory = try? ZIPDirectory.read(from: source) else { return 0 }
  var reader = ZIPEntryReader()
  var total: UInt64 = 0
  for entry in directory.entries {
    total += min(entry.size, 16 << 20)
    if total > 32 << 20 { break }
    _ = EntryName.escaped(entry.rawName)
    _ = EntryName.problems(of: entry.rawName[...], isFolder: entry.isDirectory)
    check(entry, of: source, &reader)
  }
  return 0
}

private func check(_ entry: ZIPEntry, of source: MemorySource, _ reader: inout ZIPEntryReader) {
  var streamed: UInt64 = 0
  let isStreamed: Bool
  do {
    try reader.read(entry, from: source, limit: 16 << 20) { streamed += UInt64($0.count) }
    isStreamed = true
  } catch {
    isStreamed = false
  }
  let whole = try? reader.bytes(of: entry, in: source, limit: 16 << 20)
  if isStreamed && streamed != entry.size { fatalError("\(streamed) bytes of \(entry.size)") }
  if isStreamed != (whole != nil) { fatalError("read in one way and not in the other") }
}
