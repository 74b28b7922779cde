public import DossierModel
/// Temp.
public struct PageRenderer {
  /// Temp.
  public struct Packing {
    /// Temp.
    public init(date: CalendarDate, paths: [String: String]) {}
  }
  /// Temp.
  public init(catalog: Catalog) {}
  /// Temp.
  public func page(report: CheckReport, index: DossierIndex, profile: Profile, language: Language, packed: Packing?) throws -> String { "<!doctype html><title>hoso</title>" }
}
/// Temp.
public struct HandoverRenderer {
  /// Temp.
  public init(catalog: Catalog) {}
  /// Temp.
  public func page(archive: String, sha256: String, files: Int, size: Int64, unit: String?, year: Int?, profile: Profile, verdict: CheckReport.Verdict, date: CalendarDate, language: Language) throws -> String { "<!doctype html><title>hoso</title>" }
}
