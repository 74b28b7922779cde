/// Reads a tar archive from front to back, plain or packed with gzip, xz or zstd.
///
/// Every header is read here, from its 512 bytes; libarchive only unpacks xz and zstd.
public enum TarReader {
  /// Reads an archive and gives its entries and their data to a visitor.
  ///
  /// - Parameters:
  ///   - source: the bytes of the archive.
  ///   - limits: what is too much.
  ///   - visitor: sees every entry in the archive's order.
  /// - Returns: all that is suspicious. An archive that contradicts itself, ends too early or is a
  ///   bomb is *not* an error: what could be read until then has been seen.
  /// - Throws: `ArchiveError.notAnArchive` where no tar begins here, `.io`, and what the visitor
  ///   throws.
  ///
  /// Source: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Interchange Format"; the GNU tar
  /// manual, "Basic Tar Format".
  public static func read<Visitor: TarVisitor>(
    from source: any ByteSource, limits: TarLimits = .archive, visitor: inout Visitor
  ) throws -> TarInspection {
    guard let kind = try ArchiveKind.detect(source), kind != .zip else {
      throw ArchiveError(.notAnArchive, path: source.name, detail: "no-archive")
    }
    var walk = try TarWalk(source, kind: kind, limits: limits)
    do {
      try walk.run(&visitor)
    } catch let error as ArchiveError where error.code == .limit {
      // A bomb: it has been noted.
    } catch let error as ArchiveError
      where [.damaged, .truncated, .unsupported].contains(error.code)
    {
      // The filter gave up: that says something of the archive, not of our ability to look.
      walk.noteFilterFailure(error)
    }
    return walk.inspection()
  }

  /// Reads an archive for its oddities and entries only.
  ///
  /// - Returns: the entries, and all that is suspicious.
  /// - Throws: as `read(from:limits:visitor:)`.
  public static func list(
    _ source: any ByteSource, limits: TarLimits = .archive
  ) throws -> (entries: [TarEntry], inspection: TarInspection) {
    var lister = Lister()
    let inspection = try read(from: source, limits: limits, visitor: &lister)
    return (lister.entries, inspection)
  }

  private struct Lister: TarVisitor {
    var entries: [TarEntry] = []

    mutating func begin(_ entry: TarEntry) -> Bool {
      entries.append(entry)
      return false
    }
    mutating func data(_ bytes: UnsafeRawBufferPointer) {}
    mutating func end(_ entry: TarEntry) {}
  }
}
