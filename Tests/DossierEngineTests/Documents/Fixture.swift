import ArchiveIO
import DossierModel
import Foundation
import TestSupport

/// The small real files beside the tests; `Fixtures/README.md` says what each is.
enum Fixture {
  static func source(_ name: String) throws -> FileSource {
    try FileSource(
      path: Places.package.appending(path: "Tests/DossierEngineTests/Fixtures/\(name)").path)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    let file = try source(name)
    return try file.bytes(at: 0, count: Int(file.size))
  }
}

extension DocumentReading {
  /// The texts of the paragraphs outside tables, of one region.
  func lines(_ region: TextRegion = .body) -> [String] {
    blocks.compactMap { block in
      if case .paragraph(let paragraph) = block, paragraph.region == region {
        paragraph.shown
      } else {
        nil
      }
    }
  }

  var tables: [TextTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}

extension TextTable {
  /// The cells in one line each: place, spans other than one, text.
  var outline: [String] {
    cells.map { cell in
      let spans =
        cell.rowSpan == 1 && cell.columnSpan == 1 ? "" : " +\(cell.rowSpan)x\(cell.columnSpan)"
      return "\(cell.row),\(cell.column)\(spans) \(cell.text)"
    }
  }
}
