extension FindingCode {
  /// The finding `bag.algorithm-unknown`.
  public static let bagAlgorithmUnknown = FindingCode(rawValue: "bag.algorithm-unknown")
  /// The finding `bag.no-known-algorithm`.
  public static let bagNoKnownAlgorithm = FindingCode(rawValue: "bag.no-known-algorithm")
  /// The finding `bag.weak-algorithm`.
  public static let bagWeakAlgorithm = FindingCode(rawValue: "bag.weak-algorithm")
  /// The finding `bag.no-tag-manifest`.
  public static let bagNoTagManifest = FindingCode(rawValue: "bag.no-tag-manifest")
  /// The finding `bag.tag-unlisted`.
  public static let bagTagUnlisted = FindingCode(rawValue: "bag.tag-unlisted")
  /// The finding `bag.recommendation`.
  public static let bagRecommendation = FindingCode(rawValue: "bag.recommendation")
  /// The finding `entry.unreadable`.
  public static let entryUnreadable = FindingCode(rawValue: "entry.unreadable")
  /// The finding `entry.twin`.
  public static let entryTwin = FindingCode(rawValue: "entry.twin")
  /// The finding `entry.not-portable`.
  public static let entryNotPortable = FindingCode(rawValue: "entry.not-portable")
  /// The finding `entry.system-file`.
  public static let entrySystemFile = FindingCode(rawValue: "entry.system-file")
  /// The finding `archive.unsupported`.
  public static let archiveUnsupported = FindingCode(rawValue: "archive.unsupported")
  /// The finding `archive.foreign`.
  public static let archiveForeign = FindingCode(rawValue: "archive.foreign")
  /// The finding `archive.names-garbled`.
  public static let archiveNamesGarbled = FindingCode(rawValue: "archive.names-garbled")

  /// The codes of `verify` beyond those the contract fixes, in the order of their families.
  static let verifyAdditions: [FindingCode] = [
    .bagAlgorithmUnknown, .bagNoKnownAlgorithm, .bagWeakAlgorithm, .bagNoTagManifest,
    .bagTagUnlisted, .bagRecommendation, .entryUnreadable, .entryTwin, .entryNotPortable,
    .entrySystemFile, .archiveUnsupported, .archiveForeign, .archiveNamesGarbled,
  ]
}
