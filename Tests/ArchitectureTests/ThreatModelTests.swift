import Foundation
import TestSupport
import Testing

/// The threat model is worth what holds it.
struct ThreatModelTests {
  private static let page = Places.package.appending(
    path: "Sources/DossierEngine/Documentation.docc/ThreatModel.md")

  /// The last cell of each row of the table.
  private static func cells() throws -> [String] {
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    return rows.compactMap { $0.split(separator: "|").last { !$0.allSatisfy(\.isWhitespace) } }
      .map(String.init)
  }

  /// The words between backticks.
  private static func names(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func everyAnswerNamesATestThatIsThere() throws {
    let folder = Places.package.appending(path: "Tests").path
    let files = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    let sources = try files.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    let cells = try Self.cells()
    #expect(cells.count > 5)
    for cell in cells {
      #expect(!Self.names(cell).isEmpty, "\(cell)")
      for name in Self.names(cell) {
        let parts = name.split(separator: ".")
        let suite = "struct \(parts[0]) {"
        let isThere = sources.contains { source in
          source.contains(suite) && (parts.count == 1 || source.contains("func \(parts[1])("))
        }
        #expect(isThere, "\(name)")
      }
    }
  }
}
