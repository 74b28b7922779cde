import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// One rule of RFC 8493, and a bag that breaks it.
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
    arguments: BagRule.declarationRules + BagRule.manifestRules + BagRule.tagRules
      + BagRule.infoRules + BagRule.fetchRules + BagRule.payloadRules)
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
    forge.payload["data/a\nb.txt"] = BagRule.report
    forge.payload["data/a\rb.txt"] = BagRule.report
    forge.payload["data/100%.txt"] = BagRule.report
    forge.payload["data/%0A.txt"] = BagRule.report
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.isEmpty)
  }

  /// "50%25.txt" means "50%.txt" from 1.0 on (RFC 8493 §2.1.3), and what it says before.
  @Test(arguments: ["1.0", "0.97"])
  func anEncodedNameMeansWhatItEncodes(_ version: String) async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.version = version
    forge.payload = ["data/50%25.txt": BagRule.report]
    forge.replaced[BagRule.manifestFile] = Array(
      BagForge.line("data/50%25.txt", BagRule.report).utf8)
    let errors = try await judge(try forge.write(into: scratch)).errors
    #expect(errors.isEmpty == (version != "1.0"), "\(errors)")
  }

  /// Each version has one name for the metadata; under another it is a tag file like any other.
  @Test(arguments: [
    ("1.0", "package-info.txt", true), ("1.0", "bag-info.txt", false),
    ("0.95", "package-info.txt", false), ("0.95", "bag-info.txt", true),
  ])
  func onlyTheVersionsOwnMetadataIsRead(
    _ version: String, _ name: String, _ isFree: Bool
  ) async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.version = version
    forge.replaced["bag-info.txt"] = .some(nil)
    forge.replaced[name] = Array("free text\n".utf8)
    let errors = try await judge(try forge.write(into: scratch)).errors
    #expect(errors == (isFree ? [] : ["bag.malformed/info-line \(name)"]))
  }

  @Test(.timeLimit(.minutes(1))) func aValueOfManyLinesIsReadInOnePass() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.info = "External-Description: a\n" + String(repeating: " b\n", count: 400_000)
    #expect(try await judge(try forge.write(into: scratch)).errors.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func aNameOfMarksAloneIsLookedAt() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    let name = "data/a" + String(repeating: "\u{301}\u{323}", count: 60_000)
    forge.replaced[BagRule.manifestFile] = Array(
      (BagForge.line("data/report.txt", BagRule.report)
        + BagForge.line("data/minh chứng/a.txt", Array("evidence".utf8))
        + BagForge.line(name, BagRule.report)).utf8)
    #expect(try await judge(try forge.write(into: scratch)).errors.count == 1)
  }

  @Test func moreManifestsThanThereAreAlgorithmsAreNotRead() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    for number in 0..<TagFiles.mostManifests + 5 {
      forge.tags["manifest-x\(number).txt"] = Array("00  data/report.txt\n".utf8)
    }
    let errors = try await judge(try forge.write(into: scratch)).errors
    #expect(errors.contains { $0.hasPrefix("bag.malformed/manifests-many") })
  }

  @Test func percentSignsBeforeOneAreTakenAsTheyStand() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.version = "0.97"
    forge.payload["data/%7Ea.txt"] = BagRule.report
    forge.payload["data/line\nfeed.txt"] = BagRule.report
    var manifest =
      BagForge.line("data/%7Ea.txt", BagRule.report)
      + BagForge.line("data/line%0Afeed.txt", BagRule.report)
    manifest += BagForge.line("data/report.txt", BagRule.report)
    manifest += BagForge.line("data/minh chứng/a.txt", Array("evidence".utf8))
    forge.replaced[BagRule.manifestFile] = Array(manifest.utf8)
    #expect(try await judge(try forge.write(into: scratch)).errors.isEmpty)
  }

  @Test func aNameInAnotherNormalizationIsTolerated() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.payload = ["data/Nu\u{301}": BagRule.report]
    forge.replaced[BagRule.manifestFile] = Array(BagForge.line("data/N\u{FA}", BagRule.report).utf8)
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.count == 1)
  }

  @Test func twinsInTwoNormalizationsAreNamed() async throws {
    let scratch = try ScratchFolder()
    var forge = BagForge()
    forge.payload = [:]
    let lines =
      BagForge.line("data/Nu\u{301}", BagRule.report)
      + BagForge.line("data/N\u{FA}", BagRule.report)
    forge.replaced[BagRule.manifestFile] = Array(lines.utf8)
    let path = try forge.write(into: scratch)
    try scratch.write("bag/data/Nu\u{301}", BagRule.report)
    try scratch.write("bag/data/N\u{FA}", BagRule.report)
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
      BagForge.line("data/report.txt", BagRule.report)
      + BagForge.line("data/minh chứng/a.txt", Array("evidence".utf8))
    let upper = lines.split(separator: "\n").map {
      $0.prefix(64).uppercased() + "\t" + $0.dropFirst(66)
    }
    forge.replaced[BagRule.manifestFile] = Array((upper.joined(separator: "\r\n") + "\r\n").utf8)
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
    for number in 0..<1100 { forge.broken["data/more\(number)"] = BagRule.report }
    let judged = try await judge(try forge.write(into: scratch))
    #expect(judged.errors.filter { $0.hasPrefix("entry.unlisted") }.count == 1000)
    #expect(judged.result.omitted[.entryUnlisted] == 100)
  }
}
