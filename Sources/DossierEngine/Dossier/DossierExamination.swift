import DossierCatalog
public import DossierModel
import Foundation

/// A dossier that was looked at: its files read and placed, by the profile it is judged by.
public struct DossierExamination: Sendable {
  /// How to look.
  public struct Options: Sendable {
    /// The profile: a built-in id or the path of a YAML file.
    public var profile: String?
    /// The assessed year.
    public var year: Int?
    /// The unit's name.
    public var unit: String?
    /// The most tasks at a time.
    public var workers: Int
    /// Takes reports of progress.
    public var progress: ProgressHandler?

    /// Makes options.
    public init(
      profile: String? = nil, year: Int? = nil, unit: String? = nil, workers: Int,
      progress: ProgressHandler? = nil
    ) {
      self.profile = profile
      self.year = year
      self.unit = unit
      self.workers = workers
      self.progress = progress
    }
  }

  /// The folder or archive that was looked at.
  public var path: String
  /// The folder that holds the files; nothing for an archive.
  public var folder: String?
  /// Whether it is a bag, that is packed.
  public var isBag: Bool
  /// The regime.
  public var profile: Profile
  /// Everything that is known of the dossier.
  public var index: DossierIndex
  private let lexicon: Lexicon

  /// Looks at a folder, or into an archive.
  ///
  /// - Parameters:
  ///   - path: a dossier's folder, the folder of a bag, or an archive.
  ///   - options: how to look.
  /// - Throws: `DossierError` where it cannot be looked at, `DataFileError` where the profile or
  ///   `dossier.yaml` is wrong. What is wrong with the dossier is *not* an error.
  public static func look(at path: String, options: Options) async throws -> DossierExamination {
    let attributes: [FileAttributeKey: Any]
    do {
      let resolved = URL(filePath: path).resolvingSymlinksInPath().path
      attributes = try FileManager.default.attributesOfItem(atPath: resolved)
    } catch {
      throw DossierError(foundation: error, path: path)
    }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      return try await look(inFolder: path, options: options)
    }
    return try await look(inArchive: path, options: options)
  }

  /// Looks at a folder only.
  ///
  /// - Throws: as `look(at:options:)`, and `DossierError.notAFolder` for a file.
  public static func look(
    inFolder named: String, options: Options
  ) async throws -> DossierExamination {
    let path = BagFolder.only(in: named) ?? named
    let folder = payloadFolder(of: path)
    // Thousands of files take as long to list as the words to compile.
    async let entries = FolderScanner.entries(in: folder)
    let packed =
      folder == path
      ? nil : PackedDeclaration.declaration(ofBag: path, entries: try await entries.count)
    var declaration = try packed ?? declaration(in: folder)
    let profile =
      try packed.flatMap { try packedProfile($0, options, path: path) }
      ?? ProfileFinder.profile(
        named: options.profile, declared: packed == nil ? declaration.profile : nil, in: folder)
    declaration.profileFile = ProfileFinder.file(
      named: options.profile, declared: packed == nil ? declaration.profile : nil, in: folder)
    // A declaration made for another profile than the one asked for names that one's items.
    if options.profile == nil || declaration.profile == nil {
      try requireKnownNames(in: folder, profile)
    }
    let lexicon = try LexiconLoader.builtIn()
    let scanner = FolderScanner(
      facts: FactReader(lexicon: lexicon, profile: profile),
      evidence: EvidencePaths(profile: profile, declaration: declaration),
      workers: options.workers, handler: options.progress)
    let files = try await scanner.files(entries, in: folder)
    let index = IndexBuilder.build(
      files: files, declaration: declaration, profile: profile, lexicon: lexicon,
      optionYear: options.year, optionUnit: options.unit)
    return DossierExamination(
      path: path, folder: folder, isBag: folder != path, profile: profile, index: index,
      lexicon: lexicon)
  }

  private static func look(
    inArchive path: String, options: Options
  ) async throws -> DossierExamination {
    let lexicon = try LexiconLoader.builtIn()
    let scanner = try ArchiveScanner(path: path)
    let declaration = scanner.index.map(PackedDeclaration.declaration) ?? Declaration()
    let profile =
      try packedProfile(declaration, options, path: path)
      ?? ProfileFinder.profile(named: options.profile, declared: nil, in: nil)
    let files = try await scanner.files(
      facts: FactReader(lexicon: lexicon, profile: profile),
      evidence: EvidencePaths(profile: profile, declaration: declaration),
      workers: options.workers, handler: options.progress)
    let index = IndexBuilder.build(
      files: files, declaration: declaration, profile: profile, lexicon: lexicon,
      optionYear: options.year, optionUnit: options.unit)
    return DossierExamination(
      path: path, folder: nil, isBag: scanner.isBag, profile: profile, index: index,
      lexicon: lexicon)
  }

  /// The profile that an archive's index names, where the user names none.
  ///
  /// - Throws: `DossierError.profileNotHere` where it is none of the built-in ones, or a changed one:
  ///   by another regime's rules the answer would be about another dossier.
  private static func packedProfile(
    _ packed: Declaration, _ options: Options, path: String
  ) throws -> Profile? {
    guard options.profile == nil, let declared = packed.profile else { return nil }
    guard !packed.isOwnProfile, let profile = try ProfileCatalog.builtIn(declared) else {
      throw DossierError(.profileNotHere, path: path, detail: Shown.line(declared.utf8))
    }
    return profile
  }

  /// Judges the dossier.
  ///
  /// - Parameters:
  ///   - severities: which finding weighs what.
  ///   - strict: whether warnings count.
  public func report(severities: SeverityTable, strict: Bool) -> CheckReport {
    Audit.run(
      index: index, profile: profile, lexicon: lexicon, severities: severities, isStrict: strict)
  }

  /// The dossier's files lie in `data/` where the folder is a bag's.
  private static func payloadFolder(of path: String) -> String {
    let files = FileManager.default
    let isBag =
      files.fileExists(atPath: "\(path)/bagit.txt") && files.fileExists(atPath: "\(path)/data")
    return isBag ? "\(path)/data" : path
  }

  private static func declaration(in folder: String) throws -> Declaration {
    let path = "\(folder)/dossier.yaml"
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    // A link is never followed, and a folder of that name declares nothing.
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return Declaration() }
    return try DeclarationReader.read(try DataFile.text(at: path), name: path)
  }

  /// Refuses a declaration for items or criteria the profile does not have.
  private static func requireKnownNames(in folder: String, _ profile: Profile) throws {
    let path = "\(folder)/dossier.yaml"
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return }
    let problems = DeclarationReader.problems(
      in: try DataFile.text(at: path), for: profile, name: path)
    guard problems.isEmpty else { throw DataFileError(file: path, problems: problems) }
  }
}
