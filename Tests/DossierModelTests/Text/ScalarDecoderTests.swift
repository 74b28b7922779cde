import Testing

@testable import DossierModel

@Suite struct ScalarDecoderTests {
  @Test(arguments: [
    "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "Đơn vị học tập",
    "a\u{301}\u{D7FF}\u{E000}\u{FFFD}😀ệ",
  ])
  func takesTheCharactersOfAString(text: String) {
    let bytes = text.utf8.span
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    while offset < bytes.count {
      let scalar = ScalarDecoder.scalar(in: bytes, at: offset)
      scalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    #expect(scalars == Array(text.unicodeScalars))
    #expect(offset == bytes.count)
  }
}
