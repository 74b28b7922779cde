import ArchiveIO
import Foundation
import TestSupport
import Testing

/// How hoso judges one archive: by structures, then by data.
enum Verdict: String {
  case silent, risky, error

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

  static func of(tar path: String) -> (verdict: Verdict, why: [String]) {
    do {
      let (_, inspection) = try TarReader.list(FileSource(path: path))
      let why = inspection.oddities.map { "\($0.kind.rawValue):\($0.reason)" }
      let isError = inspection.oddities.contains { $0.kind != .risky }
      return (isError ? .error : why.isEmpty ? .silent : .risky, why)
    } catch {
      return (.error, ["\(error)"])
    }
  }
}

@Suite("The suites of hostile archives")
struct SuiteTests {
  @Test(
    "judges each ZIP as its folder says",
    .enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
  func judgesEachZIPAsItsFolderSays() throws {
    let suites = try #require(Places.shared).appending(path: "suites")
    for folder in ["malo/zip", "warehouse-zipdata"] {
      for group in ["accept", "iffy", "malicious", "reject"] {
        let url = suites.appending(path: "\(folder)/\(group)")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
          continue
        }
        for name in names.sorted() {
          let result = Verdict.of(zip: url.appending(path: name).path)
          print("\(folder)/\(group)/\(name): \(result.verdict) \(result.why)")
        }
      }
    }
  }
}
