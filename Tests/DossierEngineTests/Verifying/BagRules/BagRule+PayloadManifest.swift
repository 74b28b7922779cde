import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of payload manifests and the names in them (RFC 8493 §2.1.3).
  static let manifestRules: [BagRule] = [
    BagRule(
      "a line without a path", error: "bag.malformed/manifest-line manifest-sha256.txt",
      adding("\(hex)\n")),
    BagRule("a comment", error: "bag.malformed/manifest-line manifest-sha256.txt", adding("#\n")),
    BagRule(
      "a word that is no checksum", error: "bag.malformed/manifest-checksum manifest-sha256.txt",
      adding("xyz  data/report.txt\n")),
    BagRule(
      "a checksum that is too short", error: "bag.malformed/manifest-checksum manifest-sha256.txt",
      adding("abcd  data/other.txt\n")),
    BagRule(
      "a blank line", error: "bag.malformed/manifest-blank manifest-sha256.txt", adding("\n")),
    BagRule(
      "a path outside the payload", error: "bag.malformed/outside-payload bag-info.txt",
      adding("\(hex)  bag-info.txt\n")),
    BagRule(
      "a folder", error: "bag.malformed/lists-folder data/minh chứng",
      adding("\(hex)  data/minh chứng\n")),
    BagRule(
      "a folder with its slash", error: "bag.malformed/lists-folder data/minh chứng/",
      adding("\(hex)  data/minh chứng/\n")),
    BagRule(
      "a file that is not there", error: "entry.missing/listed data/gone.txt",
      adding("\(hex)  data/gone.txt\n")),
    BagRule("..", error: "entry.unsafe-path/parent data/../../x", adding("\(hex)  data/../../x\n")),
    BagRule("/", error: "entry.unsafe-path/absolute /etc/passwd", adding("\(hex)  /etc/passwd\n")),
    BagRule("~", error: "entry.unsafe-path/home ~/x", adding("\(hex)  ~/x\n")),
    BagRule("C:", error: "entry.unsafe-path/drive C:x", adding("\(hex)  C:x\n")),
    BagRule("UNC", error: "entry.unsafe-path/unc \\\\server\\x", adding("\(hex)  \\\\server\\x\n")),
    BagRule(
      "a backslash", error: "entry.unsafe-path/backslash data\\report.txt",
      adding("\(hex)  data\\report.txt\n")),
    BagRule(
      "a backslash that hides ..", error: "entry.unsafe-path/parent data/a\\..\\..\\x",
      adding("\(hex)  data/a\\..\\..\\x\n")),
    BagRule(
      "a percent sign that is not encoded",
      error: "bag.malformed/manifest-percent manifest-sha256.txt", adding("\(hex)  data/100%.txt\n")
    ),
    BagRule(
      "percent-encoding of other characters",
      error: "bag.malformed/manifest-percent manifest-sha256.txt", adding("\(hex)  data/%20.txt\n")),
    BagRule(
      "listed twice with another checksum",
      error: "bag.malformed/listed-differently data/report.txt",
      adding("\(hex)  data/report.txt\n")),
    BagRule(
      "listed twice", error: "bag.malformed/listed-twice data/report.txt",
      adding(BagForge.line("data/report.txt", report))),
    BagRule(
      "listed twice under two spellings", error: "bag.malformed/listed-twice data/report.txt",
      adding(BagForge.line("data/./report.txt", report))),
    BagRule(
      "a manifest in two normalizations of a name",
      warning: "entry.twin/listed-normalization data/minh chu\u{31B}\u{301}ng/a.txt",
      adding(BagForge.line("data/minh chu\u{31B}\u{301}ng/a.txt", Array("evidence".utf8)))),
    BagRule(
      "a name in another normalization with another checksum",
      error: "entry.missing/listed data/minh chu\u{31B}\u{301}ng/a.txt",
      adding("\(hex)  data/minh chu\u{31B}\u{301}ng/a.txt\n")),
    BagRule(
      "a name that differs by case and content", error: "entry.missing/listed data/REPORT.txt",
      adding("\(hex)  data/REPORT.txt\n")),
    BagRule(
      "no newline at the end of the manifest",
      warning: "bag.recommendation/final-newline manifest-sha256.txt"
    ) { forge in
      let old = (try? forge.files()[manifestFile]) ?? []
      forge.replaced[manifestFile] = Array(old.dropLast())
    },
    BagRule("a byte-order mark in a manifest", error: "bag.malformed/tag-bom manifest-sha256.txt") {
      forge in
      let old = (try? forge.files()[manifestFile]) ?? []
      forge.replaced[manifestFile] = [0xEF, 0xBB, 0xBF] + old
    },
    BagRule("a manifest that is no UTF-8", error: "bag.malformed/encoding manifest-sha256.txt") {
      forge in
      let old = (try? forge.files()[manifestFile]) ?? []
      forge.replaced[manifestFile] = old + [0xFF, 0x0A]
    },
    BagRule("an empty manifest beside a payload", error: "entry.unlisted/payload data/report.txt") {
      $0.replaced[manifestFile] = []
    },
    BagRule("an empty payload", warning: "bag.recommendation/empty-payload") { forge in
      forge.payload = [:]
      forge.tags["data"] = nil
    },
    BagRule(
      "a second manifest that lists only a part", error: "entry.unlisted/manifest data/report.txt"
    ) { forge in
      forge.algorithms = [.sha256, .sha512]
      forge.replaced["manifest-sha512.txt"] = ManifestWriter.bytes(
        [("data/minh chứng/a.txt", "evidence")].map {
          (BagPath($0), DigestSet.of(Array($1.utf8), [.sha512])[.sha512] ?? [])
        })
    },
    BagRule(
      "a manifest's name in capitals", error: "bag.malformed/manifest-name manifest-SHA512.txt"
    ) { forge in
      forge.tags["manifest-SHA512.txt"] = []
    },
    BagRule("no payload manifest", error: "bag.no-manifest") {
      $0.replaced[manifestFile] = .some(nil)
    },
    BagRule("only an algorithm nobody knows", error: "bag.no-known-algorithm") { forge in
      forge.replaced[manifestFile] = .some(nil)
      forge.tags["manifest-crc32.txt"] = Array(
        "01234567  data/report.txt\n89abcdef  data/minh chứng/a.txt\n".utf8)
    },
    BagRule(
      "an unknown algorithm beside a known one", warning: "bag.algorithm-unknown manifest-crc32.txt"
    ) { forge in
      forge.tags["manifest-crc32.txt"] = Array(
        "01234567  data/report.txt\n89abcdef  data/minh chứng/a.txt\n".utf8)
    },
    BagRule("weak algorithms only", warning: "bag.weak-algorithm") {
      $0.algorithms = [.md5, .sha1]
    },
  ]
}
