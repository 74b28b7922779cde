/// What kind of archive a file is, by its first bytes and never by its extension.
public enum ArchiveKind: String, Sendable, Hashable {
  case zip
  case tar
  case tarGzip
  case tarXz
  case tarZstd

  /// Looks at the first bytes.
  ///
  /// - Returns: the kind; nothing where the bytes begin like no archive. A ZIP with bytes before its
  ///   first entry begins like none: only `ZIPDirectory.read` finds its end record.
  /// - Throws: `ArchiveError.io`.
  public static func detect(_ source: any ByteSource) throws(ArchiveError) -> ArchiveKind? {
    let head = try source.bytes(at: 0, count: TarFormat.blockSize)
    let zips: [[UInt8]] = [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 6, 6]]
    if zips.contains(where: { head.starts(with: $0) }) { return .zip }
    if head.starts(with: [0x1f, 0x8b]) { return .tarGzip }
    if head.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) { return .tarXz }
    if head.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) || isSkippableFrame(head) { return .tarZstd }
    guard head.count == TarFormat.blockSize else { return nil }
    let hasMagic = TarFormat.field(head[...], TarFormat.magic).starts(with: "ustar".utf8)
    return hasMagic || TarFormat.hasChecksum(head[...]) ? .tar : nil
  }

  private static func isSkippableFrame(_ head: [UInt8]) -> Bool {
    head.count >= 4 && head[0] & 0xf0 == 0x50 && head[1...3].elementsEqual([0x2a, 0x4d, 0x18])
  }
}
