/// Knows from their paths the files that can only be evidence.
///
/// Of these the text is read for what it is called, not for what it claims: no rule asks that of
/// evidence, and it is most of a dossier.
public struct EvidencePaths: Sendable {
  private let paths: PathReader
  private let isSure: Bool

  /// Knows the paths of a dossier.
  ///
  /// - Parameters:
  ///   - profile: the regime.
  ///   - declaration: what `dossier.yaml` says; where it names the files of items, any file may be one.
  public init(profile: Profile, declaration: Declaration) {
    paths = PathReader(profile: profile)
    isSure = declaration.items.isEmpty
  }

  /// Whether a file is evidence unless its own title calls it something else.
  ///
  /// - Parameter path: the path relative to the dossier's root.
  public func holds(_ path: String) -> Bool { isSure && paths.read(path).isEvidence }
}
