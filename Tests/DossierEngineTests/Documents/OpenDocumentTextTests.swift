import ArchiveIO
import DossierEngine
import DossierModel
import Testing

private typealias Forged = ForgedPackage

private func level(
  _ number: Int, _ format: String, _ more: String = "style:num-suffix='.'"
) -> String {
  "<text:list-level-style-number text:level='\(number)' style:num-format='\(format)' \(more)/>"
}

private func item(_ content: String, _ attributes: String = "") -> String {
  "<text:list-item \(attributes)>\(content)</text:list-item>"
}

private func list(_ content: String, _ attributes: String = "text:style-name='L'") -> String {
  "<text:list \(attributes)>\(content)</text:list>"
}

private func p(_ text: String) -> String { "<text:p>\(text)</text:p>" }

@Suite struct OpenDocumentTextTests {
  @Test func computesLabelsOfLists() {
    let styles =
      "<text:list-style style:name='L'>" + level(1, "I") + level(2, "1", "style:num-suffix='.'")
      + level(3, "a", "style:num-suffix=')'")
      + level(4, "1", "style:num-prefix='(' style:num-suffix=')' text:display-levels='2'")
      + "</text:list-style>"
    let inner = list(item(p("C")) + item(p("D") + list(item(p("E")))))
    let body =
      list(item(p("A") + list(item(p("B") + inner))) + item(p("F") + p("thêm")))
      + list(item(p("G")), "text:style-name='L' text:continue-numbering='true'")
      + list(
        item(p("H"), "text:start-value='9'") + "<text:list-header>\(p("đầu"))</text:list-header>")
    let reading = Forged.odt(body, styles: styles).read("a.odt")
    #expect(
      reading.lines() == [
        "I. A", "1. B", "a) C", "b) D", "(b.1) E", "II. F", "thêm", "III. G", "IX. H", "đầu",
      ])
  }

  @Test func numbersHeadingsByTheOutline() {
    let styles =
      "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I' "
      + "style:num-suffix='.'/><text:outline-level-style text:level='2' style:num-format='1' "
      + "text:display-levels='2'/></text:outline-style>"
    let body =
      "<text:h text:outline-level='1'>A</text:h><text:h text:outline-level='2'>B</text:h>"
      + "<text:h text:outline-level='2' text:is-list-header='true'>C</text:h>"
      + "<text:h text:outline-level='1'>D</text:h>"
    let reading = Forged.odt(body, styles: styles).read("a.odt")
    #expect(reading.lines() == ["I. A", "I.1 B", "C", "II. D"])
    #expect(reading.blocks.flatMap(\.paragraphs).map(\.headingLevel) == [1, 2, 2, 1])
  }

  @Test func numbersHeadingsInAListOfTheOutlineStyle() {
    let styles =
      "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1' "
      + "style:num-format='I' style:num-suffix='.'/><text:outline-level-style text:level='2' "
      + "style:num-format='1' text:display-levels='2'/></text:outline-style>"
    func heading(_ level: Int, _ text: String) -> String {
      let inner = item("<text:h text:outline-level='\(level)'>\(text)</text:h>")
      let nested = level == 1 ? inner : item("<text:list>\(inner)</text:list>")
      return list(nested, "text:style-name='Outline'")
    }
    let text =
      heading(1, "A") + p("x") + heading(2, "B") + heading(2, "C")
      + "<text:h text:outline-level='1'>D</text:h>"
    #expect(
      Forged.odt(text, styles: styles).read("a.odt").lines()
        == ["I. A", "x", "I.1 B", "I.2 C", "II. D"])
  }

  @Test func aLevelThatWasLeftOutCountsAsItsFirstPart() {
    let styles =
      "<text:list-style style:name='L'>" + level(1, "I") + level(2, "1") + level(3, "a")
      + "</text:list-style>"
    let deep = list(item(p("A")) + item(p("B")))
    let body = list(item(list(item(deep) + item(p("C")))) + item(p("D")) + item(p("E")))
    #expect(
      Forged.odt(body, styles: styles).read("a.odt").lines()
        == ["a. A", "b. B", "2. C", "II. D", "III. E"])
  }

  @Test func aBulletStandsAlone() {
    let styles =
      "<text:list-style style:name='L'><text:list-level-style-bullet text:level='1' "
      + "style:num-prefix='(' style:num-suffix='.' text:bullet-char='–'/></text:list-style>"
    #expect(
      Forged.odt(list(item(p("A")) + item(p("B"))), styles: styles).read("a.odt").lines()
        == ["– A", "– B"])
  }

  @Test func collapsesWhiteSpaceAndKeepsWhatIsMeant() {
    let body = p(
      "  A \n <text:span> B</text:span><text:s text:c='2'/>C<text:tab/>D<text:line-break/>E")
    #expect(Forged.odt(body).read("a.odt").lines() == ["A B  C\tD\nE"])
  }

  @Test func keepsNotesCommentsBoxesAndDeletionsApart() {
    let body =
      "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
      + "<dc:creator>Hà</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
      + p("xoá") + "</text:deletion></text:changed-region></text:tracked-changes>"
      + "<text:p>A<text:note><text:note-citation>1</text:note-citation><text:note-body>\(p("chú"))"
      + "</text:note-body></text:note><office:annotation><dc:creator>Như</dc:creator>\(p("ý"))"
      + "</office:annotation><draw:frame><draw:text-box>\(p("hộp"))</draw:text-box>"
      + "<svg:desc>mô tả</svg:desc></draw:frame>B</text:p>"
    let reading = Forged.odt(body).read("a.odt")
    #expect(reading.lines() == ["AB"])
    #expect(reading.lines(.footnote) == ["chú"])
    #expect(reading.lines(.comment) == ["ý"])
    #expect(reading.lines(.textBox) == ["hộp"])
    #expect(reading.lines(.deleted) == ["xoá"])
    #expect(reading.metadata.flags == [.trackedChanges, .comments])
    #expect(reading.metadata.details["revisionAuthors"] == ["Hà"])
    #expect(reading.metadata.details["commentAuthors"] == ["Như"])
  }

  @Test func putsTheCellsOfATableInPlace() throws {
    let cell = { (text: String, more: String) in
      "<table:table-cell \(more)>\(p(text))</table:table-cell>"
    }
    let body =
      "<table:table><table:table-row>\(cell("A", "table:number-columns-spanned='2'"))"
      + "<table:covered-table-cell/>\(cell("B", "table:number-rows-spanned='2'"))</table:table-row>"
      + "<table:table-row>\(cell("C", ""))\(cell("D", ""))<table:covered-table-cell/></table:table-row>"
      + "</table:table>"
    let table = try #require(Forged.odt(body).read("a.odt").tables.first)
    let shown = table.cells.map {
      "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) \($0.text)"
    }
    #expect(shown == ["0,0 1x2 A", "0,2 2x1 B", "1,0 1x1 C", "1,1 1x1 D"])
    #expect(table.rowCount == 2 && table.columnCount == 3)
  }

  @Test(arguments: [
    ("of:=['file:///home/a/khác.ods'#$Tờ1.A1]", true),
    ("of:=SUM(['https://a.vn/b.ods'#$'Tờ 1'.A1:.B2];[.C1])", true),
    ("of:=['Tờ #1'.A1]&amp;\"x'y'#z\"", false), ("of:=IF([.A1]=\"#\";1;0)", false),
  ])
  func seesThatAFormulaTakesFromAnotherFile(_ formula: String, _ isLinked: Bool) {
    let formula = formula.replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
    let body =
      "<table:table table:name='Tờ 1'><table:table-row><table:table-cell table:formula='\(formula)' "
      + "office:value-type='float' office:value='9.5'/></table:table-row></table:table>"
    let reading = Forged.odt(body, kind: "spreadsheet").read("a.ods")
    #expect(reading.tables.first?.cells.map(\.text) == ["9.5"])
    #expect(reading.metadata.flags.contains(.externalLinks) == isLinked)
  }

  @Test func boundsRepeatedCellsOfASheet() throws {
    let body =
      "<table:table table:name='Tờ 1'><table:table-row table:number-rows-repeated='1000000'>"
      + "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
      + "<table:table-row table:number-rows-repeated='2'><table:table-cell/>"
      + "<table:table-cell office:value-type='float' office:value='9.5' "
      + "table:number-columns-repeated='2'/></table:table-row></table:table>"
    let reading = Forged.odt(body, kind: "spreadsheet").read("a.ods")
    let table = try #require(reading.tables.first)
    #expect(reading.format == .ods)
    #expect(table.name == "Tờ 1")
    #expect(
      table.cells.map { "\($0.row),\($0.column) \($0.text)" } == [
        "1000000,1 9.5", "1000000,2 9.5", "1000001,1 9.5", "1000001,2 9.5",
      ])
  }
}
