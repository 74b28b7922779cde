import ArchiveIO
import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

/// A document with the given body and further stories, each related to the main part.
private func document(_ body: String, _ stories: [(kind: String, xml: String)] = []) -> Forged {
  var package = Forged([
    (
      "_rels/.rels",
      Forged.relationships([("r", "\(Forged.office)/officeDocument", "word/document.xml")])
    ),
    (
      "word/_rels/document.xml.rels",
      Forged.relationships(
        stories.map { ($0.kind, "\(Forged.office)/\($0.kind)", "\($0.kind).xml") })
    ),
  ])
  let references = stories.filter { ["header", "footer"].contains($0.kind) }.map {
    "<w:sectPr><w:\($0.kind)Reference r:id='\($0.kind)' xmlns:r='\(Forged.office)'/></w:sectPr>"
  }
  package.add(
    "word/document.xml",
    Forged.wordXML("document", "<w:body>\(body)\(references.joined())</w:body>"))
  for story in stories { package.add("word/\(story.kind).xml", story.xml) }
  return package
}

private func paragraph(_ run: String) -> String { "<w:p><w:r>\(run)</w:r></w:p>" }

/// The flags of a document are the same whether its text is wanted or not.
@Suite struct WordFlagTests {
  @Test(arguments: [
    "<w:p><w:ins w:author='Hà'><w:r><w:t>mới</w:t></w:r></w:ins></w:p>",
    "<w:p><w:del w:author='Hà'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>",
    "<w:p><w:moveFrom\tw:author='Hà'><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>",
    "<w:p><w:pPr><w:rPr><w:ins w:author='Hà'/></w:rPr></w:pPr></w:p>",
    "<w:p><w:pPr><w:pPrChange w:author='Hà'><w:pPr/></w:pPrChange></w:pPr></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:author='Hà'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
  ])
  func seesTrackedChangesWithoutTheText(_ body: String) {
    let forged = document(body)
    let flags = forged.read("a.docx", depth: .flags)
    #expect(flags.metadata.flags.contains(.trackedChanges))
    #expect(flags.metadata == forged.read("a.docx").metadata)
    #expect(flags.blocks.isEmpty)
  }

  @Test(arguments: ["header", "footer", "footnotes", "endnotes"])
  func seesTrackedChangesOutsideTheBody(_ kind: String) {
    let root = ["header": "hdr", "footer": "ftr"][kind] ?? kind
    let inner = "<w:p><w:ins w:author='Hà'><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    let note =
      kind.hasSuffix("notes") ? "<w:\(kind.dropLast())>\(inner)</w:\(kind.dropLast())>" : inner
    let forged = document(paragraph("<w:t>a</w:t>"), [(kind, Forged.wordXML(root, note))])
    let flags = forged.read("a.docx", depth: .flags)
    #expect(flags.metadata.flags.contains(.trackedChanges))
    #expect(flags.metadata == forged.read("a.docx").metadata)
  }

  @Test func seesHiddenTextOfAStyle() {
    let styles = Forged.wordXML(
      "styles",
      "<w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style>")
    let forged = document(
      paragraph("<w:rPr><w:rStyle w:val='An'/></w:rPr><w:t>ẩn</w:t>"), [("styles", styles)])
    #expect(forged.read("a.docx", depth: .flags).metadata.flags.contains(.hiddenText))
  }

  @Test func seesAnotherPrefixAndAnotherEncoding() {
    let xml =
      "<document xmlns='\(Forged.word)'><body><p><ins author='Hà'><r><t>mới</t></r></ins></p></body></document>"
    var forged = Forged([("word/document.xml", xml)])
    #expect(forged.read("a.docx", depth: .flags).metadata.flags.contains(.trackedChanges))
    forged = Forged()
    forged.add(
      "word/document.xml", [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(forged.read("a.docx", depth: .flags).metadata.flags.contains(.trackedChanges))
  }

  @Test(arguments: [
    "<w:p><w:r><w:t>w:ins &lt;w:del&gt; vanish</w:t></w:r></w:p>",
    "<w:p><w:r><w:instrText>DATE</w:instrText></w:r></w:p>",
    "<w:p><w:pPr><w:ind w:left='0'/></w:pPr></w:p>",
  ])
  func isSilentOnWhatOnlyLooksLikeAChange(_ body: String) {
    let forged = document(body)
    let flags = forged.read("a.docx", depth: .flags).metadata
    #expect(flags.flags.isEmpty)
    #expect(flags == forged.read("a.docx").metadata)
  }

  @Test func doesNotTakeStylesForThoseOfAnotherDocument() throws {
    func styled(_ property: String) throws -> [UInt8] {
      let styles = (0..<400).map { number in
        "<w:style w:type='character' w:styleId='S\(number)'><w:rPr>\(property)</w:rPr></w:style>"
      }
      return try document(
        paragraph("<w:rPr><w:rStyle w:val='S7'/></w:rPr><w:t>chữ</w:t>"),
        [("styles", Forged.wordXML("styles", styles.joined()))]
      ).deflated()
    }
    let plain = try styled("<w:b/>")
    let hidden = try styled("<w:vanish/>")
    let reader = DocumentReader()
    for (bytes, isHidden) in [(plain, false), (plain, false), (hidden, true), (plain, false)] {
      let source = MemorySource(name: "a.docx", bytes: bytes)
      let flags = reader.read(source, name: "a.docx", depth: .flags).metadata.flags
      #expect(flags.contains(.hiddenText) == isHidden)
    }
  }

  @Test func seesAChangeBehindMoreTextThanIsKept() {
    let text = String(repeating: "một đoạn văn dài ", count: 500)
    let body =
      String(repeating: paragraph("<w:t>\(text)</w:t>"), count: 200)
      + "<w:p><w:ins w:author='Hà'><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    let full = document(body).read("a.docx")
    #expect(full.textProblem?.reason == .tooLarge)
    #expect(full.blocks.isEmpty)
    #expect(full.metadata.flags.contains(.trackedChanges))
  }
}
