import DossierModel
import Testing

@testable import DossierEngine

private let little = ForgedCompoundFile.little

/// A level: its number format, its text with levels as their numbers, and its flags.
private func level(
  _ format: Int, _ text: [UInt16], start: Int = 1, flags: Int = 0, limit: Int = 0
) -> [UInt8] {
  little(start, 4) + little(format, 1) + little(flags, 1) + [UInt8](repeating: 0, count: 18)
    + little(0, 2) + little(limit, 1) + little(0, 1) + little(text.count, 2)
    + text.flatMap { little(Int($0), 2) }
}

/// A list of nine levels, the first of them given.
private func lists(_ levels: [[UInt8]]) -> (bytes: [UInt8], definitions: Int) {
  let definition = little(7, 4) + [UInt8](repeating: 0, count: 24)
  let rest = (levels.count..<9).map { _ in level(0, [0x2D]) }
  return (little(1, 2) + definition + (levels + rest).joined(), 30)
}

/// Overrides of that list, each with what it changes.
private func overrides(_ changes: [[[UInt8]]]) -> [UInt8] {
  let heads = changes.map {
    little(7, 4) + [UInt8](repeating: 0, count: 8) + little($0.count, 1) + little(0, 3)
  }
  return little(changes.count, 4) + heads.joined()
    + changes.flatMap { little(0, 4) + Array($0.joined()) }
}

private func labels(
  _ levels: [[UInt8]], _ changes: [[[UInt8]]] = [[]], _ paragraphs: [(list: Int, level: Int)]
) -> [String?] {
  let made = lists(levels)
  var numbering = WordNumbering(
    lists: made.bytes, definitionBytes: made.definitions, overrides: overrides(changes))
  return paragraphs.map {
    var properties = WordParagraphProperties()
    properties.list = $0.list
    properties.listLevel = $0.level
    return numbering.label(of: properties)
  }
}

@Suite struct WordListTests {
  private static let figures = level(0, [0, 0x2E])
  private static let pairs = level(0, [0, 0x2E, 1])

