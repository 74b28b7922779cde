import ArchiveIO
import DossierModel
import Testing

@testable import DossierEngine

@Suite struct RTFReaderTests {
  private func read(_ text: String) -> DocumentReading {
    RTFReader.read(MemorySource(name: "f.rtf", bytes: Array(text.utf8)), wantsText: true)
  }

  @Test(arguments: [
    (#"{\rtf1\ansi\ansicpg1252 caf\'e9\par}"#, "café"),
    (#"{\rtf1\ansi\ansicpg1258 Vi\'ea\'f2t\par}"#, "Viê\u{323}t"),
    (#"{\rtf1\ansi\u7879?\u273?\par}"#, "ệđ"),
    (#"{\rtf1\uc2\u7879\'65\'65n\par}"#, "ện"),
    (#"{\rtf1\uc0\u7879 n\par}"#, "ện"),
    (#"{\rtf1\u-10179?\u-8704?\par}"#, "😀"),
    (#"{\rtf1 a\~b\_c\-d\tab e\line f\par}"#, "a\u{A0}b\u{2011}c\u{AD}d\te\nf"),
    (#"{\rtf1{\fonttbl{\f1\fcharset204 Arial;}}\f1\'c4\'e0\par}"#, "Да"),
    (#"{\rtf1\ansicpg932 \'93\'fa\'b1\'96\'7b\par}"#, "日ｱ本"),
    (#"{\rtf1{\fonttbl{\f1\fcharset134 A;}}\f1\'d6\'d0{\f0\'e9}a\par}"#, "中éa"),
    (#"{\rtf1\ansicpg936\'d6{}\'d0\'d0 a\par}"#, "行 a"),
    (#"{\rtf1\ansicpg65001 Tr\'e1\'ba\'a7n\par}"#, "Trần"),
    (#"{\rtf1\ansicpg65001 \'a7a\'e1\'bab\par}"#, "\u{FFFD}ab"),
    (#"{\rtf1 x{\*\unknown hidden {\b y}}z\par}"#, "xz"),
    (#"{\rtf1 a{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}}b\par}"#, "alinkb"),
    (#"{\rtf1 a{\pict 010203}\{b\}\par}"#, "a{b}"),
    ("{\\rtf1 a{\\bin4 }}}}b}\\par c}", "ab"),
  ])
  func readsText(rtf: String, expected: String) {
    let line = read(rtf).lines().first
    #expect(line.map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test func textInAFontOfTCVN3BecomesUnicode() {
    let reading = read(
      #"""
      {\rtf1\ansi{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}{\f2 .VnTimeH;}}
      {\f1 C\'e9ng ho\'b5} {\f2 x\'b7 h\'e9i} {\f0 caf\'e9} {\f1 Tr\-\'eang}\par}
      """#)
    #expect(reading.lines() == ["Cộng hoà XÃ HỘI café Trường"])
    #expect(reading.metadata.flags == [.legacyEncoding])
  }

  @Test func plainLettersInAFontOfCapitalsAreCapitals() {
    let reading = read(
      #"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}{\f1 .VnTimeH;}}{\f1 ii- }{\f0 ii}\par}"#)
    #expect(reading.lines() == ["II- ii"])
  }

  @Test func manyFontsTakeABoundedMemoryAndTheFirstStand() {
    let fonts = (0..<30_000).map { "{\\f\($0)\\fcharset204 A;}" }.joined()
    let reading = read("{\\rtf1\\ansi{\\fonttbl\(fonts)}\\f7\\'c4\\f29999\\'c4\\par}")
    #expect(reading.lines() == ["ДÄ"])
  }

  @Test(arguments: [(2000, false), (30_000, true)])
  func cellsCountForTheMemoryTheyTake(_ rows: Int, _ isTooLarge: Bool) {
    let row = #"\trowd\cellx1000\cellx2000 a\cell b\cell\row "#
    let reading = read(#"{\rtf1 "# + String(repeating: row, count: rows) + "}")
    #expect((reading.textProblem?.reason == .tooLarge) == isTooLarge)
    let cells = reading.tables.first?.cells.count ?? 0
    #expect(isTooLarge ? cells < 40_000 : cells == 2 * rows)
  }

  @Test func ofATextInTwoFormsTheOneInUnicodeCounts() {
    let metadata = read(
      #"{\rtf1{\info{\upr{\author Tr?n}{\*\ud{\author Tr\u7847?n}}}{\operator An}}x\par}"#
    ).metadata
    #expect(metadata.text(.creator) == "Trần")
    #expect(metadata.text(.lastModifiedBy) == "An")
  }

  @Test func aTextInAnUnknownCodePageIsUnreadableAndNotInvented() {
    let metadata = read(
      #"{\rtf1\ansicpg29001{\info{\author \'d6\'d0}{\title An}}x\par}"#
    ).metadata
    #expect(metadata.fields[.creator] == nil)
    #expect(metadata.unreadable == [.creator: .corrupt])
    #expect(metadata.text(.title) == "An")
  }

  @Test func paragraphsAndLinesOfACommentAreWordsApart() {
    let metadata = read(#"{\rtf1{\info{\doccomm a\par b\line c\tab  d}{\title x}}y\par}"#).metadata
    #expect(metadata.text(.description) == "a b c d")
    #expect(metadata.text(.title) == "x")
  }

  @Test(arguments: [
    (#"{\author A}{\creatim\yr2024\mo1\dy2}{\author B}{\revtim\yr2024\mo1\dy3}"#, "B"),
    (#"{\author A}{\author B}{\revtim\yr0\mo0\dy0}"#, "B"),
    (#"{\author A}{\operator C}{\author B}{\revtim\yr2024\mo1\dy3}"#, "C"),
    (#"{\author A}{\author B}"#, nil),
    (#"{\author A}{\author B}{\title T}{\revtim\yr2024\mo1\dy3}"#, nil),
    (#"{\author A}{\revtim\yr2024\mo1\dy3}{\author B}"#, nil),
  ])
  func aSecondAuthorIsTheLastEditorOnlyWhereLibreOfficePutsHim(_ info: String, _ editor: String?) {
    let metadata = read(#"{\rtf1{\info"# + info + "}x\\par}").metadata
    #expect(metadata.text(.creator) == "A")
    #expect(metadata.text(.lastModifiedBy) == editor)
    #expect((metadata.details["creatorValues"] ?? []) == (editor == nil ? ["A", "B"] : []))
  }

  @Test func readsTheInformationGroup() {
    let metadata = read(
      #"""
      {\rtf1{\info{\title T}{\author A}{\operator O}{\*\company C}{\doccomm D}{\keywords K}
      {\creatim\yr2023\mo12\dy5\hr8\min30}{\revtim\yr2023\mo13\dy5}{\edmins95}{\nofpages3}
      {\nofwords120}{\nofchars700}{\version4}}{\*\generator Word;}x\par}
      """#
    ).metadata
    #expect(metadata.text(.title) == "T")
    #expect(metadata.text(.lastModifiedBy) == "O")
    #expect(metadata.text(.company) == "C")
    #expect(metadata.text(.application) == "Word")
    #expect(metadata.text(.revision) == "4")
    #expect(metadata.number(.totalTime) == 95)
    #expect(metadata.number(.pages) == 3)
    #expect(metadata.date(.created)?.normalized == "2023-12-05T08:30:00")
    #expect(metadata.unreadable == [.modified: .corrupt])
  }

  @Test(arguments: [#"\yr2015\mo\Oct \dy06"#, #"\yr2015"#, #"\yr2015\mo6"#])
  func aTimeWithoutMonthOrDayIsNoDate(_ time: String) {
    let metadata = read(#"{\rtf1{\info{\creatim "# + time + #"}{\author Hà}}x\par}"#).metadata
    #expect(metadata.fields[.created] == nil)
    #expect(metadata.unreadable == [.created: .corrupt])
  }

  @Test func aParagraphOfWhichAllIsStruckOutHasNoNumber() {
    let reading = read(
      #"{\rtf1{\listtext 1.\tab}a\par{\listtext 2.\tab}{\deleted b}\par{\listtext 3.\tab}\par}"#)
    #expect(reading.blocks.flatMap(\.paragraphs).compactMap(\.label) == ["1.", "3."])
    #expect(reading.lines(.deleted) == ["b"])
  }

  @Test func readsMergedCellsByTheirEdges() {
    let reading = read(
      #"""
      {\rtf1\trowd\cellx4000\cellx6000 \intbl A\cell B\cell\row
      \trowd\cellx2000\cellx4000\cellx6000 \intbl 1\cell 2\par 3\cell\cell\row\pard after\par}
      """#)
    #expect(
      reading.tables.first?.outline == ["0,0 +1x2 A", "0,2 B", "1,0 1", "1,1 2\n3", "1,2 "])
    #expect(reading.lines() == ["after"])
  }

  @Test func leavesHiddenAndDeletedTextOut() {
    let reading = read(#"{\rtf1 a{\v b}c{\deleted d}e\par}"#)
    #expect(reading.lines() == ["ace"])
    #expect(reading.lines(.deleted) == ["d"])
    #expect(reading.metadata.flags == [.hiddenText, .trackedChanges])
  }

  @Test(arguments: [
    ("", UnreadableReason.corrupt), ("no rtf", .corrupt), (#"{\rtf1 text\par"#, .truncated),
    (String(repeating: "{", count: 5000), .tooLarge),
  ])
  func refusesWithAReason(rtf: String, reason: UnreadableReason) {
    #expect(read(rtf).problem?.reason == reason)
  }
}
