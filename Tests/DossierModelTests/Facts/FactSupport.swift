import DossierCatalog
import DossierModel
import Foundation
import TestSupport
import Testing

/// What the tests of reading share.
enum Reading {
  static let lexicon: Lexicon = {
    do { return try LexiconLoader.builtIn() } catch { fatalError("\(error)") }
  }()
  static let profile: Profile = {
    do {
      guard let profile = try ProfileCatalog.builtIn("tt22-2020") else { fatalError("no profile") }
      return profile
    } catch { fatalError("\(error)") }
  }()
  static let reader = FactReader(lexicon: lexicon, profile: profile)

  /// The facts of a text, a paragraph a line.
  static func facts(_ text: String) -> DocumentFacts {
    reader.facts(from: paragraphs(text), title: nil)
  }

  static func paragraphs(_ text: String) -> [TextBlock] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      .paragraph(Paragraph(String($0)))
    }
  }

  /// A table from rows of cell texts; an empty text is an empty cell.
  static func table(_ rows: [[String]]) -> TextBlock {
    var cells: [TableCell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map {
          Paragraph(String($0))
        }
        cells.append(TableCell(row: row, column: column, paragraphs: paragraphs))
      }
    }
    return .table(
      TextTable(
        cells: cells, rowCount: rows.count, columnCount: rows.map(\.count).max() ?? 0))
  }

  /// The real report, its header as the two-column table the document has.
  static let realReport: [TextBlock] = {
    guard let shared = Places.shared else { return [] }
    let url = shared.appending(path: "real/report-an-son-2023.txt")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return paragraphs(text)
  }()
}
