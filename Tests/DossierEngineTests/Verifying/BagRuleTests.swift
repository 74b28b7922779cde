import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// One rule of RFC 8493, and a bag that breaks it.
struct BagRule: Sendable, CustomTestStringConvertible {
  var claim: String
  var isError: Bool
  /// "code/variant path", as `Judged` says it.
  var says: String
  var change: @Sendable (inout BagForge) -> Void

  var testDescription: String { claim }

  init(
    _ claim: String, error says: String, _ change: @escaping @Sendable (inout BagForge) -> Void
  ) {
    self.claim = claim
    isError = true
    self.says = says
    self.change = change
  }

  init(
    _ claim: String, warning says: String, _ change: @escaping @Sendable (inout BagForge) -> Void
  ) {
    self.claim = claim
    isError = false
    self.says = says
    self.change = change
  }
}

private let report = Array("report".utf8)
private let manifestFile = "manifest-sha256.txt"

/// Adds a line to the payload manifest, before the tag manifest is made.
private func adding(_ line: String) -> @Sendable (inout BagForge) -> Void {
  { forge in
    let old = (try? forge.files()[manifestFile]) ?? []
    forge.replaced[manifestFile] = old + Array(line.utf8)
  }
}

private func declaring(_ text: String) -> @Sendable (inout BagForge) -> Void {
  { $0.replaced["bagit.txt"] = Array(text.utf8) }
}

private func info(_ text: String) -> @Sendable (inout BagForge) -> Void { { $0.info = text } }

private let hex = String(repeating: "a", count: 64)

