import DossierModel
import TestSupport
import Testing

@testable import DossierEngine

/// Numbers that no counter can hold, and labels that no page can.
@Suite struct HugeNumberTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775806", "18446744073709551616",
  ]

  @Test(arguments: numbers)
  func startsOfListsAreHeldToWhatCanBeCountedOnFrom(_ number: String) {
    let style =
      "<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
      + "style:num-format='1' text:start-value='\(number)'/></text:list-style>"
    let item = "<text:list-item><text:p>a</text:p></text:list-item>"
    let named = "<text:list-item text:start-value='\(number)'><text:p>b</text:p></text:list-item>"
    let heading =
      "<text:h text:outline-level='1' text:restart-numbering='true' "
      + "text:start-value='\(number)'>c</text:h>"
    let list = "<text:list text:style-name='L'>\(item)\(item)\(named)\(item)</text:list>"
    let body = list + heading + heading
    let reading = ForgedPackage.odt(body, styles: style).read("a.odt")
    #expect(reading.textProblem == nil)
    let words = reading.lines().map { $0.split(separator: " ").last }
    #expect(words == ["a", "a", "b", "a", "c", "c"])
  }

  @Test(arguments: numbers)
  func rowsOfASheetAreHeldToWhatASheetHas(_ number: String) {
    let cell = "<c t='inlineStr'><is><t>x</t></is></c>"
    let data = "<row r='\(number)'>\(cell)</row><row>\(cell)</row>"
    let reading = ForgedPackage.workbook([("a", "", data)]).read("a.xlsx")
    #expect(reading.textProblem == nil)
    #expect(reading.tables.first?.cells.map(\.text) == ["x", "x"])
  }

  @Test func rowsWithoutAPlaceFollowTheOneBefore() {
    let cell = "<c t='inlineStr'><is><t>x</t></is></c>"
    let data = "<row r='7'>\(cell)</row><row>\(cell)</row>"
    let reading = ForgedPackage.workbook([("a", "", data)]).read("a.xlsx")
    #expect(reading.tables.first?.cells.map(\.row) == [6, 7])
  }

  @Test func aLabelIsHeldToALengthAndCountsAsText() {
    let pattern = String(repeating: "%1", count: 2000)
    let levels =
      "<w:lvl w:ilvl='0'><w:start w:val='32000'/><w:numFmt w:val='upperRoman'/>"
      + "<w:lvlText w:val='\(pattern)'/></w:lvl>"
    let numbering = ForgedPackage.wordXML(
      "numbering",
      "<w:abstractNum w:abstractNumId='5'>\(levels)</w:abstractNum>"
        + "<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>")
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
      + "<w:r><w:t>x</w:t></w:r></w:p>"
    func read(_ count: Int) -> DocumentReading {
      ForgedPackage.docx(
        String(repeating: item, count: count), parts: [("numbering", "numbering.xml", numbering)]
      ).read("a.docx")
    }
    let few = read(2)
    #expect(few.textProblem == nil)
    let sizes = few.blocks.flatMap(\.paragraphs).map { $0.label?.utf8.count ?? 0 }
    #expect(sizes.allSatisfy { $0 > 1000 && $0 < 5000 })
    // Labels alone are more text than is kept.
    #expect(read(500).textProblem?.reason == .tooLarge)
  }

  @Test func aListStyleIsFoundAmongManyDefinitions() {
    let level =
      "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
      + "<w:lvlText w:val='%1.'/></w:lvl>"
    let linked = (10..<3000).map {
      "<w:abstractNum w:abstractNumId='\($0)'><w:numStyleLink w:val='S'/></w:abstractNum>"
    }
    let numbering = ForgedPackage.wordXML(
      "numbering",
      linked.joined()
        + "<w:abstractNum w:abstractNumId='5'><w:styleLink w:val='S'/>\(level)</w:abstractNum>"
        + "<w:num w:numId='1'><w:abstractNumId w:val='77'/></w:num>")
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
      + "<w:r><w:t>x</w:t></w:r></w:p>"
    let reading = ForgedPackage.docx(
      item + item, parts: [("numbering", "numbering.xml", numbering)]
    ).read("a.docx")
    #expect(reading.lines() == ["1. x", "2. x"])
  }
}
