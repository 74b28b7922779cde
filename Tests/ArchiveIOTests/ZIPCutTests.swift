import Testing

@testable import ArchiveIO

/// A file that broke off in copying is told from one that was made to be read in two ways.
@Suite struct ZIPCutTests {
  /// An archive with a document stored in it, which has an end record of its own.
  private var bytes: [UInt8] {
    ZIPForge([
      ZIPForge.Entry("bag/data/a.docx", ZIPForge.plain.bytes),
      ZIPForge.Entry("bag/data/b.docx", ZIPForge.plain.bytes),
      .deflated("bag/bagit.txt", Array("BagIt-Version: 1.0".utf8)),
    ]).bytes
  }

  private func code(_ bytes: [UInt8]) -> ArchiveError.Code? {
    do {
      _ = try ZIPDirectory.read(from: MemorySource(name: "a.zip", bytes: bytes))
      return nil
    } catch {
      return error.code
    }
  }

  @Test func whereverItIsCutOffItIsTruncated() {
    let whole = bytes
    #expect(code(whole) == nil)
    // From the second entry on: what breaks off in the first may be anything.
    let second = 30 + 15 + ZIPForge.plain.bytes.count
    for length in second..<whole.count {
      let part = Array(whole[..<length])
      // Cut right behind the document's own end, it ends as an archive does.
      if part.suffix(ZIPForge.plain.bytes.count) == ZIPForge.plain.bytes[...] { continue }
      #expect(code(part) == .truncated, "\(length) of \(whole.count)")
    }
  }

  @Test func bytesBehindTheEndAreNoCut() throws {
    let directory = try ZIPDirectory.read(
      from: MemorySource(name: "a.zip", bytes: bytes + Array("more".utf8)))
    #expect(directory.oddities.map(\.reason).contains("data-after-end"))
  }

  @Test func anotherArchiveInFrontIsNoCut() throws {
    let directory = try ZIPDirectory.read(
      from: MemorySource(name: "a.zip", bytes: bytes + ZIPForge.plain.bytes + [0x41]))
    #expect(directory.oddities.map(\.kind).contains(.ambiguous))
  }
}
