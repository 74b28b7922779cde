import ArchiveIO
import DossierModel

/// Names that are legal here and trouble elsewhere (RFC 8493 §6.1.1, §6.1.2).
///
/// For folders; an archive's names are judged with its directory.
enum NameRules {
  /// Judges every name, and names against each other.
  static func findings(_ paths: [BagPath]) -> [Finding] {
    paths.flatMap(problems) + twins(paths)
  }

  private static func problems(of path: BagPath) -> [Finding] {
    var findings: [Finding] = []
    for problem in EntryName.problems(of: path.bytes[...], isFolder: false) {
      switch problem.reason {
      case "name-backslash":
        findings.append(.bag(.entryUnsafePath, PathFault.backslash.rawValue, path: path))
      case "name-drive":
        findings.append(.bag(.entryUnsafePath, PathFault.drive.rawValue, path: path))
      default:
        findings.append(
          .bag(.entryNotPortable, problem.reason, path: path, ["reason": .text(problem.reason)]))
      }
    }
    if let finding = length(of: path) { findings.append(finding) }
    return findings
  }

  /// What is to be said of a path that Windows cannot hold below any folder.
  static func length(of path: BagPath) -> Finding? {
    guard path.bytes.count > 255 else { return nil }
    let length = path.text?.utf16.count ?? path.bytes.count
    guard length > 255 else { return nil }
    return .bag(.entryNotPortable, "length", path: path, ["count": .count(length)])
  }

  /// What macOS puts beside the folder it compresses, one for each file with attributes.
  static func isAppleDouble(_ path: BagPath) -> Bool {
    path.bytes.starts(with: "__MACOSX/".utf8) && path.lastPart.starts(with: "._".utf8)
  }

  private static func twins(_ paths: [BagPath]) -> [Finding] {
    var seen: [BagPath: BagPath] = [:]
    var findings: [Finding] = []
    for number in SimilarNames.suspects(count: paths.count, name: { paths[$0].bytes }) {
      let path = paths[number]
      let key = path.folded
      guard let other = seen[key] else {
        seen[key] = path
        continue
      }
      // A twin folder is said once; what lies in it would only repeat it.
      if parent(path) != parent(other) { continue }
      let isNormalization = path.composed == other.composed
      findings.append(
        .bag(
          .entryTwin, isNormalization ? "normalization" : "case", path: path,
          ["other": .text(other.shown)]))
    }
    return findings
  }

  private static func parent(_ path: BagPath) -> ArraySlice<UInt8> {
    path.bytes.dropLast(path.lastPart.count)
  }

  /// Files that a system makes by itself (RFC 8493 has no rule; the conformance suite warns).
  static func isSystemFile(_ path: BagPath) -> Bool {
    let name = path.lastPart
    if name.starts(with: "._".utf8) { return true }
    // Only what begins like one of them is worth making a text of.
    guard let first = name.first, ".tedTED".utf8.contains(first), name.count <= 13 else {
      return false
    }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return [".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"].contains(text)
  }
}
