import DossierEngine
import DossierModel
import Testing

@Suite struct MacroTests {
  /// What is said of an extension that no part has is no macro; a part of it is one, whatever its name.
  @Test(arguments: [("word/settings.xml", false), ("word/other.bin", true)])
  func findsMacrosByTheTypeOfAPartThatIsThere(part: String, hasMacros: Bool) {
    var forged = ForgedPackage()
    forged.add(
      "[Content_Types].xml",
      "<Types xmlns='\(ForgedPackage.package)/content-types'>"
        + "<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>"
        + "<Override PartName='/word/document.xml' "
        + "ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
        + "</Types>")
    forged.add(
      "_rels/.rels",
      ForgedPackage.relationships([
        ("r1", "\(ForgedPackage.office)/officeDocument", "word/document.xml")
      ]))
    forged.add("word/document.xml", ForgedPackage.wordXML("document", "<w:body/>"))
    forged.add(part, "x")
    let reading = forged.read("a.docx", depth: .metadata)
    #expect(reading.metadata.flags.contains(.macros) == hasMacros)
  }
}
