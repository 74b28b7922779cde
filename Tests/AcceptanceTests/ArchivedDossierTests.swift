import Foundation
import TestSupport
import Testing

/// An archive of a dossier is looked into as its folder is, whatever its form.
@Suite("A dossier in its archive")
struct ArchivedDossierTests {
  /// What the check of a path says: its exit status, and its findings as JSON.
  private func judgement(_ path: String, _ more: [String] = []) throws -> (Int32, String) {
    let result = try BuiltBinary.run(["check", path, "--format", "json", "--year", "2024"] + more)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let findings = try #require(document["findings"] as? [[String: Any]])
    let codes = findings.map { "\($0["code"] ?? "") \($0["message"] ?? "")" }
    return (result.status, codes.joined(separator: "\n"))
  }

  private func pack(_ sample: String, as name: String, in scratch: ScratchFolder) throws -> String {
    let target = scratch.path(name)
    let result = try BuiltBinary.run([
      "pack", Places.samples.appending(path: sample).path, "-o", target, "--allow-incomplete",
      "--date", "2025-01-15",
    ])
    #expect(result.status == 0, "\(result.errors)")
    return target
  }

  @Test(arguments: ["a.zip", "a.tar.gz", "a.tar.zst"])
  func isJudgedInEveryForm(name: String) throws {
    let scratch = try ScratchFolder()
    let zip = try judgement(try pack("wrong-sum", as: "b.zip", in: scratch))
    let other = try judgement(try pack("wrong-sum", as: name, in: scratch))
    #expect(zip.0 == 1)
    #expect(zip.1.contains("score.sum"))
    #expect(other == zip)
    #expect(try BuiltBinary.run(["show", scratch.path(name)]).status == 0)
  }

