import DossierCatalog
public import DossierModel
import Foundation

/// Finds the profile a dossier is judged by.
public enum ProfileFinder {
  /// The profile where nobody names one.
  public static let standard = "tt22-2020"

  /// Finds a profile by the option, else by the declaration, else the standard one.
  ///
  /// - Parameters:
  ///   - named: what the command line says: a built-in id, or the path of a YAML file.
  ///   - declared: what `dossier.yaml` says; a path there is relative to the dossier.
  ///   - folder: the dossier's folder, where there is one.
  /// - Throws: `DossierError.unknownProfile` where it is neither, `DataFileError` with every line
  ///   that is wrong where the file is no profile.
  public static func profile(
    named: String?, declared: String?, in folder: String?
  ) throws -> Profile {
    if let named { return try find(named, base: nil) }
    if let declared { return try find(declared, base: folder) }
    return try find(standard, base: nil)
  }

  /// The path of a profile's file in the dossier's folder; nothing where it is built in, or elsewhere.
  ///
  /// - Parameters: as `profile(named:declared:in:)`.
  static func file(named: String?, declared: String?, in folder: String) -> String? {
    guard let name = named ?? declared, ProfileCatalog.yaml(of: name) == nil else { return nil }
    let path = path(of: name, base: named == nil ? folder : nil)
    let parts = [folder, path].map { URL(filePath: $0).resolvingSymlinksInPath().pathComponents }
    guard parts[1].count > parts[0].count, parts[1].starts(with: parts[0]) else { return nil }
    return parts[1].dropFirst(parts[0].count).joined(separator: "/")
  }

  private static func path(of name: String, base: String?) -> String {
    name.hasPrefix("/") ? name : base.map { "\($0)/\(name)" } ?? name
  }

  private static func find(_ name: String, base: String?) throws -> Profile {
    if let builtIn = try ProfileCatalog.builtIn(name) { return builtIn }
    let path = path(of: name, base: base)
    guard FileManager.default.fileExists(atPath: path) else {
      if let base {
        throw DossierError(.unknownDeclaredProfile, path: name, detail: "\(base)/dossier.yaml")
      }
      let known = try ProfileCatalog.list().map(\.id)
      throw DossierError(
        .unknownProfile, path: name, detail: Nearest.word(to: name, among: known) ?? "")
    }
    return try ProfileCatalog.load(try DataFile.text(at: path), name: path)
  }
}

/// Reads a data file that a person wrote.
public enum DataFile {
  /// The text of a small file.
  ///
  /// - Throws: `DossierError` where it cannot be read; `DataFileError` where it is too large or no
  ///   UTF-8.
  public static func text(at path: String) throws -> String {
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { _ = try? handle.close() }
      data = try handle.read(upToCount: maximumBytes + 1) ?? Data()
    } catch {
      throw DossierError(foundation: error, path: path)
    }
    guard data.count <= maximumBytes else {
      let problem = DataProblem(.tooLarge, line: 0, column: 0, path: "", expected: "1 MiB")
      throw DataFileError(file: path, problems: [problem])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let problem = DataProblem(.notUTF8, line: 0, column: 0, path: "")
      throw DataFileError(file: path, problems: [problem])
    }
    // Windows' editor begins a file with a byte order mark, which belongs to no key.
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static let maximumBytes = 1 << 20
}
