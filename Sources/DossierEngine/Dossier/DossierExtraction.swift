import DossierCatalog
public import DossierModel
import Foundation

/// Takes files out of an archive: all of them, or those of an item or a criterion.
public struct DossierExtraction: Sendable {
  private let severities: SeverityTable

  /// Makes an extractor.
  ///
  /// - Parameter severities: which finding is an error; nothing is taken out of a damaged archive.
  public init(severities: SeverityTable) { self.severities = severities }

  /// Verifies an archive and extracts what is asked for into a folder that was not there.
  ///
  /// - Parameters:
  ///   - archive: the archive.
  ///   - folder: the folder to make.
  ///   - item: only the files of this item, by id.
  ///   - criterion: only the evidence of this criterion, by code.
  ///   - workers: the most tasks at a time.
  ///   - progress: takes reports of progress.
  /// - Returns: the number of files.
  /// - Throws: `DossierError` where the archive is damaged, nothing fits the choice, or the folder
  ///   cannot be made. Nothing stays then.
  public func extract(
    _ archive: String, to folder: String, item: String?, criterion: String?, workers: Int,
    progress: ProgressHandler?
  ) async throws -> Int {
    let chosen = try Self.chosen(archive, item: item, criterion: criterion)
    do {
      let result = try await BagExtractor(severities: severities).extract(
        archive, to: folder, jobs: workers, progress: progress,
        where: { chosen?.contains(Array($0.utf8)) ?? true })
      if let failure = result.verification.failure { throw DossierError(failure, path: archive) }
      guard result.verification.verdict == .intact else {
        throw Self.refusal(
          result.verification.findings.first { severities[$0.code] == .error }, archive)
      }
      return result.files.count
    } catch let error as PackError {
      throw DossierError(error)
    }
  }

  /// Why nothing is taken out of what is not intact.
  private static func refusal(_ finding: Finding?, _ archive: String) -> DossierError {
    if finding?.code == .entryEncrypted { return DossierError(.encryptedArchive, path: archive) }
    guard let finding, finding.code == .bagNotABag else {
      return DossierError(.damaged, path: archive, detail: finding?.code.rawValue ?? "")
    }
    if case .list(let folders)? = finding.arguments["folders"] {
      return DossierError(.nestedBag, path: archive, detail: folders.joined(separator: ", "))
    }
    switch finding.variant {
    case "format": return DossierError(.notAnArchive, path: archive, detail: "no-archive")
    case "empty": return DossierError(.notAnArchive, path: archive, detail: "empty")
    default: break
    }
    return DossierError(.notABag, path: archive, detail: finding.code.rawValue)
  }

  /// The paths in the bag that are asked for; nothing where everything is.
  private static func chosen(
    _ archive: String, item: String?, criterion: String?
  ) throws -> Set<[UInt8]>? {
    guard item != nil || criterion != nil else { return nil }
    let index = try PackedIndex.read(from: archive).document.index
    let packed = index.files.filter { $0.archivePath != nil }
    let codes = try criterion.map { try Self.codes(of: $0, in: index.profile.id) }
    let files = packed.filter { file in
      (item == nil || file.item == item)
        && (codes.map { !$0.isDisjoint(with: file.criteria) } ?? true)
    }
    let paths = Set(files.compactMap(\.archivePath).map { Array($0.utf8) })
    guard !paths.isEmpty else {
      let what = [item, criterion].compactMap { $0 }.joined(separator: " ")
      let known = Set(packed.compactMap(\.item)).sorted() + Set(packed.flatMap(\.criteria)).sorted()
      throw DossierError(.nothingToExtract, path: what, detail: known.joined(separator: ", "))
    }
    return paths
  }

  /// The codes that a criterion stands for: its own, and those of its group where it is one.
  private static func codes(of criterion: String, in profile: String) throws -> Set<String> {
    let known = try ProfileCatalog.builtIn(profile)?.criterion(criterion)
    return Set((known?.withDescendants ?? []).map(\.code)).union([criterion])
  }
}
