import Foundation
import Testing

@testable import DossierModel

@Suite("Plain names: the shortcut says what the tables of Unicode say")
struct PlainNamesTests {
  private static let scalars = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }

  @Test func foldsEveryLetterItKnowsAsUnicodeDoes() {
    for scalar in Self.scalars {
      let name = String(scalar)
      guard let folded = PlainNames.folded(name) else { continue }
      let slow = name.uppercased().lowercased().precomposedStringWithCanonicalMapping
      #expect(folded == Array(slow.utf8), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func knowsOnlyLettersThatAreComposed() {
    for scalar in Self.scalars where PlainNames.isComposed(scalar) {
      let name = String(scalar)
      #expect(
        name.precomposedStringWithCanonicalMapping.utf8.elementsEqual(name.utf8),
        "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func passesNoLetterThatWouldBeReplaced() {
    for scalar in Self.scalars {
      let name = "x\(scalar)x"
      guard PlainNames.isPortable(name) else { continue }
      #expect(PortableNames([name]).renamings.isEmpty, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(
    arguments: [
      "a.", "a ", "x/con", "CON.txt", "com1", "LPT9.pdf", "nul", "clock$.a", "conin$", "x//y", "",
      "x:y", "x%y", String(repeating: "x", count: 300),
    ])
  func leavesWhatMayChangeToTheWholeRule(path: String) {
    #expect(!PlainNames.isPortable(path))
  }

  @Test(
    arguments: [
      "5-minh-chung/1a/ghi-chep-000001.txt", "Báo cáo tự đánh giá 2024.docx",
      "3. Biên bản/biên bản họp.odt", "chứng nhận/giấy khen.pdf",
    ])
  func passesTheNamesOfADossier(path: String) {
    #expect(PlainNames.isPortable(path))
    #expect(PortableNames([path]).renamings.isEmpty)
  }
}
