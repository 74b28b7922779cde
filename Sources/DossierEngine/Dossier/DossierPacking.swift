internal import ArchiveIO
public import DossierCatalog
public import DossierModel
import Foundation

/// Packs an examined dossier for the inspector: bag, index, page, hand-over minutes.
public struct DossierPacking: Sendable {
  /// How to pack.
  public struct Options: Sendable {
    /// The form of the archive.
    public var format: PackRequest.Format
    /// The algorithms of the manifests.
    public var algorithms: Set<DigestAlgorithm>
    /// The date of the bag and of every entry.
    public var date: CalendarDate
    /// The language of what is written into the archive; never the locale's, so that the bytes are
    /// the same everywhere.
    public var language: Language
    /// The number of workers; the bytes do not depend on it.
    public var workers: Int
    /// Takes reports of progress.
    public var progress: ProgressHandler?

    /// Makes options.
    public init(
      format: PackRequest.Format, algorithms: Set<DigestAlgorithm>, date: CalendarDate,
      language: Language, workers: Int, progress: ProgressHandler? = nil
    ) {
      self.format = format
      self.algorithms = algorithms
      self.date = date
      self.language = language
      self.workers = workers
      self.progress = progress
    }
  }

  /// What was packed.
  public struct Outcome: Sendable {
    /// The archive and what verifying it said.
    public var result: PackResult
    /// The files whose name was made portable.
    public var renamed: Int
    /// The files written beside the archive.
    public var beside: [String]
  }

  private let catalog: Catalog

  /// Makes a packer that uses a catalogue's words and severities.
  public init(catalog: Catalog) { self.catalog = catalog }

  /// Lays out the payload of a dossier's archive; nothing of what the check finds is needed for it.
  ///
  /// - Parameter examination: the dossier, as it was looked at.
  /// - Throws: `DossierError` for a file that belongs to the dossier but cannot be packed.
  public func places(of examination: DossierExamination) async throws -> PayloadPlaces {
    try PayloadPlaces(index: examination.index, profile: examination.profile)
  }

  /// Packs a dossier's folder.
  ///
  /// - Parameters:
  ///   - examination: the dossier, as it was looked at.
  ///   - places: where its files go.
  ///   - report: what the check finds; it goes into the archive.
  ///   - target: the path of the archive.
  ///   - options: how to pack.
  /// - Throws: `DossierError` where the target lies inside the dossier, a file changed since it was
  ///   looked at, or something cannot be read or written. Nothing half-written stays.
  public func pack(
    _ examination: DossierExamination, places: PayloadPlaces, report: LateReport,
    to target: String, options: Options
  ) async throws -> Outcome {
    guard let folder = examination.folder else {
      throw DossierError(.notAFolder, path: examination.path)
    }
    if places.files.isEmpty { throw DossierError(.nothingToPack, path: examination.path) }
    try Self.refuseLongName(target)
    try Self.refuseInside(target, folder: folder)
    if FileStatus.isSpecial(target) { throw DossierError(.notAFile, path: target) }
    var request = PackRequest(
      baseFolder: Self.baseFolder(of: target),
      files: places.files.map { file, place in
        PackRequest.PayloadFile(
          source: "\(folder)/\(file.path)", target: place,
          compressibility: file.format.compressibility,
          expectedSHA256: file.sha256)
      }, date: options.date, softwareAgent: "hoso/\(HosoVersion.current)")
    request.format = options.format
    request.algorithms = options.algorithms
    request.jobs = options.workers
    request.info = info(of: examination, options.language)
    let sealed = SealedDocuments(
      examination: examination, report: report, places: places, catalog: catalog, options: options)
    do {
      let result = try await BagPacker(severities: catalog.severities).pack(
        request, to: target, progress: options.progress, tagFiles: { try sealed.tagFiles(for: $0) },
        beside: { [try sealed.handover(of: $0)] })
      let handover = target + SealedDocuments.handoverEnding
      return Outcome(
        result: result, renamed: places.renamed, beside: ["\(target).sha256", handover])
    } catch let error as PackError {
      throw DossierError(error)
    }
  }

