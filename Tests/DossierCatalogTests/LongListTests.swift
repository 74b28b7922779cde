import Foundation
import Testing

@testable import DossierCatalog

@Suite("Long lists: the JSON is that of an array")
struct LongListTests {
  private struct Arrays: Encodable {
    var a: [Row]
    var inner: Inner
    var z: [Row]

    struct Inner: Encodable { var rows: [Row] }
  }

  private struct Lists: Encodable {
    var a: LongList<Row>
    var inner: Inner
    var z: LongList<Row>

    struct Inner: Encodable { var rows: LongList<Row> }
  }

  private struct Row: Codable, Sendable, JSONWritable {
    var name: String
    var parts: [String]
    var empty: [String: String]

    func write(to writer: inout JSONWriter) throws {
      writer.object { writer in
        writer.key("empty")
        writer.value(empty)
        writer.key("name")
        writer.value(name)
        writer.key("parts")
        writer.value(parts)
      }
    }
  }

  private func rows(_ count: Int) -> [Row] {
    (0..<count).map {
      Row(
        name: "Hồ sơ\n\"\($0)\"", parts: (0..<$0 % 3).map { "\($0)/\u{1}" },
        empty: $0.isMultiple(of: 2) ? [:] : ["ậ": "", "z": "\t"])
    }
  }

  private func expected(_ document: Arrays) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  @Test(arguments: [0, 1, 2, 63, 64, 65, 128, 129, 300])
  func isWrittenAsTheEncoderWritesAnArray(count: Int) throws {
    let rows = rows(count)
    let arrays = Arrays(a: rows, inner: .init(rows: rows.reversed()), z: rows)
    let lists = Lists(
      a: LongList(rows), inner: .init(rows: LongList(rows.reversed())),
      z: LongList(count: count) { rows[$0] })
    #expect(try JSONText.pretty(lists) == expected(arrays))
  }

  @Test func isReadBackFromAnArray() throws {
    let text = try JSONText.line(LongList(rows(3)))
    let read = try JSONDecoder().decode(LongList<Row>.self, from: Data(text.utf8))
    #expect(read.map(\.name) == rows(3).map(\.name))
  }

  @Test func isWrittenInPieces() throws {
    var most = 0
    let row = rows(1)[0]
    try JSONText.write(LongList(count: 10_000) { _ in row }) { most = max(most, $0.count) }
    #expect(most < 70_000)
  }
}
