import ArchiveIO
import Foundation
import TestSupport
import Testing

struct SpillBufferTests {
  private static func pieces(_ count: Int) -> [[UInt8]] {
    (0..<count).map { Array(repeating: UInt8(truncatingIfNeeded: $0), count: 700) }
  }

  @Test(arguments: [0, 1, 2, 3, 40])
  func givesBackTheBytesWhereverTheyWereKept(_ count: Int) throws {
    let scratch = try ScratchFolder()
    let buffer = SpillBuffer("a.json", beside: scratch.path("out.zip"), limit: 1400)
    for piece in Self.pieces(count) { try buffer.write(piece) }
    let source = try buffer.finish()
    let expected = Self.pieces(count).flatMap(\.self)
    #expect(source.size == UInt64(expected.count))
    #expect(try source.bytes(at: 0, count: expected.count + 1) == expected)
  }

  @Test func leavesNoFileBehind() throws {
    let scratch = try ScratchFolder()
    let manager = FileManager.default
    do {
      let buffer = SpillBuffer("a.json", beside: scratch.path("out.zip"), limit: 1000)
      for piece in Self.pieces(9) { try buffer.write(piece) }
      #expect(try manager.contentsOfDirectory(atPath: scratch.path()).count == 1)
      let source = try buffer.finish()
      #expect(try manager.contentsOfDirectory(atPath: scratch.path()).isEmpty)
      #expect(try source.bytes(at: 6299, count: 2) == [8])
      let abandoned = SpillBuffer("b.json", beside: scratch.path("out.zip"), limit: 1000)
      for piece in Self.pieces(9) { try abandoned.write(piece) }
    }
    #expect(try manager.contentsOfDirectory(atPath: scratch.path()).isEmpty)
  }

  @Test func namesTheTargetWhereNothingCanBeWritten() throws {
    let scratch = try ScratchFolder()
    let target = scratch.path("nowhere/out.zip")
    let buffer = SpillBuffer("a.json", beside: target, limit: 1000)
    let error = #expect(throws: ArchiveError.self) {
      for piece in Self.pieces(9) { try buffer.write(piece) }
    }
    #expect(error?.code == .write)
    #expect(error?.path == target)
  }
}
