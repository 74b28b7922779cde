import ArchiveIO
import Testing

@testable import DossierEngine

struct DigestTests {
  /// The examples of RFC 1321, FIPS 180-4 and RFC 3874.
  @Test(arguments: [
    (DigestAlgorithm.md5, "900150983cd24fb0d6963f7d28e17f72"),
    (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
    (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha384,
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512,
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
  ])
  func computesThePublishedExample(_ algorithm: DigestAlgorithm, _ expected: String) {
    #expect(DigestSet.of(Array("abc".utf8), [algorithm]).hex(algorithm) == expected)
  }

  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])
  func chunksDoNotMatter(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var run = DigestRun([.sha224, .sha256])
    for start in stride(from: 0, to: count, by: 7) {
      run.update(Array(bytes[start..<min(count, start + 7)]))
    }
    #expect(run.finalized() == DigestSet.of(bytes, [.sha224, .sha256]))
  }

  @Test func readsASourceInSeveralChunks() throws {
    let bytes = [UInt8](repeating: 7, count: 3 * FileDigester.chunkSize + 5)
    let source = MemorySource(name: "memory", bytes: bytes)
    var seen = 0
    let found = try FileDigester().digest(of: source, [.sha256]) { seen += $0 }
    #expect(found == DigestSet.of(bytes, [.sha256]))
    #expect(seen == bytes.count)
  }

  @Test func hexIsReadInEitherCaseAndNothingElse() {
    #expect(HexDigits.bytes("00fFAb".utf8) == [0, 255, 171])
    #expect(HexDigits.bytes("0".utf8) == nil)
    #expect(HexDigits.bytes("".utf8) == nil)
    #expect(HexDigits.bytes("0g".utf8) == nil)
    #expect(HexDigits.text([0, 255, 171]) == "00ffab")
  }
}
