import DossierModel
import Testing

@testable import DossierCatalog

@Suite struct MessageTests {
  private static let implicit = ["path", "file", "folder", "item", "criterion", "criterionTitle"]

  @Test(arguments: FindingCode.all)
  func everyCodeHasWordsAndASeverity(code: FindingCode) throws {
    let severities = try MessageFiles.severities()
    #expect(severities[code] != nil)
    let family = String(code.rawValue.prefix { $0 != "." })
    let message = try #require(try MessageFiles.messages(family: family)[code.rawValue])
    for language in Language.allCases {
      #expect(!message.title[language].isEmpty)
      #expect(!message.sentence[language].isEmpty)
      #expect(!message.remedy[language].isEmpty)
    }
  }

  @Test(arguments: MessageFiles.families)
  func everyEntryHasACode(family: String) throws {
    let codes = Set(FindingCode.all.map(\.rawValue))
    let messages = try MessageFiles.messages(family: family)
    let explanations = try MessageFiles.explanations(family: family)
    #expect(Set(messages.keys).subtracting(codes).isEmpty)
    #expect(Set(explanations.keys).subtracting(codes).isEmpty)
    #expect(messages.keys.allSatisfy { $0.hasPrefix(family + ".") })
  }

  @Test func everySeverityHasACode() throws {
    let codes = Set(FindingCode.all)
    #expect(Set(try MessageFiles.severities().keys).subtracting(codes).isEmpty)
  }

  @Test(arguments: MessageFiles.families)
  func everyPlaceholderIsDeclared(family: String) throws {
    for (code, message) in try MessageFiles.messages(family: family) {
      let common = Set(Self.implicit + message.arguments)
      for text in [message.sentence, message.remedy] { Self.check(text, code, common) }
      Self.check(message.title, code, [])
      for (name, variant) in message.variants {
        if let title = variant.title { Self.check(title, "\(code) \(name)", []) }
        let known = common.union(variant.arguments)
        Self.check(variant.sentence, "\(code) \(name)", known)
        if let remedy = variant.remedy { Self.check(remedy, "\(code) \(name)", known) }
      }
    }
  }

  private static func check(_ text: LocalizedText, _ name: String, _ known: Set<String>) {
    for language in Language.allCases {
      let unknown = Set(Placeholders.names(in: text[language])).subtracting(known)
      #expect(unknown.isEmpty, "\(name) \(language.rawValue): \(unknown.sorted())")
    }
  }

  /// What is no step of the rubric is not above the maximum, and its heading does not say so.
  @Test func aFindingStandsUnderAHeadingThatFitsIt() throws {
    let catalog = try Catalog.load()
    func title(_ code: FindingCode, _ variant: String?) -> String {
      let finding = Finding(code, variant: variant)
      let worded = catalog.word(finding, language: .vietnamese).title
      #expect(worded == catalog.title(of: finding, language: .vietnamese))
      return worded
    }
    #expect(title(.scoreOverMaximum, "criterion") == "Điểm vượt mức cho phép")
    #expect(title(.scoreOverMaximum, "step") == "Điểm không thuộc các mức cho phép")
    #expect(title(.scoreOverMaximum, "step") != title(.scoreOverMaximum, "negative"))
    #expect(title(.scoreDisagreement, "rating") != title(.scoreDisagreement, "total"))
    #expect(title(.evidenceDangling, "declared") != title(.evidenceDangling, nil))
  }

  @Test(arguments: [
    ("docx", "a.docx", "Word"), ("ods", "a.ods", "LibreOffice"), ("xlsx", "a.xlsx", "Excel"),
    ("ole", "2-bao-cao/điểm.XLSX", "Excel"), ("ole", "a.docx", "Word"), ("pdf", "a.pdf", "PDF"),
  ])
  func adviceNamesTheProgramOfTheFile(format: String, path: String, program: String) throws {
    let catalog = try Catalog.load()
    let codes: [(FindingCode, String?)] = [
      (.documentEncrypted, nil), (.itemUnreadable, "encrypted"),
    ]
    for (code, variant) in codes {
      let finding = Finding(
        code, path: path, variant: variant, arguments: ["format": .text(format)])
      for language in Language.allCases {
        #expect(catalog.word(finding, language: language).remedy.contains(program))
      }
    }
  }