  private func info(of examination: DossierExamination, _ language: Language) -> [BagInfo.Element] {
    var elements: [BagInfo.Element] = []
    if let unit = examination.index.unit {
      elements.append(BagInfo.Element("Source-Organization", Self.oneLine(unit)))
    }
    let title = examination.profile.title[language]
    let year = examination.index.year.map { " \($0)" } ?? ""
    elements.append(
      BagInfo.Element("External-Description", Self.oneLine(title + year)))
    return elements
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The archive's name without its ending, fit for any system.
  private static func baseFolder(of target: String) -> String {
    var name = target.pathParts.last ?? "hoso"
    for ending in [".zip", ".tar.gz", ".tgz", ".tar.zst"] where name.lowercased().hasSuffix(ending)
    {
      name = String(name.dropLast(ending.count))
      break
    }
    let portable = PortableNames([name]).targets.first ?? name
    return portable.isEmpty ? "hoso" : portable
  }

  /// Refuses a name that leaves no room for the names of the files beside it.
  ///
  /// - Parameter target: the path of the archive to come.
  /// - Throws: `DossierError.nameTooLong`; a check that takes minutes need not come first.
  public static func refuseLongName(_ target: String) throws {
    let name = target.pathParts.last ?? target
    let limit = PortableNames.partLimit - SealedDocuments.handoverEnding.utf8.count
    guard name.utf8.count > limit else { return }
    throw DossierError(.nameTooLong, path: target, detail: "\(name.utf8.count) > \(limit)")
  }

  private static func refuseInside(_ target: String, folder: String) throws {
    if try ResultFile.isInside(target, folder: folder) {
      throw DossierError(.targetInside, path: target)
    }
  }
}

/// Where each file of a dossier goes in the payload of its archive.
public struct PayloadPlaces: Sendable {
  /// The files that are packed, each with its path below `data/`.
  let files: [(IndexedFile, String)]
  /// The number of files whose name was made portable.
  let renamed: Int

  /// Lays the payload out by items and criteria; what is temporary, ignored, a link or no ordinary
  /// file stays out.
  ///
  /// - Throws: `DossierError` for a file that belongs to the dossier but cannot be packed: none is
  ///   left out in silence.
  init(index: DossierIndex, profile: Profile) throws {
    let kept = index.files.filter { file in
      guard file.kind == .regular else { return false }
      switch file.placement.reason {
      case .temporary, .ignored: return false
      default: return true
      }
    }
    for file in kept {
      if file.rawPath != nil { throw DossierError(.badName, path: file.path) }
      if file.sha256 == nil {
        throw DossierError(.unreadable, path: file.path, detail: file.problem?.detail ?? "")
      }
    }
    let wanted = kept.map { Self.place(of: $0, in: profile) }
    let names = PortableNames(wanted)
    files = zip(kept, names.targets).map { ($0, $1) }
    renamed = names.renamings.count
  }

  private static func place(of file: IndexedFile, in profile: Profile) -> String {
    let placement = file.placement
    if let criterion = placement.criteria.first, let evidence = profile.evidenceItem {
      return "\(evidence.folder)/\(criterion)/\(file.name)"
    }
    if let item = placement.item.flatMap(profile.item) { return "\(item.folder)/\(file.name)" }
    return profile.otherFolder.isEmpty ? file.path : "\(profile.otherFolder)/\(file.path)"
  }
}

extension DossierError {
  /// What an error of packing or extracting means for whoever asked for the job.
  init(_ error: PackError) {
    let code: Code =
      switch error.code {
      case .changed: .changed
      case .unreadable: .unreadable
      case .output: .unwritable
      case .full: .noSpace
      case .name: .unwritable
      case .verification: .unverified
      case .exists: .exists
      case .damaged: .damaged
      }
    self.init(code, path: error.path, detail: error.detail)
  }
}
