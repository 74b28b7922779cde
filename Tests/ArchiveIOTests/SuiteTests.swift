import ArchiveIO
import Foundation
import TestSupport
import Testing

/// How hoso judges one archive: by structures, then by data.
enum Verdict: String {
  case silent, risky, error

  /// Judges a ZIP and reads all of its data.
  static func of(zip path: String) -> (verdict: Verdict, why: [String]) {
    do {
      let source = try FileSource(path: path)
      let directory = try ZIPDirectory.read(from: source)
      var why = directory.oddities.map { "\($0.kind.rawValue):\($0.reason)" }
      var isError = directory.oddities.contains { $0.kind != .risky }
      var reader = ZIPEntryReader()
      for entry in directory.entries {
        do {
          try reader.read(entry, from: source, limit: 1 << 30) { _ in }
        } catch {
          isError = true
          why.append("\(error)")
        }
      }
      return (isError ? .error : why.isEmpty ? .silent : .risky, why)
    } catch {
      return (.error, ["\(error)"])
    }
  }

  /// Judges a tar archive; a link counts only where `refusesLinks`.
  static func of(
    tar path: String, refusesLinks: Bool = true
  ) -> (verdict: Verdict, why: [String]) {
    do {
      let (_, inspection) = try TarReader.list(FileSource(path: path))
      let counted = inspection.oddities.filter { refusesLinks || $0.reason != "symbolic-link" }
      let why = counted.map { "\($0.kind.rawValue):\($0.reason)" }
      let isError = counted.contains { $0.kind != .risky }
      return (isError ? .error : why.isEmpty ? .silent : .risky, why)
    } catch {
      return (.error, ["\(error)"])
    }
  }
}

@Suite(
  "The suites of hostile archives",
  .enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
struct SuiteTests {
  static let groups = ["accept", "iffy", "malicious", "reject"]

  /// Where two suites contradict each other, or one contradicts what every tool does.
  static let free: [String: String] = [
    "malo/zip/iffy/nosubdir.zip": "no Word document has entries for its folders",
    "warehouse-zipdata/accept/short_usize.zip": "malo calls the same bytes malicious",
    "warehouse-zipdata/accept/short_usize_zip64.zip": "malo calls the same bytes malicious",
    "warehouse-zipdata/reject/data_descriptor.zip": "malo accepts it: descriptors are legal",
    "warehouse-zipdata/reject/data_descriptor_zip64.zip": "malo accepts it",
  ]

  static func isAllowed(_ verdict: Verdict, in group: String) -> Bool {
    switch group {
    case "accept": verdict == .silent
    case "iffy": verdict != .silent
    default: verdict == .error
    }
  }

  @Test(arguments: ["malo/zip", "warehouse-zipdata", "malo/tar"])
  func judgesEachArchiveAsItsFolderSays(_ suite: String) throws {
    let root = try #require(Places.shared).appending(path: "suites/\(suite)")
    var table = "\(suite)\n           silent  risky  error\n"
    for group in SuiteTests.groups {
      let folder = root.appending(path: group).path
      guard FileManager.default.fileExists(atPath: folder) else { continue }
      var counts: [Verdict: Int] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      where !name.hasSuffix(".json") {
        let path = "\(folder)/\(name)"
        let isTar = suite == "malo/tar"
        let result =
          isTar ? Verdict.of(tar: path, refusesLinks: group != "accept") : Verdict.of(zip: path)
        counts[result.verdict, default: 0] += 1
        let key = "\(suite)/\(group)/\(name)"
        if SuiteTests.free[key] == nil {
          #expect(SuiteTests.isAllowed(result.verdict, in: group), "\(key): \(result)")
        }
      }
      let numbers = [Verdict.silent, .risky, .error].map { verdict in
        let text = String(counts[verdict] ?? 0)
        return String(repeating: " ", count: 7 - text.count) + text
      }
      table += group + String(repeating: " ", count: 10 - group.count) + numbers.joined() + "\n"
    }
    print(table)
  }

  /// Files of the corpus whose container is not as it should be, and what is wrong with it.
  static let odd: [String: String] = [
    "poi__49609.xlsx": "unsafePath:name-backslash",
    "poi__duplicate-filename-case-insensitive.xlsx": "risky:name-twin",
    "synthetic__zip-bomb-text.docx": "bomb:ratio",
    "synthetic__zip-dup-case.docx": "risky:name-twin",
    "synthetic__zip-dup-core.docx": "duplicate:name-twice",
    "synthetic__zip-local-central-name.docx": "ambiguous:local-name-differs",
    "synthetic__zip-prefix-stub.docx": "ambiguous:data-before-first",
    "synthetic__zip-trailing-junk.docx": "ambiguous:data-after-end",
    "synthetic__zip-traversal.docx": "unsafePath:name-parent-part",
  ]

  @Test func isSilentOnGoodDocuments() throws {
    let root = try #require(Places.shared).appending(path: "corpus")
    var silent = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
      guard let source = try? FileSource(path: root.appending(path: name).path),
        let directory = try? ZIPDirectory.read(from: source, limits: .document)
      else { continue }
      let found = directory.oddities.map { "\($0.kind.rawValue):\($0.reason)" }
      if let expected = SuiteTests.odd[name] {
        #expect(found.contains(expected), "\(name): \(found)")
      } else if !name.contains("clusterfuzz") {
        #expect(found.isEmpty, "\(name): \(found)")
        silent += found.isEmpty ? 1 : 0
      }
    }
    print("silent on \(silent) documents")
    #expect(silent > 60)
  }
}
