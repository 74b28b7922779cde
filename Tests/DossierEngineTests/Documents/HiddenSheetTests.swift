import DossierEngine
import DossierModel
import Testing

/// Sheets of a workbook that nobody is shown.
@Suite struct HiddenSheetTests {
  private func workbook(state: String) -> ForgedPackage {
    func row(_ text: String) -> String {
      "<row r='1'><c r='A1' t='inlineStr'><is><t>\(text)</t></is></c></row>"
    }
    return ForgedPackage.workbook([("Cũ", state, row("old")), ("Mới", "", row("new"))])
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

  @Test func cellsKeptOfAnotherFileAreNoSheetAndHiddenByNobody() {
    let styles =
      "<style:style style:name='h' style:family='table'><style:table-properties "
      + "table:display='false'/></style:style>"
    func table(_ name: String, _ style: String) -> String {
      "<table:table table:name=\"\(name)\" table:style-name='\(style)'><table:table-row>"
        + "<table:table-cell><text:p>\(style)</text:p></table:table-cell></table:table-row>"
        + "</table:table>"
    }
    let body =
      table("Tờ1", "s") + table("'file:///D:/diem.ods'#Tờ1", "h") + table("'năm'#2", "t")
    let reading = ForgedPackage.odt(body, styles: styles, kind: "spreadsheet").read("a.ods")
    #expect(texts(reading) == ["s", "t"])
    #expect(!reading.metadata.flags.contains(.hiddenText))
    #expect(reading.metadata.flags.contains(.externalLinks))
  }
}
