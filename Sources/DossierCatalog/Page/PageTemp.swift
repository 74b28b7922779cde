public import DossierModel
/// Temp.
public struct HandoverRenderer {
  /// Temp.
  public init(catalog: Catalog) {}
  /// Temp.
  public func page(archive: String, sha256: String, files: Int, size: Int64, unit: String?, year: Int?, profile: Profile, verdict: CheckReport.Verdict, date: CalendarDate, language: Language) throws -> String { "<!doctype html><title>hoso</title>" }
}
