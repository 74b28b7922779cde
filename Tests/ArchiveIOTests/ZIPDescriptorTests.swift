import ArchiveIO
import Testing

@Suite("The ZIP inspector: data descriptors")
struct DescriptorTests {
  /// As writers of ZIP64 stream, be their descriptor of 64 bits or not.
  private func stream64(signature: Bool = true, wide: Bool) -> ZIPForge {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: signature, wide: wide)
    forge.entries[0].localExtra = ZIPForge.extra(1, [UInt8](repeating: 0, count: 16))
    forge.entries[0].localSize = .max
    forge.entries[0].localPackedSize = .max
    return forge
  }

  @Test func passesADescriptor() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    #expect(try oddities(forge).isEmpty)
  }

  @Test func passesAWideDescriptorWithAZIP64Field() throws {
    #expect(try oddities(stream64(wide: true)).isEmpty)
  }

  /// bsdtar takes sixteen bytes of sizes there, and reads empty files from a pipe.
  @Test func refusesANarrowDescriptorWithAZIP64Field() throws {
    #expect(try oddities(stream64(wide: false)) == ["ambiguous:descriptor-ambiguous"])
  }

  /// Legal, but no tool of today leaves the signature out.
  @Test func doubtsADescriptorWithoutSignature() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["risky:descriptor-without-signature"])
    #expect(
      try oddities(stream64(signature: false, wide: true)) == ["risky:descriptor-without-signature"]
    )
  }

  /// A reader from a pipe sees by nothing where the data end.
  @Test func refusesStoredDataBeforeADescriptorWithoutSignature() throws {
    var forge = ZIPForge([.init("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }

  @Test func refusesAWideDescriptorNobodyExpects() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].stream(wide: true)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }

  @Test func passesAFlagThatIsGoneFromTheDirectory() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].stream()
    forge.entries[0].localFlags = 8
    forge.entries[0].flags = 0
    #expect(try oddities(forge).isEmpty)
  }

  @Test func refusesAFlagInTheDirectoryOnly() throws {
    var forge = ZIPForge.plain
    forge.entries[0].flags = 8
    forge.entries[0].localFlags = 0
    #expect(try oddities(forge) == ["ambiguous:local-flags-differ"])
  }

  @Test(arguments: [4, 8, 12])
  func refusesADescriptorThatDiffers(at index: Int) throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].descriptor[index] ^= 1
    #expect(try oddities(forge) == ["damaged:descriptor-differs"])
  }

  @Test func refusesAMissingDescriptor() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].descriptor = []
    #expect(try oddities(forge) == ["ambiguous:descriptor-missing"])
  }

  @Test func refusesADescriptorWithoutFlag() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8)), .init("b", [1])])
    forge.entries[0].stream()
    forge.entries[0].flags = 0
    #expect(try oddities(forge).contains("ambiguous:descriptor-without-flag"))
  }

  @Test func refusesAChecksumThatReadsAsASignature() throws {
    var forge = ZIPForge([.deflated("a", Array("alpha".utf8))])
    forge.entries[0].crc = 0x0807_4b50
    forge.entries[0].stream(signature: false)
    #expect(try oddities(forge) == ["ambiguous:descriptor-ambiguous"])
  }
}
