internal import ArchiveIO
import DossierModel
import Foundation

/// Reads from an archive's `dossier.json` what its packer had decided, as a declaration.
///
/// A packed dossier carries no `dossier.yaml`: where each file belongs, which findings were accepted
/// and why, stands in its index. As with a declaration, that is what the packer says, no more; the
/// documents themselves are read and judged anew.
enum PackedDeclaration {
  /// The parts of `dossier.json` that are a declaration; everything else is not looked at.
  private struct Packed: Decodable {
    struct Index: Decodable {
      var profile: Named?
      var year: Int?
      var unit: String?
      var files: [File]?
    }
    struct Named: Decodable {
      var id: String?
      var own: Bool?
    }
    struct File: Decodable {
      var path: String
      var archivePath: String?
      var sha256: String?
      var item: String?
      var criteria: [String]?
    }
    struct Check: Decodable { var findings: [Accepted]? }
    struct Accepted: Decodable {
      var code: String
      var path: String?
      var accepted: String?
    }
    var index: Index?
    var check: Check?
  }

  /// Reads the index in the folder of a bag.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - entries: how many files and folders its payload has.
  /// - Returns: what it declares; nothing where there is no index by hoso.
  static func declaration(ofBag folder: String, entries: Int) -> Declaration? {
    guard let source = try? FileSource(path: "\(folder)/dossier.json", followsLinks: false),
      source.size <= UInt64(PackedIndex.limit(entries: entries)),
      let bytes = try? source.bytes(at: 0, count: Int(source.size))
    else { return nil }
    let declaration = declaration(bytes)
    return declaration.isPacked ? declaration : nil
  }

  /// Reads an index.
  ///
  /// - Parameter bytes: the bytes of `dossier.json`.
  /// - Returns: what it declares; an empty declaration where it is no index by hoso, which `verify`
  ///   tells.
  static func declaration(_ bytes: [UInt8]) -> Declaration {
    var declaration = Declaration()
    guard let packed = try? JSONDecoder().decode(Packed.self, from: Data(bytes)) else {
      return declaration
    }
    declaration.isPacked = true
    declaration.profile = packed.index?.profile?.id
    declaration.isOwnProfile = packed.index?.profile?.own ?? false
    declaration.year = packed.index?.year
    declaration.unit = packed.index?.unit
    var places: [[UInt8]: String] = [:]
    for file in packed.index?.files ?? [] {
      guard let place = file.archivePath, let path = payloadPath(place) else { continue }
      places[Array(file.path.utf8)] = path
      declaration.packed.append(Declaration.PackedFile(path: path, sha256: file.sha256))
      let criteria = file.criteria ?? []
      for code in criteria { declaration.evidence[code, default: []].append(path) }
      if let item = file.item, criteria.isEmpty {
        declaration.items[item, default: []].append(path)
      }
    }
    for finding in packed.check?.findings ?? [] {
      guard let reason = finding.accepted else { continue }
      declaration.accept.append(
        Declaration.Acceptance(
          finding: finding.code, path: finding.path.flatMap { places[Array($0.utf8)] },
          reason: reason))
    }
    return declaration
  }

  /// The path below the payload of a path in the bag.
  private static func payloadPath(_ path: String) -> String? {
    path.hasPrefix("data/") ? String(path.dropFirst(5)) : nil
  }
}
