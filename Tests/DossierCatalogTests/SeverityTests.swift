import DossierModel
import Testing

@testable import DossierCatalog

/// The severities that the contract fixes.
@Suite struct SeverityTests {
  static let errors = """
    item.missing item.unreadable item.wrong-year criterion.no-evidence file.empty score.missing \
    score.sum score.group-sum score.over-maximum score.rating score.disagreement date.order \
    document.encrypted name.collision
    """
  static let warnings = """
    item.ambiguous evidence.unassigned evidence.dangling file.unsupported score.unknown-criterion \
    date.deadline date.outside-year date.missing notation.malformed notation.duplicate \
    notation.missing metadata.created-after-issue metadata.modified-after-issue \
    document.ambiguous document.macros document.tracked-changes document.comments \
    document.external-links text.contradiction text.heading-gap text.appendix-dangling
    """
  static let notes = """
    file.temporary evidence.duplicate score.no-detail metadata.shared-origin \
    document.legacy-encoding document.no-text text.percent-without-count text.citation-form \
    text.unnormalized name.not-portable
    """

  @Test(arguments: [(Severity.error, errors), (.warning, warnings), (.note, notes)])
  func fixedSeveritiesHold(severity: Severity, codes: String) throws {
    let table = try Catalog.load().severities
    for code in codes.split(separator: " ") {
      #expect(table[FindingCode(rawValue: String(code))] == severity, "\(code)")
    }
  }

  @Test func theTableHasEveryFixedCode() {
    let fixed = [Self.errors, Self.warnings, Self.notes].flatMap { $0.split(separator: " ") }
    let known = Set(FindingCode.all.map(\.rawValue))
    #expect(fixed.allSatisfy { known.contains(String($0)) })
    #expect(Set(fixed).count == fixed.count)
  }
}
