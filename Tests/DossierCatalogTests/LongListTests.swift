import Foundation
import Testing

@testable import DossierCatalog

@Suite("Long lists: the JSON is that of an array")
struct LongListTests {
  private struct Arrays: Encodable {
    var a: [Row]
    var inner: Inner
    var z: [String]

    struct Inner: Encodable { var rows: [Row] }
  }

  private struct Lists: Encodable {
    var a: LongList<Row>
    var inner: Inner
    var z: LongList<String>

    struct Inner: Encodable { var rows: LongList<Row> }
  }

  private struct Row: Codable, Sendable {
    var name: String
    var parts: [Int]
    var empty: [String: Int]
  }

  private func rows(_ count: Int) -> [Row] {
    (0..<count).map {
      Row(name: "Hồ sơ\n\"\($0)\"", parts: Array(0..<$0 % 3), empty: [:])
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
    let texts = rows.map(\.name)
    let arrays = Arrays(a: rows, inner: .init(rows: rows.reversed()), z: texts)
    let lists = Lists(
      a: LongList(rows), inner: .init(rows: LongList(rows.reversed())),
      z: LongList(count: count) { texts[$0] })
    #expect(try JSONText.pretty(lists) == expected(arrays))
  }

  @Test func isReadBackFromAnArray() throws {
    let text = try JSONText.line(LongList(["a", "b"]))
    #expect(text == #"["a","b"]"#)
    #expect(
      Array(try JSONDecoder().decode(LongList<String>.self, from: Data(text.utf8))) == ["a", "b"])
  }

  @Test func isWrittenInPieces() throws {
    var most = 0
    try JSONText.write(LongList(count: 10_000) { "số \($0)" }) { most = max(most, $0.count) }
    #expect(most < 4096)
  }
}