  @Test func adviceForAnUnknownFormatNamesNoProgram() throws {
    let catalog = try Catalog.load()
    for code in [FindingCode.documentEncrypted, .documentComments, .documentTrackedChanges] {
      let finding = Finding(code, path: "a", arguments: ["format": .text("ole")])
      #expect(!catalog.word(finding, language: .english).remedy.contains("Word"))
    }
  }

  @Test func adviceByFormatIsForFormatsThatThereAre() throws {
    let advice = try MessageFiles.advice()
    let named = try MessageFiles.families.flatMap {
      try MessageFiles.messages(family: $0).values.flatMap { message in
        [message.remedies] + message.variants.values.map(\.remedies)
      }
    }
    #expect(Set(named.compactMap(\.self)) == Set(advice.keys))
    for (topic, entries) in advice {
      let formats = entries.flatMap(\.formats)
      #expect(!formats.isEmpty)
      #expect(formats.allSatisfy { FileFormat(rawValue: $0) != nil }, "\(topic)")
      #expect(Set(formats).count == formats.count, "\(topic)")
    }
  }

  @Test(arguments: [
    ("D:20260128100030+07'00'", "28/01/2026 10:00:30 UTC+07:00"),
    ("D:20260128100030+00'00'", "28/01/2026 10:00:30 UTC"),
    ("D:20260128100030Z00'00'", "28/01/2026 10:00:30 UTC"),
    ("D:202601281000", "28/01/2026 10:00"), ("2026-01-28T10:00:30Z", "28/01/2026 10:00:30 UTC"),
    ("D:20261328100030", nil), ("D:", nil), ("Trần D:", nil), ("28", nil),
  ])
  func aMomentIsSaidAsPeopleWriteIt(raw: String, said: String?) throws {
    #expect(Wording.moment(raw, .vietnamese) == said)
    let finding = Finding(
      .metadataSharedOrigin, variant: "created",
      arguments: ["value": .text(raw), "files": .list(["a"]), "count": .count(3)])
    let message = try Catalog.load().word(finding, language: .vietnamese).message
    #expect(message.contains("(\(said ?? raw))"))
  }

  /// "A name that not every system can hold" says nothing to whoever reads it.
  @Test func everyDoubtAboutANameIsSaidInWordsOfItsOwn() throws {
    let message = try #require(try MessageFiles.messages(family: "entry")["entry.not-portable"])
    #expect(message.variants["name-encoding-unstated"] != nil)
    #expect(message.variants["name-fills-field"] != nil)
  }

  @Test(arguments: FindingCode.all)
  func everyCodeIsExplained(code: FindingCode) throws {
    let catalog = try Catalog.load()
    for language in Language.allCases {
      let explanation = try #require(catalog.explain(code, language: language))
      let parts = [
        explanation.what, explanation.why, explanation.mend, explanation.example,
      ]
      #expect(parts.allSatisfy { !$0.isEmpty })
      #expect(explanation.what != explanation.why)
    }
  }

  @Test(arguments: MessageFiles.families)
  func vietnameseCarriesItsAccents(family: String) throws {
    for (code, message) in try MessageFiles.messages(family: family) {
      let texts =
        [message.title, message.sentence, message.remedy]
        + message.variants.values.flatMap {
          [$0.sentence] + [$0.title, $0.remedy].compactMap(\.self)
        }
      for text in texts {
        let marked = text.vietnamese.unicodeScalars.contains { $0.value > 0x7F }
        #expect(marked, "\(code): \(text.vietnamese)")
        #expect(
          text.vietnamese.unicodeScalars.allSatisfy { !(0x300...0x36F).contains($0.value) },
          "\(code) is not NFC")
      }
    }
  }

  @Test(arguments: UnreadableReason.allCases)
  func everyReasonIsASentence(reason: UnreadableReason) throws {
    let catalog = try Catalog.load()
    for language in Language.allCases {
      let sentence = catalog.reason(reason, language)
      #expect(sentence.hasSuffix("."))
      #expect(!sentence.contains(reason.rawValue + "."))
    }
  }

  @Test func everyTermHasAName() throws {
    let catalog = try Catalog.load()
    let keys =
      FileFormat.allCases.map { "format.\($0.rawValue)" }
      + DocumentFlag.allCases.map { "flag.\($0.rawValue)" }
      + MetadataField.allCases.map { "field.\($0.rawValue)" }
      + DataProblem.Kind.allCases.map { "data.\($0.rawValue)" }
      + Severity.allCases.map { "severity.\($0.rawValue)" }
    for key in keys { #expect(catalog.has(key), "\(key)") }
  }
}
