import DossierCatalog
public import DossierModel
import Foundation

/// Lays out an empty dossier: a folder for each item and criterion, and a `dossier.yaml`.
public enum DossierLayout {
  /// Makes the folders and the file.
  ///
  /// - Parameters:
  ///   - folder: the dossier's folder; it is made, or must be empty.
  ///   - profile: the regime.
  ///   - year: the assessed year, where it is known.
  ///   - unit: the unit's name, where it is known.
  ///   - comments: lines to begin `dossier.yaml` with, without "#".
  /// - Returns: the paths made, relative to the folder, folders with a "/" at their end.
  /// - Throws: `DossierError` where something stands there already, or it may not be written.
  public static func make(
    at folder: String, profile: Profile, year: Int?, unit: String?, comments: [String]
  ) throws -> [String] {
    try refuseOccupied(folder)
    var paths: [String] = []
    for item in profile.items {
      paths.append("\(item.folder)/")
      guard item.kind == .evidence else { continue }
      paths += profile.leafCriteria.map { "\(item.folder)/\($0.code)/" }
    }
    do {
      for path in paths {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
      let text = declaration(profile: profile, year: year, unit: unit, comments: comments)
      try Data(text.utf8).write(
        to: URL(filePath: "\(folder)/dossier.yaml"), options: .withoutOverwriting)
    } catch {
      throw DossierError(foundation: error, path: folder)
    }
    return ["dossier.yaml"] + paths
  }

  private static func refuseOccupied(_ folder: String) throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    let present: [String]
    do {
      present = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw DossierError(.notAFolder, path: folder)
    }
    // What Explorer and Finder leave in every folder they show is no content.
    let leftBehind = try LexiconLoader.builtIn()["files-temporary"].map(GlobPattern.init)
    guard present.allSatisfy({ name in leftBehind.contains { $0.matches(name) } }) else {
      throw DossierError(.exists, path: folder)
    }
  }

  private static func declaration(
    profile: Profile, year: Int?, unit: String?, comments: [String]
  ) -> String {
    var lines = comments.map { $0.isEmpty ? "#" : "# \($0)" }
    lines.append("profile: \(profile.id)")
    lines.append(year.map { "year: \($0)" } ?? "# year: 2025")
    lines.append(unit.map { "unit: \(quoted($0))" } ?? "# unit: \"…\"")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as a double-quoted YAML scalar (YAML 1.2 §7.3.1).
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}":
        "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
