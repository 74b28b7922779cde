public import DossierModel

/// Temp.
public struct DossierExtraction: Sendable {
  /// Temp.
  public init(severities: SeverityTable) {}
  /// Temp.
  public func extract(
    _ a: String, to: String, item: String?, criterion: String?, workers: Int,
    progress: ProgressHandler?
  ) async throws -> Int { 0 }
}
