import DossierModel
import NativeReaders

@testable import DossierEngine

/// Pages as `pdftotext -tsv` gives them, and what becomes of them.
enum PDFPageForge {
  /// Lines of words as `pdftotext -tsv` gives them: text, left edge, top; a word is 5 points a
  /// letter wide and 10 high.
  static func page(_ number: Int, _ lines: [[(String, Double, Double)]]) -> String {
    var rows = ["1\t\(number)\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t###PAGE###"]
    for (index, line) in lines.enumerated() {
      rows.append("4\t\(number)\t\(index)\t0\t0\t0\t0\t0\t0\t0\t-1\t###LINE###")
      for (text, left, top) in line {
        var place = left
        for word in text.split(separator: " ") {
          let width = Double(word.count) * 5
          rows.append(
            "5\t\(number)\t\(index)\t0\t0\t0\t\(place)\t\(top)\t\(width)\t10\t100\t\(word)")
          place += width + 4
        }
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  static func blocks(_ pages: [String], _ rulings: [Int: [PDFRuling]] = [:]) -> [TextBlock] {
    PDFPageBlocks.blocks(Array(pages.joined().utf8), rulings: rulings)
  }

  static func table(_ block: TextBlock) -> [String] {
    guard case .table(let table) = block else { return [] }
    return table.cells.map { "\($0.row),\($0.column) \($0.text.replacing("\n", with: "|"))" }
  }
}
