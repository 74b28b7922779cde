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
}
