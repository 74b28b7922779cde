import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

private func core(_ content: String) -> String {
  "<cp:coreProperties xmlns:cp='\(Forged.package)/metadata/core-properties' "
    + "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"
    + "\(content)</cp:coreProperties>"
}

/// A document of Word's with a part related by the spelling of the standard, and one by the former.
private func twice(standard: String, former: String) -> DocumentReading {
  var package = Forged()
  let old = "http://schemas.openxmlformats.org/officedocument/2006/relationships"
  package.add(
    "_rels/.rels",
    Forged.relationships([
      ("r1", "\(Forged.office)/officeDocument", "word/document.xml"),
      ("r2", "\(old)/metadata/core-properties", "docProps/core0.xml"),
      ("r3", "\(Forged.package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ]))
  package.add("word/document.xml", Forged.wordXML("document", "<w:body/>"))
  package.add("docProps/core.xml", core(standard))
  package.add("docProps/core0.xml", core(former))
  return package.read("a.docx", depth: .metadata)
}

private func modified(_ date: String) -> String { "<dcterms:modified>\(date)</dcterms:modified>" }

@Suite struct FormerCoreTests {
  @Test(arguments: ["<cp:revision>0</cp:revision>", modified("2019-11-04T13:06:00Z"), "<broken"])
  func setsAsideWhatAnEarlierProgramLeft(_ rest: String) {
    let reading = twice(
      standard: "<dc:creator>Hà</dc:creator>" + modified("2020-01-16T16:55:00Z"),
      former: "<dc:creator>Lan</dc:creator><dc:language>vi-VN</dc:language>" + rest)
    #expect(reading.problem == nil)
    #expect(reading.metadata.text(.creator) == "Hà")
    #expect(reading.metadata.fields[.language] == nil)
    #expect(!reading.metadata.flags.contains(.ambiguousContainer))
    #expect(reading.metadata.details["formerCoreParts"] == ["docProps/core0.xml"])
    let told = rest == "<broken" ? nil : ["Lan"]
    #expect(reading.metadata.details["former.creator"] == told)
  }

  @Test func aFormerPartInLocalTimeIsNoYounger() {
    let reading = twice(
      standard: "<dc:creator>Hà</dc:creator>" + modified("2020-08-05T09:18:00Z"),
      former: "<dc:creator>Lan</dc:creator>" + modified("2020-08-05T16:13:40Z"))
    #expect(reading.metadata.text(.creator) == "Hà")
    #expect(reading.metadata.date(.modified)?.normalized == "2020-08-05T09:18:00Z")
    #expect(reading.metadata.details["former.creator"] == ["Lan"])
  }

  @Test func prefersNoneWhereTheFormerPartIsTheYounger() {
    let reading = twice(
      standard: "<dc:creator>Hà</dc:creator>" + modified("2020-01-16T16:55:00Z"),
      former: "<dc:creator>Lan</dc:creator>" + modified("2020-01-17T06:55:01Z"))
    #expect(reading.metadata.fields[.creator] == nil)
    #expect(reading.metadata.flags.contains(.ambiguousContainer))
  }

  @Test func takesWhatOnlyOneOfTwoPartsStates() {
    let reading = twice(
      standard: "<dc:creator>Hà</dc:creator>",
      former: "<dc:creator>Lan</dc:creator><dc:title>T</dc:title>")
    #expect(reading.metadata.fields[.creator] == nil)
    #expect(reading.metadata.text(.title) == "T")
  }
}