  @Test(arguments: [("tar", "cf"), ("tar.xz", "cJf")])
  func isJudgedInATarByAnotherTool(ending: String, option: String) throws {
    let scratch = try ScratchFolder()
    let zip = try pack("wrong-sum", as: "a.zip", in: scratch)
    #expect(
      try BuiltBinary.run(["extract", zip, "-o", scratch.path("out")]).status == 0)
    let target = scratch.path("a.\(ending)")
    let made = try runProgram("/usr/bin/env", ["tar", option, target, "out"], in: scratch.path())
    #expect(made.status == 0, "\(made.errors)")
    let plain = try judgement(target)
    #expect(plain.0 == 1)
    #expect(plain.1.contains("score.sum"))
  }

  @Test func anExtractedArchiveIsJudgedAsTheArchive() throws {
    let scratch = try ScratchFolder()
    let zip = try pack("wrong-sum", as: "a.zip", in: scratch)
    let out = scratch.path("out")
    #expect(try BuiltBinary.run(["extract", zip, "-o", out]).status == 0)
    #expect(try judgement(out) == judgement(zip))
    #expect(try !judgement(out).1.contains("file.not-as-packed"))
  }

  @Test func whatWasChangedAfterPackingIsToldAlsoWhereTheManifestsWereMadeAnew() throws {
    let scratch = try ScratchFolder()
    let zip = try pack("complete", as: "a.zip", in: scratch)
    let out = scratch.path("out")
    #expect(try BuiltBinary.run(["extract", zip, "-o", out]).status == 0)
    let evidence = try FileManager.default.contentsOfDirectory(
      atPath: "\(out)/data/5-minh-chung/1a"
    )
    .sorted()
    let exchanged = try #require(evidence.first)
    try Data("thay".utf8).write(to: URL(filePath: "\(out)/data/5-minh-chung/1a/\(exchanged)"))
    try Data("thêm".utf8).write(to: URL(filePath: "\(out)/data/5-minh-chung/1a/them.txt"))
    let plan = try #require(
      try FileManager.default.contentsOfDirectory(atPath: "\(out)/data/1-ke-hoach").first)
    try FileManager.default.removeItem(atPath: "\(out)/data/1-ke-hoach/\(plan)")
    let made = try runProgram(
      "/bin/sh",
      [
        "-c",
        """
        find data -type f -print0 | sort -z | xargs -0 sha256sum > manifest-sha256.txt
        sed -i '/Payload-Oxum/d' bag-info.txt
        sha256sum bagit.txt bag-info.txt manifest-sha256.txt index.html dossier.json \
          > tagmanifest-sha256.txt
        cd .. && zip -q -r b.zip out
        """,
      ], in: out)
    #expect(made.status == 0, "\(made.errors)")
    for path in [out, scratch.path("b.zip")] {
      #expect(try BuiltBinary.run(["verify", path]).status == 0)
      let (status, findings) = try judgement(path)
      let told = findings.split(separator: "\n").filter { $0.hasPrefix("file.not-as-packed") }
      #expect(status == 1)
      #expect(told.count == 3)
      for name in [exchanged, "them.txt", plan] {
        #expect(told.count { $0.contains(name) } == 1, "\(name)")
      }
    }
  }

  @Test func anArchiveWithAPasswordIsNotCalledDamaged() throws {
    let scratch = try ScratchFolder()
    let zip = try pack("complete", as: "a.zip", in: scratch)
    #expect(try BuiltBinary.run(["extract", zip, "-o", scratch.path("out")]).status == 0)
    let made = try runProgram(
      "/usr/bin/env", ["zip", "-q", "-r", "-P", "123", "b.zip", "out"], in: scratch.path())
    #expect(made.status == 0, "\(made.errors)")
    let checked = try BuiltBinary.run(["check", scratch.path("b.zip"), "--lang", "vi"])
    #expect(checked.status == 2)
    #expect(checked.errors.contains("mật khẩu"))
    let verified = try BuiltBinary.run(["verify", scratch.path("b.zip"), "--format", "json"])
    #expect(verified.status == 1)
    #expect(verified.output.contains("entry.encrypted"))
    #expect(verified.output.contains("\"bag\" : null"))
    #expect(!verified.output.contains("\"data\""))
  }

  @Test func anIndexTooLargeForTheArchiveIsNotReadAndNothingIsCalledDamaged() throws {
    let scratch = try ScratchFolder()
    let zip = try pack("complete", as: "a.zip", in: scratch)
    let out = scratch.path("out")
    #expect(try BuiltBinary.run(["extract", zip, "-o", out]).status == 0)
    let index = try String(contentsOfFile: "\(out)/dossier.json", encoding: .utf8)
    try Data((index + String(repeating: " ", count: 9 << 20)).utf8).write(
      to: URL(filePath: "\(out)/dossier.json"))
    for path in [out, zip] {
      let shown = try BuiltBinary.run(["show", path])
      #expect(shown.status == (path == zip ? 0 : 2))
      #expect(!shown.errors.contains("damaged"))
    }
  }

  @Test func aLargeDocumentIsReadWhereItLies() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path("dossier")
    try FileManager.default.copyItem(
      atPath: Places.samples.appending(path: "wrong-sum").path, toPath: folder)
    var random = SeededRandom(seed: 5)
    let words = (0..<(33 << 17)).map { _ in random.next() }
    try scratch.write("Pictures/a.bin", words.withUnsafeBytes { Array($0) })
    let report = "\(folder)/2. Báo cáo/Báo cáo tự đánh giá 2024.odt"
    let added = try runProgram(
      "/usr/bin/env", ["zip", "-q", "-0", report, "Pictures/a.bin"], in: scratch.path())
    #expect(added.status == 0, "\(added.errors)")
    let target = scratch.path("a.zip")
    let packed = try BuiltBinary.run(["pack", folder, "-o", target, "--allow-incomplete"])
    #expect(packed.status == 0, "\(packed.errors)")
    // A report that is not read states no sum that could be wrong.
    let sums = try judgement(target).1.split(separator: "\n").filter { $0.hasPrefix("score.sum") }
    #expect(sums.count == 2)
  }

  @Test(arguments: [("id: tt22-2020", "id: rieng"), ("minimum: 85", "minimum: 86")])
  func aProfileThatIsNotHereIsAskedFor(_ before: String, _ after: String) throws {
    let scratch = try ScratchFolder()
    let shown = try BuiltBinary.run(["profile", "show", "tt22-2020", "--yaml"])
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.output.contains(before))
    try scratch.write("own.yaml", text: shown.output.replacing(before, with: after))
    let folder = Places.samples.appending(path: "complete").path
    let target = scratch.path("a.zip")
    let own = ["--profile", scratch.path("own.yaml")]
    #expect(try BuiltBinary.run(["pack", folder, "-o", target] + own).status == 0)
    let refused = try BuiltBinary.run(["check", target])
    #expect(refused.status == 2)
    #expect(refused.errors.contains(after.hasPrefix("id") ? "rieng" : "tt22-2020"))
    #expect(refused.errors.contains("--profile"))
    #expect(try BuiltBinary.run(["check", target] + own).status == 0)
  }

  @Test func aCopyOfABuiltInProfileIsThatProfile() throws {
    let scratch = try ScratchFolder()
    let shown = try BuiltBinary.run(["profile", "show", "tt22-2020", "--yaml"])
    try scratch.write("own.yaml", text: shown.output)
    let folder = Places.samples.appending(path: "complete").path
    let target = scratch.path("a.zip")
    let own = ["--profile", scratch.path("own.yaml")]
    #expect(try BuiltBinary.run(["pack", folder, "-o", target] + own).status == 0)
    #expect(try BuiltBinary.run(["check", target]).status == 0)
  }
}
