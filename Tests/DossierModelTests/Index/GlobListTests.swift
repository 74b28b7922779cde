import Testing

@testable import DossierModel

@Suite struct GlobListTests {
  private static let lists: [[String]] = [
    ["~$*", ".~lock.*#", "*.tmp", "Thumbs.db"], ["*"], ["*é"], ["K*"], ["[ab]*"], [],
  ]
  private static let names = [
    "~$a.docx", ".~lock.a.odt#", "a.tmp", "Thumbs.db", "thumbs.db", "a.docx", "é", "e\u{301}",
    "\u{212A}", "Kế hoạch", "b", "~\u{301}$a", "a.tmp\u{301}", "tmp", "#", "",
  ]

  @Test(arguments: lists)
  func aListMatchesWhatOneOfItsPatternsMatches(_ texts: [String]) {
    let patterns = texts.map { GlobPattern($0) }
    for name in Self.names {
      #expect(
        GlobList(patterns).matches(name[...]) == patterns.contains { $0.matches(name) },
        "\(texts) \(name)")
    }
  }
}
