import DossierCatalog
import DossierModel
import Foundation

/// The documents that are sealed into an archive, and the sheet that goes with it.
struct SealedDocuments: Sendable {
  let examination: DossierExamination
  let report: CheckReport
  let places: PayloadPlaces
  let catalog: Catalog
  let options: DossierPacking.Options

  /// Makes `dossier.json` and `index.html`.
  func tagFiles() throws -> [TagFile] {
    let paths = ArchivePaths(places.files.map { ($0.0.path, "data/\($0.1)") })
    let language = options.language
    let document = DossierDocument(
      generator: generator, date: options.date, language: language,
      index: IndexDocument(
        index: examination.index, profile: examination.profile, catalog: catalog,
        language: language, archivePaths: paths),
      check: CheckDocument(
        report: report, index: examination.index, profile: examination.profile, catalog: catalog,
        language: language))
    return [
      TagFile(path: "dossier.json", bytes: Array(try JSONText.pretty(document).utf8)),
      TagFile(path: "index.html", bytes: Array(try page(paths).utf8)),
    ]
  }

  private func page(_ paths: ArchivePaths) throws -> String {
    try PageRenderer(catalog: catalog).page(
      report: report, index: examination.index, profile: examination.profile,
      language: options.language,
      packed: PageRenderer.Packing(
        date: options.date, paths: paths, generator: generator,
        algorithms: options.algorithms.sorted().map(\.rawValue)))
  }

  private var generator: String { "hoso/\(HosoVersion.current)" }

  /// Writes the hand-over minutes beside the archive.
  ///
  /// - Returns: their path.
  func writeHandover(_ result: PackResult, beside target: String) throws -> String {
    let path = "\(target).handover.html"
    let text = try HandoverRenderer(catalog: catalog).page(
      archive: target.split(separator: "/").last.map(String.init) ?? target,
      sha256: result.sha256, files: result.files.count,
      size: Int64(clamping: result.size), unit: examination.index.unit,
      year: examination.index.year, profile: examination.profile, verdict: report.verdict,
      date: options.date, language: options.language)
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw DossierError(foundation: error, path: path)
    }
    return path
  }
}
