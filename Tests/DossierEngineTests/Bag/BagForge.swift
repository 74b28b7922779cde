import DossierCatalog
import DossierModel
import Foundation
import Synchronization
import TestSupport

@testable import DossierEngine

/// The severities that verdicts rest on; without a catalogue everything is an error.
let verifySeverities = (try? Catalog.load().severities) ?? SeverityTable([:])

/// A verdict in the words of the tests: findings as "code/variant path".
struct Judged {
  var result: VerifyResult
  var errors: [String]
  var warnings: [String]

  init(_ result: VerifyResult) {
    self.result = result
    func said(_ severity: Severity) -> [String] {
      result.findings.filter { verifySeverities[$0.code] == severity }.map { finding in
        finding.code.rawValue + (finding.variant.map { "/" + $0 } ?? "")
          + (finding.path.map { " " + $0 } ?? "")
      }
    }
    errors = said(.error)
    warnings = said(.warning)
  }
}

/// Verifies a path.
func judge(_ path: String, jobs: Int = 2) async throws -> Judged {
  var options = BagVerifier.Options()
  options.jobs = jobs
  return Judged(try await BagVerifier(severities: verifySeverities).verify(path, options: options))
}

/// A bag that a test makes and breaks.
struct BagForge {
  var version = "1.0"
  var payload: [String: [UInt8]] = [
    "data/report.txt": Array("report".utf8), "data/minh chứng/a.txt": Array("evidence".utf8),
  ]
  var algorithms: [DigestAlgorithm] = [.sha256]
  var info = "Bagging-Date: 2024-01-15\n"
  /// Further tag files.
  var tags: [String: [UInt8]] = [:]
  /// Files that replace what would be written, or nothing to leave one out; set before the tag
  /// manifests are made, so that these are right.
  var replaced: [String: [UInt8]?] = [:]
  /// The same, after the tag manifests are made.
  var broken: [String: [UInt8]?] = [:]
  var hasTagManifest = true

  /// Writes the bag and returns its folder.
  func write(into scratch: ScratchFolder, name: String = "bag") throws -> String {
    for (path, bytes) in try files() { try scratch.write(name + "/" + path, bytes) }
    return scratch.path(name)
  }

  /// All files of the bag.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = tags
    files["bagit.txt"] = Array(
      "BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n".utf8)
    files["bag-info.txt"] = Array(info.utf8)
    for algorithm in algorithms {
      let entries = payload.map { path, bytes in
        (path: BagPath(path), digest: DigestSet.of(bytes, [algorithm])[algorithm] ?? [])
      }
      files["manifest-\(algorithm.rawValue).txt"] = ManifestWriter.bytes(entries)
    }
    for (path, bytes) in replaced { files[path] = bytes }
    if hasTagManifest {
      let listed = files
      for algorithm in algorithms {
        let name = "tagmanifest-\(algorithm.rawValue).txt"
        if replaced[name] != nil { continue }
        let entries = listed.filter { !$0.key.hasPrefix("tagmanifest-") }.map { path, bytes in
          (path: BagPath(path), digest: DigestSet.of(bytes, [algorithm])[algorithm] ?? [])
        }
        files[name] = ManifestWriter.bytes(entries)
      }
    }
    for (path, bytes) in payload { files[path] = bytes }
    for (path, bytes) in broken { files[path] = bytes }
    return files
  }

  /// A line of a SHA-256 manifest.
  static func line(_ path: String, _ bytes: [UInt8]) -> String {
    let digest = DigestSet.of(bytes, [.sha256]).hex(.sha256) ?? ""
    return "\(digest)  \(path)\n"
  }
}

/// Remembers the furthest progress; reports of several workers may come out of order.
final class ProgressLog: Sendable {
  private let furthest = Mutex<WorkProgress?>(nil)

  var last: WorkProgress? { furthest.withLock { $0 } }

  func add(_ progress: WorkProgress) {
    furthest.withLock { furthest in
      guard let old = furthest else {
        furthest = progress
        return
      }
      if (progress.bytesDone, progress.filesDone) >= (old.bytesDone, old.filesDone) {
        furthest = progress
      }
    }
  }
}
