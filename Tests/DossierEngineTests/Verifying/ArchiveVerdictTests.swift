import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// Archives that a test makes with Python's zipfile and tarfile.
private func forge(_ scratch: ScratchFolder, _ name: String, _ script: String) throws -> String {
  let bag = try BagForge().write(into: scratch)
  let target = scratch.path(name)
  let python = try #require(Places.program("python3"))
  let preamble = """
    import os, sys, zipfile, tarfile, io, warnings
    warnings.simplefilter("ignore")
    bag, target = sys.argv[1], sys.argv[2]
    root = os.path.dirname(bag)
    members = sorted(os.path.relpath(os.path.join(f, n), root)
                     for f, _, names in os.walk(bag) for n in names)
    """
  let result = try runProgram(python, ["-c", preamble + "\n" + script, bag, target])
  try #require(result.status == 0, "\(result.errors)")
  return target
}

/// A hostile archive and what is said of it.
struct HostileArchive: Sendable, CustomTestStringConvertible {
  var claim: String
  var says: String
  var script: String
  var testDescription: String { claim }
}

private let intoZIP = """
  archive = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
  for name in members: archive.write(os.path.join(root, name), name)

  """
private let intoTAR = """
  archive = tarfile.open(target, "w:gz")
  for name in members: archive.add(os.path.join(root, name), name)

  """

@Suite(.enabled(if: Places.hasProgram("python3"), "python3 is not installed"))
struct ArchiveVerdictTests {
  static let hostile: [HostileArchive] = [
    HostileArchive(
      claim: "an entry added to the payload", says: "entry.unlisted/payload data/more.txt",
      script: intoZIP + "archive.writestr('bag/data/more.txt', 'x'); archive.close()"),
    HostileArchive(
      claim: "an entry beside the bag", says: "entry.unlisted/outside-bag other.txt",
      script: intoZIP + "archive.writestr('other.txt', 'x'); archive.close()"),
    HostileArchive(
      claim: "an entry twice", says: "entry.duplicate/name-twice bag/data/report.txt",
      script: intoZIP + "archive.writestr('bag/data/report.txt', 'x'); archive.close()"),
    HostileArchive(
      claim: "an entry that climbs out", says: "entry.unsafe-path/name-parent-part bag/../../evil",
      script: intoZIP + "archive.writestr('bag/../../evil', 'x'); archive.close()"),
    HostileArchive(
      claim: "a link", says: "entry.link/symbolic-link bag/data/link",
      script: intoZIP + """
        info = zipfile.ZipInfo('bag/data/link'); info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, '/etc/passwd'); archive.close()
        """),
    HostileArchive(
      claim: "an entry that is gone", says: "entry.missing/listed data/report.txt",
      script: "members.remove('bag/data/report.txt')\n" + intoZIP + "archive.close()"),
    HostileArchive(
      claim: "two bags", says: "bag.not-a-bag/several",
      script: intoZIP + """
        for name in members: archive.write(os.path.join(root, name), 'second/' + name[4:])
        archive.close()
        """),
    HostileArchive(
      claim: "a bag two folders deep", says: "bag.not-a-bag/nested",
      script: """
        archive = zipfile.ZipFile(target, 'w')
        for name in members: archive.write(os.path.join(root, name), 'outer/' + name)
        archive.close()
        """),
    HostileArchive(
      claim: "a ZIP that is no bag", says: "bag.not-a-bag/no-declaration",
      script:
        "archive = zipfile.ZipFile(target, 'w'); archive.writestr('a.txt', 'x'); archive.close()"),
    HostileArchive(
      claim: "a bomb", says: "archive.bomb/ratio bag/data/zeros",
      script: intoZIP + "archive.writestr('bag/data/zeros', bytes(64 << 20)); archive.close()"),
    HostileArchive(
      claim: "bytes after the end", says: "archive.ambiguous/data-after-end",
      script: intoZIP + "archive.close(); open(target, 'ab').write(b'more')"),
    HostileArchive(
      claim: "half a ZIP", says: "archive.truncated",
      script: intoZIP + """
        archive.close(); size = os.path.getsize(target); os.truncate(target, size // 2)
        """),
    HostileArchive(
      claim: "text", says: "bag.not-a-bag/format", script: "open(target, 'w').write('text')"),
    HostileArchive(
      claim: "an empty file", says: "bag.not-a-bag/empty", script: "open(target, 'w').close()"),
    HostileArchive(
      claim: "an entry added to the payload of a TAR",
      says: "entry.unlisted/payload data/more.txt",
      script: intoTAR + """
        info = tarfile.TarInfo('bag/data/more.txt'); info.size = 1
        archive.addfile(info, io.BytesIO(b'x')); archive.close()
        """),
    HostileArchive(
      claim: "a link in a TAR", says: "entry.link/symbolic-link bag/data/link",
      script: intoTAR + """
        info = tarfile.TarInfo('bag/data/link'); info.type = tarfile.SYMTYPE
        info.linkname = '/etc/passwd'
        archive.addfile(info); archive.close()
        """),
    HostileArchive(
      claim: "an altered file in a TAR", says: "entry.altered/digest data/report.txt",
      script: "open(os.path.join(bag, 'data/report.txt'), 'w').write('Report')\n" + intoTAR
        + "archive.close()"),
    HostileArchive(
      claim: "half a TAR", says: "archive.truncated/packed-truncated",
      script: intoTAR + """
        archive.close(); size = os.path.getsize(target); os.truncate(target, size // 2)
        """),
  ]

