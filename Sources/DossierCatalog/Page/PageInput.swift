public import DossierModel

/// What a page is drawn from.
public struct PageInput: Sendable {
  /// Who packed the dossier, and when.
  public struct Packing: Sendable {
    /// The date of packing.
    public var date: CalendarDate
    /// The program with its version ("hoso 1.0").
    public var generator: String

    /// Makes the particulars.
    public init(date: CalendarDate, generator: String) {
      self.date = date
      self.generator = generator
    }
  }

  /// What the check found.
  public var report: CheckReport
  /// The dossier.
  public var index: DossierIndex
  /// The profile it was judged by.
  public var profile: Profile
  /// The language shown first; the other is a click away.
  public var language: Language
  /// Who packed it; nothing for a page of a dossier that is not packed.
  public var packing: Packing?
  /// Where a file stands relative to the page ("data/2-bao-cao/bao-cao.docx"), unencoded; nothing
  /// where the page cannot link to it.
  public var location: @Sendable (IndexedFile) -> String?

  /// Makes an input.
  public init(
    report: CheckReport, index: DossierIndex, profile: Profile, language: Language,
    packing: Packing? = nil, location: @escaping @Sendable (IndexedFile) -> String? = { _ in nil }
  ) {
    self.report = report
    self.index = index
    self.profile = profile
    self.language = language
    self.packing = packing
    self.location = location
  }
}