private let declarationRules: [BagRule] = [
  BagRule(
    "a third line", error: "bag.malformed/declaration-lines bagit.txt",
    declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n")),
  BagRule(
    "one line", error: "bag.malformed/declaration-lines bagit.txt",
    declaring("BagIt-Version: 1.0\n")),
  BagRule(
    "an empty declaration", error: "bag.malformed/declaration-lines bagit.txt", declaring("")),
  BagRule(
    "lines in the wrong order", error: "bag.malformed/declaration-form bagit.txt",
    declaring("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n")),
  BagRule(
    "a byte-order mark", error: "bag.malformed/declaration-bom bagit.txt",
    declaring("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "a version of the future", error: "bag.malformed/declaration-version bagit.txt",
    declaring("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "a version with a sign", error: "bag.malformed/declaration-version bagit.txt",
    declaring("BagIt-Version: +1.0\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "a version with a leading zero", error: "bag.malformed/declaration-version bagit.txt",
    declaring("BagIt-Version: 01.0\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "no space after the colon", error: "bag.malformed/declaration-form bagit.txt",
    declaring("BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "no space after the colon before 1.0",
    warning: "bag.recommendation/declaration-space bagit.txt",
    declaring("BagIt-Version:0.97\nTag-File-Character-Encoding: UTF-8\n")),
  BagRule(
    "labels in small letters", warning: "bag.recommendation/declaration-case bagit.txt",
    declaring("bagit-version: 1.0\ntag-file-character-encoding: UTF-8\n")),
  BagRule(
    "an encoding nobody knows, plain ASCII",
    warning: "bag.recommendation/encoding-unknown bagit.txt",
    { forge in
      forge.payload = ["data/report.txt": report]
      declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: X-KLINGON\n")(&forge)
    }),
  BagRule(
    "an encoding nobody knows, and letters beyond ASCII",
    error: "bag.malformed/encoding-unknown manifest-sha256.txt",
    declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: X-KLINGON\n")),
  BagRule(
    "no newline at the end", warning: "bag.recommendation/final-newline bagit.txt",
    declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8")),
]

private let manifestRules: [BagRule] = [
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
  BagRule("a blank line", error: "bag.malformed/manifest-blank manifest-sha256.txt", adding("\n")),
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
    error: "bag.malformed/manifest-percent manifest-sha256.txt", adding("\(hex)  data/100%.txt\n")),
  BagRule(
    "percent-encoding of other characters",
    error: "bag.malformed/manifest-percent manifest-sha256.txt", adding("\(hex)  data/%20.txt\n")),
  BagRule(
    "listed twice with another checksum", error: "bag.malformed/listed-differently data/report.txt",
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
  BagRule("a manifest's name in capitals", error: "bag.malformed/manifest-name manifest-SHA512.txt")
  { forge in
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
  BagRule("weak algorithms only", warning: "bag.weak-algorithm") { $0.algorithms = [.md5, .sha1] },
]

private let tagRules: [BagRule] = [
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

private let infoRules: [BagRule] = [
  BagRule(
    "a line without a colon", error: "bag.malformed/info-line bag-info.txt", info("Nonsense\n")),
  BagRule(
    "a continuation of nothing", error: "bag.malformed/info-line bag-info.txt", info("  more\n")),
  BagRule(
    "a label with a space before the colon", error: "bag.malformed/info-label bag-info.txt",
    info("Label : x\n")),
  BagRule("no label", error: "bag.malformed/info-label bag-info.txt", info(": x\n")),
  BagRule(
    "no space after the colon of an element", error: "bag.malformed/info-separator bag-info.txt",
    info("Label:x\n")),
  BagRule(
    "a wrong Payload-Oxum", error: "bag.oxum/mismatch bag-info.txt", info("Payload-Oxum: 14.3\n")),
  BagRule(
    "a Payload-Oxum that is none", error: "bag.oxum/malformed bag-info.txt",
    info("Payload-Oxum: 14\n")),
  BagRule(
    "a Payload-Oxum with a sign", error: "bag.oxum/malformed bag-info.txt",
    info("Payload-Oxum: +14.2\n")),
  BagRule(
    "a Payload-Oxum beyond 64 bits", error: "bag.oxum/malformed bag-info.txt",
    info("Payload-Oxum: 99999999999999999999.2\n")),
  BagRule(
    "a Payload-Oxum that stands twice", error: "bag.oxum/repeated bag-info.txt",
    info("Payload-Oxum: 14.2\nPayload-Oxum: 14.2\n")),
  BagRule(
    "a Bagging-Date that is none", warning: "bag.recommendation/element-form bag-info.txt",
    info("Bagging-Date: 15/01/2024\n")),
  BagRule(
    "a Bagging-Date that stands twice", warning: "bag.recommendation/repeated-element bag-info.txt",
    info("Bagging-Date: 2024-01-15\nBagging-Date: 2024-01-16\n")),
  BagRule(
    "a Bag-Count alone", warning: "bag.recommendation/count-without-group bag-info.txt",
    info("Bag-Count: 1 of 2\n")),
  BagRule(
    "a Bag-Count that is none", warning: "bag.recommendation/element-form bag-info.txt",
    info("Bag-Group-Identifier: g\nBag-Count: 1/2\n")),
  BagRule(
    "a long line", warning: "bag.recommendation/long-line bag-info.txt",
    info("Label: \(String(repeating: "x", count: 80))\n")),
]

private let fetchRules: [BagRule] = [
  BagRule("a file left to be fetched", error: "entry.missing/to-fetch data/far.bin") { forge in
    adding("\(hex)  data/far.bin\n")(&forge)
    forge.tags["fetch.txt"] = Array("https://example.org/far 12 data/far.bin\n".utf8)
  },
  BagRule("a fetch line without a length", error: "bag.malformed/fetch-line fetch.txt") {
    $0.tags["fetch.txt"] = Array("https://example.org/far data/report.txt\n".utf8)
  },
  BagRule("a fetch line with a wrong length", error: "bag.malformed/fetch-line fetch.txt") {
    $0.tags["fetch.txt"] = Array("https://example.org/far x data/report.txt\n".utf8)
  },
  BagRule("a relative URL", error: "bag.malformed/fetch-url fetch.txt") {
    $0.tags["fetch.txt"] = Array("far - data/report.txt\n".utf8)
  },
  BagRule("a tag file to be fetched", error: "bag.malformed/outside-payload fetch.txt") {
    $0.tags["fetch.txt"] = Array("https://example.org/far - bag-info.txt\n".utf8)
  },
  BagRule("a path that leaves the bag", error: "entry.unsafe-path/parent data/../../x") {
    $0.tags["fetch.txt"] = Array("https://example.org/far - data/../../x\n".utf8)
  },
  BagRule("a fetched file in no manifest", error: "bag.malformed/fetch-not-listed data/none.bin") {
    $0.tags["fetch.txt"] = Array("https://example.org/far - data/none.bin\n".utf8)
  },
  BagRule("a length that does not fit", warning: "bag.recommendation/fetch-length data/report.txt")
  { $0.tags["fetch.txt"] = Array("https://example.org/far 7 data/report.txt\n".utf8) },
]

private let payloadRules: [BagRule] = [
  BagRule("an altered file", error: "entry.altered/digest data/report.txt") {
    $0.broken["data/report.txt"] = Array("Report".utf8)
  },
  BagRule("a file that is gone", error: "entry.missing/listed data/report.txt") {
    $0.broken["data/report.txt"] = .some(nil)
  },
  BagRule("a file that was added", error: "entry.unlisted/payload data/more.txt") {
    $0.broken["data/more.txt"] = report
  },
  BagRule("no payload folder", error: "bag.malformed/no-payload-folder") { $0.payload = [:] },
  BagRule("names that differ only by case", warning: "entry.twin/case data/report.txt") {
    $0.payload["data/Report.txt"] = report
  },
  BagRule("a reserved name", warning: "entry.not-portable/name-reserved data/aux.txt") {
    $0.payload["data/aux.txt"] = report
  },
  BagRule("a character Windows refuses", warning: "entry.not-portable/name-not-portable data/a:b") {
    $0.payload["data/a:b"] = report
  },
  BagRule("a dot at the end", warning: "entry.not-portable/name-trailing-dot-or-space data/end.") {
    $0.payload["data/end."] = report
  },
  BagRule("a file of the system", warning: "entry.system-file data/Thumbs.db") {
    $0.payload["data/Thumbs.db"] = report
  },
  BagRule("a backslash in a name", error: "entry.unsafe-path/backslash data/a\\b") {
    $0.payload["data/a\\b"] = report
  },
]

struct BagRuleTests {
  /// A value may begin on the line after its label (RFC 8493 §2.2.2).
  @Test(arguments: ["Payload-Oxum:\n 14.2\n", "Payload-Oxum: \n\t14.2\n"])
  func readsAValueThatBeginsOnTheNextLine(_ text: String) async throws {
    let scratch = try ScratchFolder()
    var bag = BagForge()
    bag.info = text
    let judged = try await judge(try bag.write(into: scratch))
    #expect(judged.errors == [])
    bag.info = text.replacing("14.2", with: "15.2")
    let wrong = try await judge(try bag.write(into: scratch, name: "wrong"))
    #expect(wrong.errors == ["bag.oxum/mismatch bag-info.txt"])
  }

  /// What manifests there are is known though nothing of them is.
  @Test func saysOfManifestsItCannotReadNotThatThereAreNone() async throws {
    let scratch = try ScratchFolder()
    var bag = BagForge()
    bag.payload = ["data/đề án.txt": Array("report".utf8)]
    bag.replaced["bagit.txt"] = Array(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: X-KLINGON\n".utf8)
    let judged = try await judge(try bag.write(into: scratch))
    #expect(judged.errors.contains("bag.malformed/encoding-unknown manifest-sha256.txt"))
    #expect(!judged.warnings.contains { $0.hasPrefix("bag.recommendation/tag-algorithms") })
    #expect(!judged.errors.contains("bag.no-manifest"))
  }

  @Test func aPlainBagRaisesNothing() async throws {
    let scratch = try ScratchFolder()
    let judged = try await judge(try BagForge().write(into: scratch))
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.isEmpty)
    #expect(judged.result.verdict == .intact)
    #expect(judged.result.bag?.files == 2)
    #expect(judged.result.bag?.bytes == 14)
    #expect(judged.result.layers.map(\.kind) == [.directory, .bag])
    #expect(judged.result.layers.last?.algorithms == ["sha256"])
  }

  @Test(
    arguments: declarationRules + manifestRules + tagRules + infoRules + fetchRules + payloadRules)
  func says(_ rule: BagRule) async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    rule.change(&forge)
    let path = try forge.write(into: scratch)
    if rule.claim == "an empty payload" {
      try FileManager.default.createDirectory(
        atPath: path + "/data", withIntermediateDirectories: true)
    }
    let judged = try await judge(path)
    if rule.isError {
      #expect(
        judged.errors.contains { Array($0.utf8) == Array(rule.says.utf8) }, "\(judged.errors)")
      let isBlind = rule.says.hasPrefix("bag.no-known-algorithm")
      #expect(judged.result.verdict == (isBlind ? .unreadable : .damaged))
    } else {
      #expect(
        judged.warnings.contains { Array($0.utf8) == Array(rule.says.utf8) }, "\(judged.warnings)")
      #expect(judged.errors.isEmpty)
      #expect(judged.result.verdict == .intact)
    }
  }

  @Test func percentEncodedNamesAreFound() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.payload["data/a\nb.txt"] = report
    forge.payload["data/a\rb.txt"] = report
    forge.payload["data/100%.txt"] = report
    forge.payload["data/%0A.txt"] = report
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.isEmpty)
  }

  @Test func percentSignsBeforeOneAreTakenAsTheyStand() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.version = "0.97"
    forge.payload["data/%7Ea.txt"] = report
    forge.payload["data/line\nfeed.txt"] = report
    var manifest =
      BagForge.line("data/%7Ea.txt", report) + BagForge.line("data/line%0Afeed.txt", report)
    manifest += BagForge.line("data/report.txt", report)
    manifest += BagForge.line("data/minh chứng/a.txt", Array("evidence".utf8))
    forge.replaced[manifestFile] = Array(manifest.utf8)
    #expect(try await judge(try forge.write(into: scratch)).errors.isEmpty)
  }

  @Test func aNameInAnotherNormalizationIsTolerated() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.payload = ["data/Nu\u{301}": report]
    forge.replaced[manifestFile] = Array(BagForge.line("data/N\u{FA}", report).utf8)
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.count == 1)
  }

  @Test func twinsInTwoNormalizationsAreNamed() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.payload = [:]
    let lines = BagForge.line("data/Nu\u{301}", report) + BagForge.line("data/N\u{FA}", report)
    forge.replaced[manifestFile] = Array(lines.utf8)
    let path = try forge.write(into: scratch)
    try scratch.write("bag/data/Nu\u{301}", report)
    try scratch.write("bag/data/N\u{FA}", report)
    let judged = try await judge(path)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings == ["entry.twin/normalization data/N\u{FA}"])
  }

  @Test func aFolderWhosePathNamesATagManifestIsAnyFolder() async throws {
    let scratch = try ScratchFolder()
    let path = try BagForge().write(into: scratch, name: "tagmanifest-sha256.txt/bag")
    #expect(try await judge(path).result.verdict == .intact)
  }

  @Test func capitalsInChecksumsAreRead() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    let lines =
      BagForge.line("data/report.txt", report)
      + BagForge.line("data/minh chứng/a.txt", Array("evidence".utf8))
    let upper = lines.split(separator: "\n").map {
      $0.prefix(64).uppercased() + "\t" + $0.dropFirst(66)
    }
    forge.replaced[manifestFile] = Array((upper.joined(separator: "\r\n") + "\r\n").utf8)
    #expect(try await judge(try forge.write(into: scratch)).result.verdict == .intact)
  }

  @Test(arguments: ["sym", "broken", "folder"])
  func aLinkIsNotedAndNotFollowed(_ kind: String) async throws {
    let scratch = try ScratchFolder()
    let path = try BagForge().write(into: scratch)
    let outside = try scratch.write("outside/secret.txt", text: "secret")
    let target = ["sym": outside, "broken": "/nonexistent", "folder": scratch.path("outside")][kind]
    try FileManager.default.createSymbolicLink(
      atPath: path + "/data/link", withDestinationPath: try #require(target))
    let judged = try await judge(path)
    #expect(judged.errors == ["entry.link/link data/link"])
    #expect(judged.result.verdict == .damaged)
  }

  @Test func aLinkInThePlaceOfAListedFileIsNoMissingFile() async throws {
    let scratch = try ScratchFolder()
    let path = try BagForge().write(into: scratch)
    try FileManager.default.moveItem(
      atPath: path + "/data/report.txt", toPath: scratch.path("report.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: path + "/data/report.txt", withDestinationPath: scratch.path("report.txt"))
    #expect(try await judge(path).errors == ["entry.link/link data/report.txt"])
  }

  @Test(
    .enabled(if: Places.hasProgram("mkfifo"), "mkfifo is not installed"), .timeLimit(.minutes(1)))
  func aPipeIsNotOpened() async throws {
    let scratch = try ScratchFolder()
    let path = try BagForge().write(into: scratch)
    let mkfifo = try #require(Places.program("mkfifo"))
    #expect(try runProgram(mkfifo, [path + "/data/pipe"]).status == 0)
    #expect(try await judge(path).errors == ["entry.link/special data/pipe"])
  }

  @Test func aPathThatIsNotThereCannotBeLookedAt() async throws {
    let judged = try await judge("/nonexistent/bag.zip")
    #expect(judged.result.verdict == .unreadable)
    #expect(judged.result.failure?.code == .io)
  }

  @Test func aThousandFindingsOfAKindAreEnough() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    for number in 0..<1100 { forge.broken["data/more\(number)"] = report }
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.filter { $0.hasPrefix("entry.unlisted") }.count == 1000)
    #expect(judged.result.omitted[.entryUnlisted] == 100)
  }
}