  @Test(arguments: hostile)
  func says(_ archive: HostileArchive) async throws {
    let scratch = try ScratchFolder()
    let path = try forge(scratch, "archive", archive.script)
    let judged = try await judge(path)
    #expect(judged.errors.contains(archive.says), "\(judged.errors)")
    #expect(judged.result.verdict == .damaged)
  }

  @Test func aBagWithoutAFolderIsWorthAWarning() async throws {
    let scratch = try ScratchFolder()
    let path = try forge(
      scratch, "a.zip",
      """
      archive = zipfile.ZipFile(target, "w")
      for name in members: archive.write(os.path.join(root, name), name[4:])
      archive.close()
      """)
    let judged = try await judge(path)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings == ["bag.recommendation/no-top-folder"])
  }

  @Test func whatTheFinderPutsBesideAFolderIsNothingToSay() async throws {
    let scratch = try ScratchFolder()
    let path = try forge(
      scratch, "a.zip",
      intoZIP + "archive.writestr('__MACOSX/bag/._bagit.txt', 'x'); archive.close()")
    let judged = try await judge(path)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings.isEmpty)
  }

  @Test(arguments: ["zipfile.ZIP_BZIP2", "zipfile.ZIP_LZMA"])
  func anArchiveOfAnotherMethodIsOnlyNotRead(_ method: String) async throws {
    let scratch = try ScratchFolder()
    let path = try forge(
      scratch, "a.zip",
      "archive = zipfile.ZipFile(target, 'w', \(method))\n"
        + "for name in members: archive.write(os.path.join(root, name), name)\narchive.close()")
    let judged = try await judge(path)
    #expect(!judged.errors.isEmpty)
    #expect(judged.errors.allSatisfy { $0.hasPrefix("archive.unsupported/method ") })
    #expect(judged.warnings.isEmpty)
  }

  /// 0 is DOS, as Java and Windows write it; 3 is Unix.
  @Test(arguments: [(0, ["data/minh chứng/a.txt"]), (3, [])] as [(Int, [String])])
  func notesOnceTheNamesThatUnzipGarbles(_ system: Int, _ noted: [String]) async throws {
    let scratch = try ScratchFolder()
    let path = try forge(
      scratch, "a.zip",
      """
      archive = zipfile.ZipFile(target, 'w')
      for name in members:
          info = zipfile.ZipInfo(name); info.create_system = \(system)
          archive.writestr(info, open(os.path.join(root, name), 'rb').read())
      archive.close()
      """)
    let judged = try await judge(path)
    #expect(judged.errors.isEmpty && judged.warnings.isEmpty)
    #expect(judged.result.verdict == .intact)
    let notes = judged.result.findings.filter { $0.code == .archiveNamesGarbled }
    #expect(notes.compactMap(\.path) == noted)
  }

  @Test func otherFilesInTheFindersFolderAreOutsideTheBag() async throws {
    let scratch = try ScratchFolder()
    let path = try forge(
      scratch, "a.zip",
      intoZIP + "archive.writestr('__MACOSX/bag/more.txt', 'x'); archive.close()")
    #expect(
      try await judge(path).errors == ["entry.unlisted/outside-bag __MACOSX/bag/more.txt"])
  }

  @Test(arguments: ["intoZIP", "intoTAR"])
  func aPathWindowsCannotHoldIsAWarningInAnArchiveToo(_ form: String) async throws {
    let scratch = try ScratchFolder()
    let long =
      "data/"
      + Array(repeating: String(repeating: "x", count: 60), count: 5)
      .joined(separator: "/")
    var bag = BagForge()
    bag.payload[long] = [1]
    _ = try bag.write(into: scratch, name: "long/bag")
    let path = try forge(
      scratch, "a.archive",
      """
      root = os.path.join(root, 'long')
      members = [os.path.relpath(os.path.join(f, n), root)
                 for f, _, names in os.walk(root) for n in names]

      """ + (form == "intoZIP" ? intoZIP : intoTAR) + "archive.close()")
    let judged = try await judge(path)
    #expect(judged.errors.isEmpty)
    #expect(judged.warnings == ["entry.not-portable/length \(long)"])
  }

  @Test func comparesTheWholeFile() async throws {
    let scratch = try ScratchFolder()
    let path = try forge(scratch, "a.zip", intoZIP + "archive.close()")
    let digest = DigestSet.of(Array(try Data(contentsOf: URL(filePath: path))), [.sha256])
    var options = BagVerifier.Options()
    options.expectedSHA256 = digest.hex(.sha256)?.uppercased()
    let verifier = BagVerifier(severities: verifySeverities)
    let right = try await verifier.verify(path, options: options)
    #expect(right.verdict == .intact)
    #expect(right.sha256 == digest.hex(.sha256))
    #expect(right.layers.map(\.kind) == [.file, .directory, .data, .bag])
    options.expectedSHA256 = String(repeating: "0", count: 64)
    let wrong = Judged(try await verifier.verify(path, options: options))
    #expect(wrong.errors == ["archive.expected-digest"])
  }

  @Test func progressComesToItsEnd() async throws {
    let scratch = try ScratchFolder()
    let path = try forge(scratch, "a.zip", intoZIP + "archive.close()")
    let seen = ProgressLog()
    _ = try await BagVerifier(severities: verifySeverities)
      .verify(path, progress: { seen.add($0) })
    let last = try #require(seen.last)
    #expect(last.bytesDone == last.bytesTotal)
    #expect(last.filesDone == last.filesTotal)
    #expect(last.filesDone == 6)
  }
}