  @Test func anotherUseOfAListStartsWhereItSays() {
    let start = little(5, 4) + little(0x10, 4)
    #expect(
      labels([Self.figures], [[], [start]], [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)])
        == ["1.", "2.", "5.", "6.", "7."])
  }

  @Test func anotherUseOfAListMayWriteALevelOtherwise() {
    let roman = little(0, 4) + little(0x21, 4) + level(1, [1, 0x29])
    #expect(
      labels([Self.figures, Self.pairs], [[], [roman]], [(1, 0), (1, 1), (2, 1), (1, 1)])
        == ["1.", "1.1", "II)", "1.3"])
  }

  @Test func aLevelStartsAgainBehindAHigherOneUnlessItSaysNot() {
    let going = level(0, [1], flags: 8)
    for (second, last) in [(Self.pairs, "2.1"), (going, "2")] {
      #expect(
        labels([Self.figures, second], [[]], [(1, 0), (1, 1), (1, 0), (1, 1)]).last == last)
    }
  }

  @Test func aLegalLevelShowsTheNumbersOfAllInFigures() {
    let legal = level(0, [0, 0x2E, 1], flags: 4)
    let roman = level(1, [0, 0x2E])
    #expect(labels([roman, legal], [[]], [(1, 0), (1, 1)]) == ["I.", "1.1"])
    #expect(labels([roman, Self.pairs], [[]], [(1, 0), (1, 1)]) == ["I.", "I.1"])
  }

  @Test func aLevelThatWasLeftOutCountsAsItsFirstPart() {
    #expect(
      labels([Self.figures, Self.pairs], [[]], [(1, 1), (1, 1), (1, 0), (1, 1)])
        == ["1.1", "1.2", "2.", "2.1"])
  }

  @Test func listsCutAnywhereAreReadToTheirEnd() {
    let made = lists([Self.figures, Self.pairs])
    let uses = overrides([[], [little(0, 4) + little(0x20, 4) + Self.pairs]])
    for length in stride(from: 0, through: made.bytes.count, by: 3) {
      _ = WordNumbering(
        lists: Array(made.bytes.prefix(length)), definitionBytes: made.definitions,
        overrides: Array(uses.prefix(length)))
    }
  }

  // MARK: Styles

  /// A style: its kind, the one it is based on, and what it says of paragraphs.
  private func style(kind: Int = 1, base: Int = 0xFFF, _ modifiers: [UInt8]) -> [UInt8] {
    let name = little(1, 2) + little(0x41, 2) + little(0, 2)
    let body =
      little(0, 2) + little(kind | base << 4, 2) + little(1, 2) + little(0, 4) + name
      + little(modifiers.count + 2, 2) + little(0, 2) + modifiers
    return little(body.count, 2) + body + (body.count % 2 == 1 ? [0] : [])
  }

  private func sheet(_ styles: [[UInt8]]) -> [UInt8] {
    little(4, 2) + little(styles.count, 2) + little(10, 2) + styles.joined()
  }

  private static let listOne: [UInt8] = [0x0B, 0x46, 1, 0]
  private static let levelTwo: [UInt8] = [0x0A, 0x26, 1]

  @Test func aStyleNumbersItsParagraphsAndThoseOfStylesBasedOnIt() {
    let styles = WordStyles(
      sheet([
        style([]), style(base: 0, Self.listOne + [0x40, 0x26, 0]), style(base: 1, Self.levelTwo),
        style(kind: 2, base: 1, Self.listOne),
      ]))
    #expect([0, 1, 2, 3, 9].map { styles.properties(of: $0).list } == [0, 1, 1, 0, 0])
    #expect([0, 1, 2].map { styles.properties(of: $0).listLevel } == [0, 0, 1])
    #expect([0, 1, 2].map { styles.properties(of: $0).headingLevel } == [nil, 1, 1])
  }

  @Test func stylesBasedOnOneAnotherEnd() {
    let styles = WordStyles(sheet([style(base: 1, Self.listOne), style(base: 0, Self.levelTwo)]))
    #expect(styles.properties(of: 0).list == 1)
    #expect(styles.properties(of: 0).listLevel == 1)
    let all = sheet([style(Self.listOne), style(base: 0, Self.levelTwo)])
    for length in 0..<all.count { _ = WordStyles(Array(all.prefix(length))) }
  }

  @Test func anEmptyNumberedParagraphIsCountedAndOneThatEndsASectionIsNot() {
    let made = lists([Self.figures])
    var properties = WordParagraphProperties()
    properties.list = 1
    var story = WordStoryReader(
      numbering: WordNumbering(
        lists: made.bytes, definitionBytes: made.definitions, overrides: overrides([[]])))
    for unit: UInt16 in [0x0D, 0x0C, 0x41, 0x0D] {
      if WordStoryReader.endsParagraph(unit) {
        story.endParagraph(unit, properties: properties)
      } else {
        story.add(unit, run: WordRunProperties())
      }
    }
    story.endStory()
    let paragraphs = story.blocks.flatMap(\.paragraphs)
    #expect(paragraphs.map(\.label) == ["1.", "2."])
    #expect(paragraphs.map(\.text) == ["", "A"])
  }

  @Test func aNumberedParagraphOfWhichAllIsStruckOutOrHiddenIsNotCounted() {
    let made = lists([Self.figures])
    var properties = WordParagraphProperties()
    properties.list = 1
    var deleted = WordRunProperties()
    deleted.isDeleted = true
    var hidden = WordRunProperties()
    hidden.isHidden = true
    var story = WordStoryReader(
      numbering: WordNumbering(
        lists: made.bytes, definitionBytes: made.definitions, overrides: overrides([[]])))
    for run in [deleted, hidden, WordRunProperties()] {
      story.add(0x41, run: run)
      story.endParagraph(0x0D, properties: properties)
    }
    story.endStory()
    let body = story.blocks.flatMap(\.paragraphs).filter { $0.region == .body }
    #expect(body.compactMap(\.label) == ["1."])
    #expect(body.last?.text == "A")
  }

  @Test func theSignThatHoldsTheSymbolsPlaceIsNoBracket() {
    let symbol: [UInt8] = [0x09, 0x6A, 0x03, 0x00, 0xB0, 0xF0]
    var story = WordStoryReader(numbering: WordNumbering())
    let runs: [(UInt16, [UInt8])] = [(0x28, []), (0x39, []), (0x28, symbol), (0x43, [])]
    for (unit, modifiers) in runs { story.add(unit, run: WordRunProperties(modifiers[...])) }
    story.endStory()
    #expect(story.blocks.flatMap(\.paragraphs).map(\.text) == ["(9C"])
  }
}
