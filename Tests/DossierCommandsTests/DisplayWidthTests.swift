import Testing

@testable import DossierCommands

struct DisplayWidthTests {
  @Test(arguments: [
    ("Hồ sơ", 5), ("Ho\u{302}\u{300} so\u{31B}", 5), ("", 0), ("学校", 4), ("a\u{200B}b", 2),
  ])
  func countsColumnsNotScalars(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func fillsHalfDecomposedTextToTheSameWidthAsComposed() {
    let composed = DisplayWidth.fit("tiêu chí", to: 12)
    let decomposed = DisplayWidth.fit("tie\u{302}u chi\u{301}", to: 12)
    #expect(DisplayWidth.columns(of: composed) == 12)
    #expect(DisplayWidth.columns(of: decomposed) == 12)
  }

  @Test func cutsWithAnEllipsisAndNeverPastTheWidth() {
    let cut = DisplayWidth.fit("Kế hoạch triển khai", to: 8)
    #expect(cut == "Kế hoạc…")
    #expect(DisplayWidth.columns(of: DisplayWidth.fit("学校学校", to: 4)) == 4)
  }

  @Test func wrapsAtSpacesAndBreaksOnlyWhatIsLongerThanALine() {
    #expect(DisplayWidth.wrap("một hai ba", to: 7) == ["một hai", "ba"])
    #expect(DisplayWidth.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(DisplayWidth.wrap("bao-cao-tu.docx", to: 10) == ["bao-cao-", "tu.docx"])
    #expect(DisplayWidth.wrap("a-bcdefghij", to: 8) == ["a-bcdefg", "hij"])
    #expect(DisplayWidth.wrap("a\n\nb", to: 4) == ["a", "", "b"])
  }
}
