import Foundation
import TestSupport
import Testing

/// The container layer says an oddity in one word; people get a sentence.
struct OddityWordTests {
  @Test func everyReasonOfTheContainerLayerHasWords() throws {
    let sources = Places.package.appending(path: "Sources/ArchiveIO").path
    let words = try String(
      contentsOf: Places.package.appending(
        path: "Sources/DossierCatalog/Messages/interface-oddities.yaml"), encoding: .utf8)
    var count = 0
    let files = (FileManager.default.enumerator(atPath: sources)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    for file in files {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      for call in text.matches(of: #/(?:note|Oddity)\(\s*\.[a-zA-Z]+,\s*"([a-z0-9-]+)"/#) {
        count += 1
        #expect(words.contains("oddity.\(call.output.1): "), "\(call.output.1) in \(file)")
      }
    }
    #expect(count > 60)
  }

  /// What the container layer cannot do it says in one word, too.
  @Test func everyErrorOfTheContainerLayerHasWords() throws {
    let package = Places.package
    let messages = "Sources/DossierCatalog/Messages"
    let words = try ["oddities", "system"].map { name in
      try String(
        contentsOf: package.appending(path: "\(messages)/interface-\(name).yaml"), encoding: .utf8)
    }.joined()
    let sources = package.appending(path: "Sources/ArchiveIO").path
    let files = (FileManager.default.enumerator(atPath: sources)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    var count = 0
    for file in files {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      let calls =
        text.matches(of: #/corrupt\(entry, source, "([^"\\]+)"/#).map(\.output.1)
        + text.matches(of: #/refusal\(\.[a-zA-Z]+, "([^"]+)"/#).map(\.output.1)
        + text.matches(of: #/failure\(\.[a-zA-Z]+, "([^"]+)"/#).map(\.output.1)
        + text.matches(of: #/path: source\.name, detail: "([^"]+)"/#).map(\.output.1)
        + text.matches(of: #/failure\(\.[a-zA-Z]+, "([^"]+)"/#).map(\.output.1)
        + text.matches(of: #/E[A-Z]+: "([a-z-]+)"/#).map(\.output.1)
      for word in calls {
        count += 1
        #expect(words.contains(".\(word): "), "\(word) in \(file)")
      }
    }
    #expect(count > 30)
  }
}
