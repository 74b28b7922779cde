import DossierEngine
import DossierModel
import Testing

/// Sheets of a workbook that nobody is shown.
@Suite struct HiddenSheetTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private func workbook(state: String) -> ForgedPackage {
    typealias Forged = ForgedPackage
    var package = Forged()
    package.add(
      "[Content_Types].xml",
      "<Types xmlns='\(Forged.package)/content-types'><Override PartName='/xl/workbook.xml' "
        + "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
        + "</Types>")
    package.add(
      "_rels/.rels",
      Forged.relationships([("r1", "\(Forged.office)/officeDocument", "xl/workbook.xml")]))
    package.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(Self.main)' xmlns:r='\(Forged.office)'><sheets>"
        + "<sheet name='Cũ' sheetId='1' \(state) r:id='r1'/><sheet name='Mới' sheetId='2' r:id='r2'/>"
        + "</sheets></workbook>")
    package.add(
      "xl/_rels/workbook.xml.rels",
      Forged.relationships([
        ("r1", "\(Forged.office)/worksheet", "a.xml"),
        ("r2", "\(Forged.office)/worksheet", "b.xml"),
      ]))
    for (name, text) in [("a", "old"), ("b", "new")] {
      package.add(
        "xl/\(name).xml",
        "<worksheet xmlns='\(Self.main)'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>\(text)"
          + "</t></is></c></row></sheetData></worksheet>")
    }
    return package
  }

  private func texts(_ reading: DocumentReading) -> [String] {
    reading.blocks.flatMap(\.paragraphs).map(\.text)
  }

  @Test(arguments: ["state='hidden'", "state='veryHidden'"])
  func aHiddenSheetOfAWorkbookIsNoTextAndIsSaid(state: String) {
    let reading = workbook(state: state).read("a.xlsx")
    #expect(texts(reading) == ["new"])
    #expect(reading.metadata.flags.contains(.hiddenText))
    #expect(reading.metadata.details["hiddenSheets"] == ["Cũ"])
  }

  @Test(arguments: ["", "state='visible'"])
  func aVisibleSheetIsText(state: String) {
    let reading = workbook(state: state).read("a.xlsx")
    #expect(texts(reading) == ["old", "new"])
    #expect(!reading.metadata.flags.contains(.hiddenText))
  }

  @Test func aHiddenTableOfAnOpenDocumentSheetIsNoText() {
    let styles =
      "<style:style style:name='h' style:family='table'><style:table-properties table:display='false'/>"
      + "</style:style><style:style style:name='s' style:family='table'>"
      + "<style:table-properties table:display='true'/></style:style>"
    func table(_ style: String, _ text: String) -> String {
      "<table:table table:name='\(text)' table:style-name='\(style)'><table:table-row><table:table-cell>"
        + "<text:p>\(text)</text:p></table:table-cell></table:table-row></table:table>"
    }
    let reading = ForgedPackage.odt(
      table("h", "old") + table("s", "new"), styles: styles, kind: "spreadsheet"
    ).read("a.ods")
    #expect(texts(reading) == ["new"])
    #expect(reading.metadata.flags.contains(.hiddenText))
  }
}
