import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of tag manifests and tag files (RFC 8493 §2.2.1).
  static let tagRules: [BagRule] = [
    BagRule("no tag manifest", warning: "bag.no-tag-manifest") { $0.hasTagManifest = false },
    BagRule("a tag file that was added", warning: "bag.tag-unlisted notes/readme.txt") {
      $0.broken["notes/readme.txt"] = report
    },
    BagRule("a tag file that was changed", error: "entry.altered/digest bag-info.txt") {
      $0.broken["bag-info.txt"] = Array("X: y\n".utf8)
    },
    BagRule("a tag file that is gone", error: "entry.missing/listed bag-info.txt") {
      $0.broken["bag-info.txt"] = .some(nil)
    },
    BagRule(
      "a tag manifest without the payload manifest",
      error: "bag.malformed/tag-misses-manifest tagmanifest-sha256.txt"
    ) { forge in
      forge.replaced["tagmanifest-sha256.txt"] = Array(
        BagForge.line("bag-info.txt", Array(forge.info.utf8)).utf8)
    },
    BagRule(
      "a tag manifest without it before 1.0",
      warning: "bag.recommendation/tag-misses-manifest tagmanifest-sha256.txt"
    ) { forge in
      forge.version = "0.97"
      forge.replaced["tagmanifest-sha256.txt"] = Array(
        BagForge.line("bag-info.txt", Array(forge.info.utf8)).utf8)
    },
    BagRule(
      "a tag manifest that lists a tag manifest",
      error: "bag.malformed/tag-lists-tag-manifest tagmanifest-sha512.txt"
    ) { forge in
      let files = (try? forge.files()) ?? [:]
      let own = files["tagmanifest-sha256.txt"] ?? []
      forge.broken["tagmanifest-sha512.txt"] = []
      forge.broken["tagmanifest-sha256.txt"] =
        own + Array(BagForge.line("tagmanifest-sha512.txt", []).utf8)
    },
    BagRule(
      "a tag manifest that lists the payload",
      error: "bag.malformed/tag-lists-payload data/report.txt"
    ) { forge in
      let files = (try? forge.files()) ?? [:]
      let own = files["tagmanifest-sha256.txt"] ?? []
      forge.broken["tagmanifest-sha256.txt"] =
        own + Array(BagForge.line("data/report.txt", report).utf8)
    },
    BagRule("tag manifests of other algorithms", warning: "bag.recommendation/tag-algorithms") {
      forge in
      let files = (try? forge.files()) ?? [:]
      let listed = files.filter { !$0.key.hasPrefix("data/") && !$0.key.hasPrefix("tagm") }
      forge.replaced["tagmanifest-sha256.txt"] = .some(nil)
      forge.broken["tagmanifest-sha512.txt"] = ManifestWriter.bytes(
        listed.map { (BagPath($0), DigestSet.of($1, [.sha512])[.sha512] ?? []) })
    },
  ]
}
