/// Where the files of a dossier stand in its archive, by their paths in the dossier.
///
/// Paths are compared by their bytes: as keys, `String` takes the NFC and NFD names of two files for
/// one.
public struct ArchivePaths: Sendable, ExpressibleByDictionaryLiteral {
  private var places: [[UInt8]: String] = [:]

  /// Takes pairs of a path in the dossier and one in the archive; the first of two equal paths counts.
  public init(_ pairs: some Sequence<(path: String, place: String)> = []) {
    for (path, place) in pairs where places[Array(path.utf8)] == nil {
      places[Array(path.utf8)] = place
    }
  }

  /// Takes pairs as they are written in code.
  public init(dictionaryLiteral pairs: (String, String)...) {
    self.init(pairs.map { (path: $0, place: $1) })
  }

  /// The place of a file, or nothing where it is not in the archive.
  public subscript(path: String) -> String? { places[Array(path.utf8)] }
}
