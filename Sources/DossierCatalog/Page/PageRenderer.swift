public import DossierModel
import Mustache

/// Draws the page an inspector reads: `index.html` of an archive.
public struct PageRenderer: Sendable {
  /// Who packed the dossier, when, and where the files stand in the archive.
  public struct Packing: Sendable {
    /// The date of packing.
    public var date: CalendarDate
    /// Where each file stands relative to the page ("data/2-bao-cao/…"), by its path.
    public var paths: ArchivePaths
    /// The program, with its version where that helps.
    public var generator: String
    /// The algorithms of the bag's manifests, as in their file names ("sha256").
    public var algorithms: [String]

    /// Makes the particulars.
    public init(
      date: CalendarDate, paths: ArchivePaths, generator: String = "hoso",
      algorithms: [String] = ["sha256"]
    ) {
      self.date = date
      self.paths = paths
      self.generator = generator
      self.algorithms = algorithms
    }
  }

  private let catalog: Catalog

  /// Makes a renderer that takes its words from a catalogue.
  public init(catalog: Catalog) { self.catalog = catalog }

  /// One self-contained page in both languages, without a script or any outside resource.
  ///
  /// - Parameters:
  ///   - report: what the check found.
  ///   - index: the dossier.
  ///   - profile: the profile it was judged by.
  ///   - language: the language shown first; the other is a click away.
  ///   - packed: the particulars of packing; nothing for a dossier that is not packed, whose page
  ///     has no links to the files.
  /// - Returns: the HTML text.
  /// - Throws: what the template library throws for a wrong template, which a test rules out.
  public func page(
    report: CheckReport, index: DossierIndex, profile: Profile, language: Language,
    packed: Packing?
  ) throws -> String {
    var told = report
    told.findings = report.findings.told()
    let input = PageInput(
      report: told, index: index, profile: profile, language: language, packing: packed)
    let words = PageWords(catalog: catalog, profile: profile)
    let templates = try Templates()
    let files = PageFiles(
      Catalogue(index: index, profile: profile), places: packed?.paths ?? [:])
    var context: [String: Any] = [
      "t": words.labels, "css": Markup(trusted: Self.style),
      "head": PageHead(input: input, words: words, files: files).context,
      "evidence": PageEvidence(
        input: input, words: words, files: files, templates: templates
      ).context,
      "findings": PageFindings(input: input, words: words, files: files).context,
      "documents": PageDocuments(
        input: input, words: words, files: files, templates: templates
      ).context,
      "isPacked": packed != nil,
    ]
    context["score"] = PageScore(input: input, words: words).context
    context["timeline"] = PageTimeline(input: input, words: words, files: files).context
    return templates.render("page", context)
  }

  /// The style sheet without its indentation.
  private static var style: String {
    String(decoding: PackageResources.page_css, as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}
