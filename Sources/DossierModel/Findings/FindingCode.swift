/// The stable code of a finding ("score.sum").
///
/// Open: a further code is a further constant here and a further entry of the catalogue, and a test
/// fails on one without the other.
public struct FindingCode: RawRepresentable, Sendable, Hashable, Codable, Comparable {
  /// The dotted code.
  public var rawValue: String

  /// Makes a code from its dotted form.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Orders by the bytes of the code.
  public static func < (left: FindingCode, right: FindingCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension FindingCode {
  /// The finding `item.missing`.
  public static let itemMissing = FindingCode(rawValue: "item.missing")
  /// The finding `item.ambiguous`.
  public static let itemAmbiguous = FindingCode(rawValue: "item.ambiguous")
  /// The finding `item.unreadable`.
  public static let itemUnreadable = FindingCode(rawValue: "item.unreadable")
  /// The finding `item.wrong-year`.
  public static let itemWrongYear = FindingCode(rawValue: "item.wrong-year")
  /// The finding `criterion.no-evidence`.
  public static let criterionNoEvidence = FindingCode(rawValue: "criterion.no-evidence")
  /// The finding `evidence.unassigned`.
  public static let evidenceUnassigned = FindingCode(rawValue: "evidence.unassigned")
  /// The finding `evidence.dangling`.
  public static let evidenceDangling = FindingCode(rawValue: "evidence.dangling")
  /// The finding `evidence.duplicate`.
  public static let evidenceDuplicate = FindingCode(rawValue: "evidence.duplicate")
  /// The finding `file.empty`.
  public static let fileEmpty = FindingCode(rawValue: "file.empty")
  /// The finding `file.unsupported`.
  public static let fileUnsupported = FindingCode(rawValue: "file.unsupported")
  /// The finding `file.temporary`.
  public static let fileTemporary = FindingCode(rawValue: "file.temporary")
  /// The finding `score.missing`.
  public static let scoreMissing = FindingCode(rawValue: "score.missing")
  /// The finding `score.sum`.
  public static let scoreSum = FindingCode(rawValue: "score.sum")
  /// The finding `score.group-sum`.
  public static let scoreGroupSum = FindingCode(rawValue: "score.group-sum")
  /// The finding `score.over-maximum`.
  public static let scoreOverMaximum = FindingCode(rawValue: "score.over-maximum")
  /// The finding `score.rating`.
  public static let scoreRating = FindingCode(rawValue: "score.rating")
  /// The finding `score.unknown-criterion`.
  public static let scoreUnknownCriterion = FindingCode(rawValue: "score.unknown-criterion")
  /// The finding `score.disagreement`.
  public static let scoreDisagreement = FindingCode(rawValue: "score.disagreement")
  /// The finding `score.no-detail`.
  public static let scoreNoDetail = FindingCode(rawValue: "score.no-detail")
  /// The finding `date.order`.
  public static let dateOrder = FindingCode(rawValue: "date.order")
  /// The finding `date.deadline`.
  public static let dateDeadline = FindingCode(rawValue: "date.deadline")
  /// The finding `date.outside-year`.
  public static let dateOutsideYear = FindingCode(rawValue: "date.outside-year")
  /// The finding `date.missing`.
  public static let dateMissing = FindingCode(rawValue: "date.missing")
  /// The finding `notation.malformed`.
  public static let notationMalformed = FindingCode(rawValue: "notation.malformed")
  /// The finding `notation.duplicate`.
  public static let notationDuplicate = FindingCode(rawValue: "notation.duplicate")
  /// The finding `notation.missing`.
  public static let notationMissing = FindingCode(rawValue: "notation.missing")
  /// The finding `metadata.created-after-issue`.
  public static let metadataCreatedAfterIssue = FindingCode(
    rawValue: "metadata.created-after-issue")
  /// The finding `metadata.modified-after-issue`.
  public static let metadataModifiedAfterIssue = FindingCode(
    rawValue: "metadata.modified-after-issue")
  /// The finding `metadata.shared-origin`.
  public static let metadataSharedOrigin = FindingCode(rawValue: "metadata.shared-origin")
  /// The finding `document.encrypted`.
  public static let documentEncrypted = FindingCode(rawValue: "document.encrypted")
  /// The finding `document.ambiguous`.
  public static let documentAmbiguous = FindingCode(rawValue: "document.ambiguous")
  /// The finding `document.no-text`.
  public static let documentNoText = FindingCode(rawValue: "document.no-text")
  /// The finding `document.macros`.
  public static let documentMacros = FindingCode(rawValue: "document.macros")
  /// The finding `document.tracked-changes`.
  public static let documentTrackedChanges = FindingCode(rawValue: "document.tracked-changes")
  /// The finding `document.comments`.
  public static let documentComments = FindingCode(rawValue: "document.comments")
  /// The finding `document.external-links`.
  public static let documentExternalLinks = FindingCode(rawValue: "document.external-links")
  /// The finding `document.legacy-encoding`.
  public static let documentLegacyEncoding = FindingCode(rawValue: "document.legacy-encoding")
  /// The finding `text.contradiction`.
  public static let textContradiction = FindingCode(rawValue: "text.contradiction")
  /// The finding `text.heading-gap`.
  public static let textHeadingGap = FindingCode(rawValue: "text.heading-gap")
  /// The finding `text.appendix-dangling`.
  public static let textAppendixDangling = FindingCode(rawValue: "text.appendix-dangling")
  /// The finding `text.percent-without-count`.
  public static let textPercentWithoutCount = FindingCode(rawValue: "text.percent-without-count")
  /// The finding `text.citation-form`.
  public static let textCitationForm = FindingCode(rawValue: "text.citation-form")
  /// The finding `text.unnormalized`.
  public static let textUnnormalized = FindingCode(rawValue: "text.unnormalized")
  /// The finding `name.not-portable`.
  public static let nameNotPortable = FindingCode(rawValue: "name.not-portable")
  /// The finding `name.collision`.
  public static let nameCollision = FindingCode(rawValue: "name.collision")
  /// The finding `bag.not-a-bag`.
  public static let bagNotABag = FindingCode(rawValue: "bag.not-a-bag")
  /// The finding `bag.malformed`.
  public static let bagMalformed = FindingCode(rawValue: "bag.malformed")
  /// The finding `bag.oxum`.
  public static let bagOxum = FindingCode(rawValue: "bag.oxum")
  /// The finding `bag.no-manifest`.
  public static let bagNoManifest = FindingCode(rawValue: "bag.no-manifest")
  /// The finding `entry.altered`.
  public static let entryAltered = FindingCode(rawValue: "entry.altered")
  /// The finding `entry.missing`.
  public static let entryMissing = FindingCode(rawValue: "entry.missing")
  /// The finding `entry.unlisted`.
  public static let entryUnlisted = FindingCode(rawValue: "entry.unlisted")
  /// The finding `entry.duplicate`.
  public static let entryDuplicate = FindingCode(rawValue: "entry.duplicate")
  /// The finding `entry.unsafe-path`.
  public static let entryUnsafePath = FindingCode(rawValue: "entry.unsafe-path")
  /// The finding `entry.link`.
  public static let entryLink = FindingCode(rawValue: "entry.link")
  /// The finding `entry.encrypted`.
  public static let entryEncrypted = FindingCode(rawValue: "entry.encrypted")
  /// The finding `archive.damaged`.
  public static let archiveDamaged = FindingCode(rawValue: "archive.damaged")
  /// The finding `archive.truncated`.
  public static let archiveTruncated = FindingCode(rawValue: "archive.truncated")
  /// The finding `archive.ambiguous`.
  public static let archiveAmbiguous = FindingCode(rawValue: "archive.ambiguous")
  /// The finding `archive.bomb`.
  public static let archiveBomb = FindingCode(rawValue: "archive.bomb")
  /// The finding `archive.expected-digest`.
  public static let archiveExpectedDigest = FindingCode(rawValue: "archive.expected-digest")
  /// The finding `file.link`.
  public static let fileLink = FindingCode(rawValue: "file.link")
  /// The finding `file.special`.
  public static let fileSpecial = FindingCode(rawValue: "file.special")
  /// The finding `file.unreadable`.
  public static let fileUnreadable = FindingCode(rawValue: "file.unreadable")
  /// The finding `file.acceptance-unused`.
  public static let fileAcceptanceUnused = FindingCode(rawValue: "file.acceptance-unused")
  /// The finding `file.not-as-packed`.
  public static let fileNotAsPacked = FindingCode(rawValue: "file.not-as-packed")
  /// The finding `name.not-utf8`.
  public static let nameNotUtf8 = FindingCode(rawValue: "name.not-utf8")
  /// The finding `item.other-unit`.
  public static let itemOtherUnit = FindingCode(rawValue: "item.other-unit")
  /// The finding `date.number-order`.
  public static let dateNumberOrder = FindingCode(rawValue: "date.number-order")

  /// All codes, in the order of the contract.
  public static let all: [FindingCode] = contractual + verifyAdditions

  private static let contractual: [FindingCode] = [
    .itemMissing, .itemAmbiguous, .itemUnreadable, .itemWrongYear, .criterionNoEvidence,
    .evidenceUnassigned, .evidenceDangling, .evidenceDuplicate, .fileEmpty, .fileUnsupported,
    .fileTemporary, .scoreMissing, .scoreSum, .scoreGroupSum, .scoreOverMaximum, .scoreRating,
    .scoreUnknownCriterion, .scoreDisagreement, .scoreNoDetail, .dateOrder, .dateDeadline,
    .dateOutsideYear, .dateMissing, .notationMalformed, .notationDuplicate, .notationMissing,
    .metadataCreatedAfterIssue, .metadataModifiedAfterIssue, .metadataSharedOrigin,
    .documentEncrypted, .documentAmbiguous, .documentNoText, .documentMacros,
    .documentTrackedChanges, .documentComments, .documentExternalLinks, .documentLegacyEncoding,
    .textContradiction, .textHeadingGap, .textAppendixDangling, .textPercentWithoutCount,
    .textCitationForm, .textUnnormalized, .nameNotPortable, .nameCollision, .bagNotABag,
    .bagMalformed, .bagOxum, .bagNoManifest, .entryAltered, .entryMissing, .entryUnlisted,
    .entryDuplicate, .entryUnsafePath, .entryLink, .entryEncrypted, .archiveDamaged,
    .archiveTruncated, .archiveAmbiguous, .archiveBomb, .archiveExpectedDigest, .fileLink,
    .fileSpecial, .fileUnreadable, .fileNotAsPacked,
    .fileAcceptanceUnused, .nameNotUtf8, .itemOtherUnit, .dateNumberOrder,
  ]
}
