import DossierModel
import Testing

@Suite struct MalformedNotationRuleTests {
  @Test(arguments: [
    ("Số: 05-BC/LTT", "05/BC-LTT"), ("Số: 05/BC/LTT", "05/BC-LTT"),
    ("Số: 15-BC-LTT", "15/BC-LTT"), ("Số: 15.BC-LTT", "15/BC-LTT"),
    ("Số: 15\\BC-LTT", "15/BC-LTT"), ("Số: 15BC-LTT", "15/BC-LTT"),
    ("Số: 15 BC-LTT", "15/BC-LTT"), ("Số: 15 BC/LTT", "15/BC-LTT"), ("Số 15-BC/LTT", "15/BC-LTT"),
  ])
  func signsChangedAbout(line: String, expected: String) {
    let notation = Reading.facts("TRƯỜNG THPT LÝ THÁI TỔ\n\(line)\nBÁO CÁO\nNăm 2023").header
      .notation
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.notation = notation
    }.findings(.notationMalformed)
    #expect(found.first?.arguments["expected"] == .text(expected))
  }

  @Test(arguments: ["12/BC-THAS", "12/2024/BC-THAS", "12/BC-GD&ĐT", "12/BC-THAS-CM"])
  func aRightFormIsSilent(written: String) {
    let parts = written.split(separator: "/", maxSplits: 1).map(String.init)
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.header.notation = Notation(written: written, number: 12, symbol: parts[1])
    }
    #expect(!codes.contains("notation.malformed"))
  }

  @Test func aPartyCellNumbersItsOwnWay() {
    let codes = DossierFixture.codes(DossierFixture.evidence("1a")) {
      $0.facts.header.notation = Notation(written: "12-NQ/CB", number: 12, symbol: "NQ/CB")
    }
    #expect(!codes.contains("notation.malformed"))
  }

  @Test(arguments: [
    ("12/BC", "12/BC-…"), ("12/bc-thhm", "12/BC-THHM"), ("12/Bc-THHM", "12/BC-THHM"),
    ("12/BC_THHM", "12/BC-THHM"), ("12/BC.THHM", "12/BC-THHM"), ("12/BCTHHM", "12/BC-THHM"),
    ("12/THHM-BC", "12/BC-THHM"), ("12/2024/BC_THHM", "12/2024/BC-THHM"),
  ])
  func aSymbolOfAnotherForm(written: String, expected: String) {
    let found = Self.dossier(written).findings(.notationMalformed)
    #expect(found.map { $0.arguments["expected"] } == [.text(expected)])
  }

  /// Further parts, dots inside the body, and a type written in capitals throughout.
  @Test(arguments: [
    "12/BC-UBND.VX", "12/BC-TH&THCS", "12/BC-THCS_2", "12/BC-BCĐ-THHM", "12/THHM-VP",
  ])
  func aSymbolOfARightForm(written: String) {
    #expect(!Self.dossier(written).codes().contains("notation.malformed"))
  }

  @Test func capitalsThroughoutAreNoFault() {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.header.typeName = "TỜ TRÌNH"
      $0.facts.header.typeAbbreviation = "TTr"
      $0.facts.header.notation = Notation(written: "12/TTR-THHM", number: 12, symbol: "TTR-THHM")
    }
    #expect(!codes.contains("notation.malformed"))
  }

  /// The Party and the Youth Union write so by their own rules; a school does not.
  @Test(arguments: [
    ("TRƯỜNG TIỂU HỌC HOA MAI", "12-BC/THHM", false), ("ĐẢNG ỦY PHƯỜNG HOA MAI", "12-BC/ĐU", true),
    ("ĐOÀN TRƯỜNG THPT HOA MAI", "12-BC/ĐTN", true),
    ("ĐẢNG ỦY PHƯỜNG HOA MAI", "12-bc/ĐU", false), ("ĐẢNG ỦY PHƯỜNG HOA MAI", "12-KH/ĐU", false),
    // The letters of the body, which only begin like those of a type.
    ("BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP", "12/BCĐ", true),
    ("TRƯỜNG TIỂU HỌC HOA MAI", "12/BCTHHM", false),
  ])
  func bodiesWithRulesOfTheirOwn(body: String, written: String, isRight: Bool) {
    let codes = DossierFixture.codes(DossierFixture.report) {
      $0.facts.header.issuingBody = body
      $0.facts.header.notation = Notation(
        written: written, number: 12, symbol: String(written.dropFirst(3)))
    }
    #expect(codes.contains("notation.malformed") == !isRight)
  }

  /// The Party counts from "01" on, too, and its type stands before the slash.
  @Test(arguments: [
    ("5-BC/ĐU", "05-BC/ĐU"), ("05-KH/ĐU", "05-BC/ĐU"), ("05-bc/ĐU", "05-BC/ĐU"),
    ("05-BC/ĐU", nil),
  ])
  func thePartysFormIsMendedAsThePartyWrites(written: String, expected: String?) {
    let found = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.issuingBody = "ĐẢNG ỦY PHƯỜNG HOA MAI"
      let symbol = written.drop { $0.isNumber }.dropFirst()
      $0.facts.header.notation = Notation(written: written, number: 5, symbol: String(symbol))
    }.findings(.notationMalformed)
    #expect(found.first?.arguments["expected"] == expected.map { .text($0) })
  }

  /// The Party's name above says whose paper it is, where its body cannot be read.
  @Test func thePartysNameTellsItsPapers() {
    let header = Reading.facts(
      "ĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ TRƯỜNG AN SƠN\n*\nSố 12-BC/CB\nBÁO CÁO\nNăm 2023"
    ).header
    #expect(header.isOfParty)
    let dossier = DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.isOfParty = true
      $0.facts.header.notation = header.notation
    }
    #expect(dossier.findings(.notationMalformed).isEmpty)
  }

  private static func dossier(_ written: String) -> DossierFixture {
    let parts = written.split(separator: "/", maxSplits: 1).map(String.init)
    return DossierFixture.dossier(DossierFixture.report) {
      $0.facts.header.notation = Notation(written: written, number: 12, symbol: parts[1])
    }
  }

  @Test(arguments: [
    ("Số: 15/2022-2023/BC-LTT", "2022-2023/BC-LTT"), ("Số 15 BC của trường", nil),
    ("Số: 15 TRƯỜNG", ""), ("Số 15-17 đường Láng", nil),
  ])
  func aNumberWithoutASymbolStaysOne(line: String, symbol: String?) {
    let notation = Reading.facts("TRƯỜNG THPT LÝ THÁI TỔ\n\(line)\nBÁO CÁO\nNăm 2023").header
      .notation
    #expect(notation?.symbol == symbol)
    let codes = DossierFixture.codes(DossierFixture.report) {
      if let notation, !notation.symbol.isEmpty { $0.facts.header.notation = notation }
    }
    #expect(!codes.contains("notation.malformed"))
  }
}
