/// Knows from their paths the files that can only be evidence.
///
/// Of these the text is read for what it is called, not for what it claims: no rule asks that of
/// evidence, and it is most of a dossier.
public struct EvidencePaths: Sendable {
  private let paths: PathReader
  private let items: DeclaredPaths
  /// The folder asked for last: the files of one follow one another.
  private var last: PathReader.Folder?

  /// Knows the paths of a dossier.
  ///
  /// - Parameters:
  ///   - profile: the regime.
  ///   - declaration: what `dossier.yaml` says; the files that it gives to items are none.
  public init(profile: Profile, declaration: Declaration) {
    paths = PathReader(profile: profile)
    items = DeclaredPaths(declaration.items, arePaths: declaration.isPacked)
  }

  /// Whether a file is evidence unless its own title calls it something else.
  ///
  /// - Parameter path: the path relative to the dossier's root.
  public mutating func holds(_ path: String) -> Bool {
    paths.read(path, after: &last).isEvidence && items.names(of: path).isEmpty
  }
}
