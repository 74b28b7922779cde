public import DossierModel

/// The file `dossier.json` of an archive: the index and the check of what was packed.
public struct DossierDocument: Codable, Sendable {
  /// `hoso.dossier/1`.
  public var schema: String
  /// The program that packed it, with its version.
  public var generator: String
  /// The date of packing, `YYYY-MM-DD`.
  public var date: String
  /// The language its words are in.
  public var language: String
  /// The index.
  public var index: IndexDocument
  /// The check.
  public var check: CheckDocument

  /// Pairs index and check.
  public init(
    generator: String, date: CalendarDate, language: Language, index: IndexDocument,
    check: CheckDocument
  ) {
    schema = "hoso.dossier/1"
    self.generator = generator
    self.date = date.iso
    self.language = language.rawValue
    self.index = index
    self.check = check
  }
}
