import ArchiveIO
import Foundation
import TestSupport
import Testing

@Test func corpusProbe() throws {
  for root in (ProcessInfo.processInfo.environment["PROBE"] ?? "").split(separator: ":") {
    let files = FileManager.default.enumerator(atPath: String(root))?.allObjects as? [String] ?? []
    for name in files.sorted() {
      let path = "\(root)/\(name)"
      guard let handle = FileHandle(forReadingAtPath: path),
        let head = try? handle.read(upToCount: 2) else { continue }
      let result = head == Data("PK".utf8) ? Verdict.of(zip: path) : Verdict.of(tar: path)
      if result.verdict != .silent { print("PROBE \(name): \(result.verdict) \(result.why)") } else { print("PROBE ok \(name)") }
    }
  }
}
