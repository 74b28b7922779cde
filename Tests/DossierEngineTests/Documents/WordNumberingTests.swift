import ArchiveIO
import DossierEngine
import DossierModel
import Foundation
import TestSupport
import Testing

private typealias Forged = ForgedPackage

private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl='\(number)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>\(more)"
    + "<w:lvlText w:val='\(text)'/></w:lvl>"
}

private func numbering(
  _ levels: String, _ instances: String
) -> (kind: String, file: String, xml: String) {
  (
    "numbering", "numbering.xml",
    ForgedPackage.wordXML(
      "numbering", "<w:abstractNum w:abstractNumId='5'>\(levels)</w:abstractNum>\(instances)")
  )
}

private func item(_ text: String, _ level: Int, _ id: Int = 1) -> String {
  ForgedPackage.paragraph(
    text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(id)'/></w:numPr>")
}

private let instance = "<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>"

@Suite struct WordNumberingTests {
  @Test func computesLabelsOfEveryLevel() {
    let levels =
      level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
      + level(3, "decimal", "%2.%4") + level(4, "decimalZero", "(%5)")
      + level(5, "decimal", "%1.%2", "<w:isLgl/>")
    let body =
      item("A", 0) + item("B", 1) + item("C", 2) + item("D", 2) + item("E", 3) + item("F", 0)
      + item("G", 1) + item("H", 2) + item("I", 4) + item("J", 5) + item("", 0)
    let reading = Forged.docx(body, parts: [numbering(levels, instance)]).read("a.docx")
    #expect(
      reading.lines() == [
        "I. A", "1. B", "a) C", "b) D", "1.1 E", "II. F", "1. G", "a) H", "(01) I", "2.1 J",
        "III. ",
      ])
  }

  @Test func aLevelThatWasLeftOutCountsAsItsFirstPart() {
    let levels =
      level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%2.%3")
    let body =
      item("A", 2) + item("B", 2) + item("C", 1) + item("D", 0) + item("E", 1) + item("F", 2)
    let reading = Forged.docx(body, parts: [numbering(levels, instance)]).read("a.docx")
    #expect(reading.lines() == ["1.1 A", "1.2 B", "I.2 C", "II. D", "II.1 E", "1.1 F"])
  }

  @Test func aLevelThatSaysNoStartBeginsWithZero() {
    let silent =
      "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    let body = item("A", 0) + item("B", 0)
    for (levels, first) in [(silent, "0. A"), (level(0, "decimal", "%1."), "1. A")] {
      let reading = Forged.docx(body, parts: [numbering(levels, instance)]).read("a.docx")
      #expect(reading.lines().first == first)
    }
  }

  @Test(arguments: [
    ("vietnameseCounting", "vi-VN", "một|hai|mười lăm|hai mươi mốt|một trăm linh năm"),
    ("ordinal", "en-US", "1st|2nd|15th|21st|105th"), ("ordinal", "vi-VN", "1|2|15|21|105"),
    ("cardinalText", "en-GB", "One|Two|Fifteen|Twenty-one|One hundred five"),
    ("ordinalText", "en-US", "First|Second|Fifteenth|Twenty-first|One hundred fifth"),
    ("ordinalText", "", "1|2|15|21|105"), ("hex", "", "1|2|F|15|69"),
    ("chicago", "", "*|†|‡‡‡‡|******|***************************"),
    ("russianLower", "", "а|б|п|х|тттт"), ("thaiLetters", "", "1|2|15|21|105"),
  ])
  func writesNumbersInTheFormsOfTheStandard(_ form: String, _ language: String, _ labels: String) {
    let starts = [1, 2, 15, 21, 105]
    let instances = starts.indices.map { index in
      "<w:num w:numId='\(index + 1)'><w:abstractNumId w:val='5'/><w:lvlOverride w:ilvl='0'>"
        + "<w:startOverride w:val='\(starts[index])'/></w:lvlOverride></w:num>"
    }
    let lang = language.isEmpty ? "" : "<w:rPr><w:lang w:val='\(language)'/></w:rPr>"
    let body = starts.indices.map { index in
      Forged.paragraph(
        "A", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='\(index + 1)'/></w:numPr>\(lang)")
    }
    let reading = Forged.docx(
      body.joined(), parts: [numbering(level(0, form, "%1"), instances.joined())]
    ).read("a.docx")
    let expected = labels.split(separator: "|").map { "\($0) A" }
    #expect(reading.lines() == expected)
  }

  @Test func sharesCountersUntilAnOverrideStartsAgain() {
    let two =
      instance + "<w:num w:numId='2'><w:abstractNumId w:val='5'/></w:num>"
      + "<w:num w:numId='3'><w:abstractNumId w:val='5'/><w:lvlOverride w:ilvl='0'>"
      + "<w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    let body =
      item("A", 0) + item("B", 0, 2) + item("C", 0, 3) + item("D", 0, 3) + item("E", 0, 0)
    let reading = Forged.docx(body, parts: [numbering(level(0, "decimal", "%1)"), two)]).read(
      "a.docx")
    #expect(reading.lines() == ["1) A", "2) B", "7) C", "8) D", "E"])
  }

  @Test func restartsOnlyAfterTheLevelThatIsNamed() {
    let levels =
      level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")
      + level(2, "decimal", "%3-", "<w:lvlRestart w:val='1'/>")
    let body =
      item("A", 0) + item("B", 1) + item("C", 2) + item("D", 1) + item("E", 2) + item("F", 0)
      + item("G", 2)
    let reading = Forged.docx(body, parts: [numbering(levels, instance)]).read("a.docx")
    #expect(reading.lines() == ["1. A", "a) B", "1- C", "b) D", "2- E", "2. F", "1- G"])
  }

  @Test func numbersThroughAParagraphStyleAndItsBase() {
    let styles = Forged.wordXML(
      "styles",
      "<w:style w:type='paragraph' w:styleId='Muc'><w:name w:val='heading 2'/><w:pPr><w:numPr>"
        + "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        + "<w:style w:type='paragraph' w:styleId='Con'><w:basedOn w:val='Muc'/></w:style>")
    let levels =
      level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", "<w:pStyle w:val='Muc'/>")
    let body =
      Forged.paragraph("A", "<w:pStyle w:val='Muc'/>")
      + Forged.paragraph("B", "<w:pStyle w:val='Muc'/><w:numPr><w:numId w:val='0'/></w:numPr>")
      + Forged.paragraph("C", "<w:pStyle w:val='Con'/><w:numPr><w:ilvl w:val='1'/></w:numPr>")
    let reading = Forged.docx(
      body, parts: [("styles", "styles.xml", styles), numbering(levels, instance)]
    ).read("a.docx")
    #expect(reading.lines() == ["1. A", "B", "2. C"])
    #expect(reading.blocks.flatMap(\.paragraphs).map(\.headingLevel) == [2, 2, 2])
  }

  @Test func showsBulletsOfSymbolFontsAsBullets() {
    let levels = level(0, "bullet", "\u{F0B7}") + level(1, "bullet", "-") + level(2, "none", "")
    let body = item("A", 0) + item("B", 1) + item("C", 2)
    let reading = Forged.docx(body, parts: [numbering(levels, instance)]).read("a.docx")
    #expect(reading.lines() == ["• A", "- B", "C"])
  }
}
