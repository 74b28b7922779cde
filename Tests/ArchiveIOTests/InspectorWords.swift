import ArchiveIO

/// What the inspector says of a forged archive, in "kind:reason" words.
func oddities(_ forge: ZIPForge) throws -> Set<String> {
  try oddities(forge.bytes)
}

func oddities(_ bytes: [UInt8]) throws -> Set<String> {
  let directory = try ZIPDirectory.read(from: MemorySource(name: "forged.zip", bytes: bytes))
  return Set(directory.oddities.map { "\($0.kind.rawValue):\($0.reason)" })
}

func errorCode(_ bytes: [UInt8]) -> ArchiveError.Code? {
  do throws(ArchiveError) {
    _ = try ZIPDirectory.read(from: MemorySource(name: "forged.zip", bytes: bytes))
    return nil
  } catch {
    return error.code
  }
}
