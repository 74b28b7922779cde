import DossierModel
import Testing

@Suite struct PortableNameRuleTests {
  @Test(arguments: [
    "5-minh-chung/1a/aux.docx", "5-minh-chung/1a/a?.docx", "5-minh-chung/1a/a./b.docx",
    "5-minh-chung/1a/Bie\u{302}n.docx",
  ])
  func notPortable(path: String) {
    var dossier = DossierFixture.good()
    dossier.bare(path)
    #expect(dossier.codes() == ["name.not-portable"])
    #expect(dossier.findings(.nameNotPortable).first?.arguments["portable"] != nil)
  }

  @Test(arguments: [
    ("aux.docx", "reserved", "aux.docx"), ("a:b?.docx", "character", ": ?"),
    ("a%.docx", "percent", "%"), ("a\nb.docx", "control", ""),
    ("a\u{200B}b.docx", "invisible", ""), ("a\u{E000}.docx", "uncommon", "\u{E000}"),
    ("bản ký ", "trailing", "bản ký "), ("cũ./b.docx", "trailing", "cũ."),
    ("thang 1;2", "version", ";2"),
    (String(repeating: "dài", count: 80), "length", ""), ("Bie\u{302}n.docx", "normalization", ""),
  ])
  func saysWhatIsWrongWithTheName(name: String, variant: String, text: String) {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/\(name)")
    let finding = dossier.findings(.nameNotPortable).first
    #expect(finding?.variant == variant)
    #expect(finding?.arguments["text"] == .text(text))
  }

  @Test func bytesThatAreNoText() {
    var dossier = DossierFixture.good()
    dossier.bare("5-minh-chung/1a/\u{FFFD}.docx") { $0.rawPath = [0xFF] }
    #expect(dossier.codes() == ["name.not-utf8"])
  }

  /// Names that begin like a device's, hold dots, spaces and marks, and go everywhere.
  @Test(arguments: [
    "console.docx", "Con số.docx", "a.b.docx", "ảnh (2).jpg", "QĐ 12 & KH 13.docx", "aux-1.docx",
    "a;1.docx",
  ])
  func portable(name: String) {
    #expect(DossierFixture.codesAfter { $0.bare("5-minh-chung/1a/\(name)") } == [])
  }
}
