import ArchiveIO
import DossierCatalog
import DossierModel

/// The documents that are sealed into an archive, and the sheet that goes with it.
struct SealedDocuments: Sendable {
  let examination: DossierExamination
  let report: LateReport
  let places: PayloadPlaces
  let catalog: Catalog
  let options: DossierPacking.Options

  /// Makes `dossier.json` and `index.html`.
  ///
  /// - Parameter target: the path of the archive.
  func tagFiles(for target: String) throws -> [TagFile] {
    let paths = ArchivePaths(places.files.map { ($0.0.path, "data/\($0.1)") })
    let language = options.language
    let report = report.value
    var document = DossierDocument(
      generator: generator, date: options.date, language: language,
      index: IndexDocument(
        index: examination.index, profile: examination.profile, catalog: catalog,
        language: language, archivePaths: paths),
      check: CheckDocument(
        report: report, index: examination.index, profile: examination.profile, catalog: catalog,
        language: language))
    if try !ProfileCatalog.isBuiltIn(examination.profile) { document.index.profile.own = true }
    let json = SpillBuffer("dossier.json", beside: target)
    try JSONText.write(document) { try json.write($0) }
    return [
      TagFile(path: "dossier.json", content: try json.finish()),
      TagFile(path: "index.html", bytes: Array(try page(paths).utf8)),
    ]
  }

  private func page(_ paths: ArchivePaths) throws -> String {
    try PageRenderer(catalog: catalog).page(
      report: report.value, index: examination.index, profile: examination.profile,
      language: options.language,
      packed: PageRenderer.Packing(
        date: options.date, paths: paths, generator: generator,
        algorithms: options.algorithms.sorted().map(\.rawValue)))
  }

  private var generator: String { "hoso/\(HosoVersion.current)" }

  /// What is added to the archive's name for the hand-over minutes.
  static let handoverEnding = ".handover.html"

  /// Makes the hand-over minutes, to stand beside the archive.
  func handover(of result: PackResult) throws -> TagFile {
    let text = try HandoverRenderer(catalog: catalog).page(
      archive: result.path.pathParts.last ?? result.path,
      sha256: result.sha256, files: result.files.count,
      size: Int64(clamping: result.size), unit: examination.index.unit,
      year: examination.index.year, profile: examination.profile, report: report.value,
      date: options.date, language: options.language)
    return TagFile(path: Self.handoverEnding, bytes: Array(text.utf8))
  }
}
