import Testing

@testable import ArchiveIO
@testable import DossierEngine

@Suite(.enabled(if: PairedSHA256.isAvailable, "the processor has no SHA instructions"))
struct PairedDigestTests {
  private static let sizes = [
    0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 262_143, 262_144, 262_145, 600_000,
  ]

  private static func bytes(_ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
  }

  /// Gives its first bytes and then refuses.
  private struct BrokenSource: ByteSource {
    let name = "broken"
    let size: UInt64 = 1 << 20

    func read(
      into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64
    ) throws(ArchiveError) -> Int {
      if offset > 0 { throw ArchiveError(.io, path: name, detail: "no more") }
      return buffer.count
    }
  }

  @Test(arguments: sizes, [sizes, sizes.reversed(), [64], [600_000, 1]])
  func companyDoesNotMatter(_ size: Int, _ others: [Int]) throws {
    var waiting = ([size] + others + [size]).map(Self.bytes)[...]
    let all = Array(waiting)
    var found: [Int: DigestSet] = [:]
    let paired = PairedSHA256()
    try paired.run(
      hasChecksum: true,
      next: {
        waiting.popFirst().map {
          (all.count - waiting.count - 1, MemorySource(name: "memory", bytes: $0))
        }
      }, progress: { _ in },
      take: { number, outcome in
        guard case .done(let value, let size, let crc32) = outcome else { return }
        #expect(crc32 == CRC32.of(all[number]))
        found[number] = DigestSet(size: size, sha256: value)
      })
    for (number, bytes) in all.enumerated() {
      #expect(found[number] == DigestSet.of(bytes, [.sha256]))
    }
  }

  @Test func aSourceThatFailsIsSaidAndSpoilsNoOther() throws {
    let good = Self.bytes(700_000)
    var waiting: [any ByteSource] = [
      BrokenSource(), MemorySource(name: "good", bytes: good), BrokenSource(),
      MemorySource(name: "good", bytes: good),
    ]
    var failed = 0
    var right = 0
    var number = 0
    let paired = PairedSHA256()
    try paired.run(
      hasChecksum: false,
      next: {
        number += 1
        return waiting.isEmpty ? nil : (number, waiting.removeFirst())
      }, progress: { _ in },
      take: { _, outcome in
        switch outcome {
        case .failed: failed += 1
        case .done(let value, let size, _):
          let set = DigestSet(size: size, sha256: value)
          if set == DigestSet.of(good, [.sha256]) { right += 1 }
        }
      })
    #expect(failed == 2)
    #expect(right == 2)
  }
}
