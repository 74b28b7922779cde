import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// An archive of hoso's own, damaged at every place.
struct ArchiveMutationTests {
  private func archive(_ format: PackRequest.Format) async throws -> (PackBench, [UInt8]) {
    var bench = try PackBench(files: [
      "a.txt": Array(repeating: 65, count: 300), "b.jpg": Array("picture".utf8),
    ])
    bench.request.format = format
    _ = try await bench.pack()
    return (bench, Array(try Data(contentsOf: URL(filePath: bench.target))))
  }

  @Test(arguments: PackRequest.Format.allCases)
  func noArchiveThatIsCutOffIsIntact(_ format: PackRequest.Format) async throws {
    let (bench, bytes) = try await archive(format)
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      try bench.scratch.write("cut", bytes[..<length])
      let judged = try await judge(bench.scratch.path("cut"), jobs: 1)
      #expect(judged.result.verdict == .damaged, "\(length) of \(bytes.count) bytes")
    }
  }

  @Test(arguments: PackRequest.Format.allCases)
  func noFlippedBitChangesTheBagUnnoticed(_ format: PackRequest.Format) async throws {
    let (bench, bytes) = try await archive(format)
    let whole = try await judge(bench.target, jobs: 1).result.bag
    for position in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[position] ^= 1 << (position / 5 % 8)
      try bench.scratch.write("flipped", changed)
      let judged = try await judge(bench.scratch.path("flipped"), jobs: 1)
      #expect(judged.result.verdict != .unreadable, "byte \(position)")
      if judged.result.verdict == .intact { #expect(judged.result.bag == whole) }
    }
  }
}
