import ArchiveIO

/// Counts what it is given, and holds the walk to its word.
private struct Counter: TarVisitor {
  var left: UInt64 = 0
  var isOpen = false

  mutating func begin(_ entry: TarEntry) -> Bool {
    left = entry.size
    isOpen = true
    return true
  }

  mutating func data(_ bytes: UnsafeRawBufferPointer) {
    if !isOpen || UInt64(bytes.count) > left { fatalError("more bytes than the entry has") }
    left -= UInt64(bytes.count)
  }

  mutating func end(_ entry: TarEntry) {
    if !isOpen || left != 0 { fatalError("\(left) bytes of an entry that ended are missing") }
    isOpen = false
  }
}

/// Gives the tar walk one input of the fuzzer, plain or packed as its first bytes say.
///
/// What is skipped and what is read must lead to the same entries.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  var limits = TarLimits.archive
  limits.totalSize = 64 << 20
  var counter = Counter()
  let read = try? TarReader.read(from: source, limits: limits, visitor: &counter)
  let listed = try? TarReader.list(source, limits: limits)
  if read?.entries != listed?.inspection.entries { fatalError("two walks see two archives") }
  for entry in listed?.entries ?? [] { _ = EntryName.escaped(entry.rawName) }
  return 0
}
