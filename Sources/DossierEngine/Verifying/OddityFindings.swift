import ArchiveIO
import DossierModel

/// Turns what the container layer saw into findings.
enum OddityFindings {
  /// The finding for an oddity; its reason is the variant.
  static func finding(_ oddity: ContainerOddity) -> Finding {
    var arguments: [String: FindingArgument] = ["reason": .text(oddity.reason)]
    if let offset = oddity.offset { arguments["offset"] = .count(Int(clamping: offset)) }
    if let entry = oddity.entry { arguments["path"] = .text(entry) }
    return Finding(
      code(oddity), path: oddity.entry, variant: oddity.reason, arguments: arguments)
  }

  private static func code(_ oddity: ContainerOddity) -> FindingCode {
    switch oddity.kind {
    case .ambiguous: .archiveAmbiguous
    case .damaged: .archiveDamaged
    case .truncated: .archiveTruncated
    case .bomb: .archiveBomb
    case .unsafePath: .entryUnsafePath
    case .duplicate: .entryDuplicate
    case .link: .entryLink
    case .encrypted: .entryEncrypted
    case .unsupported: .archiveUnsupported
    case .risky:
      if oddity.reason.contains("twin") {
        .entryTwin
      } else if oddity.reason.hasPrefix("name-") {
        .entryNotPortable
      } else {
        .archiveForeign
      }
    }
  }

  /// The finding for an error that says something of the archive, or nothing where it only says
  /// that nobody could look.
  static func finding(_ error: ArchiveError) -> Finding? {
    var arguments: [String: FindingArgument] = [
      "reason": .text(error.detail), "detail": .text(error.detail),
    ]
    if let entry = error.entry { arguments["path"] = .text(entry) }
    let code: FindingCode
    var variant: String?
    switch error.code {
    case .io, .write: return nil
    case .notAnArchive:
      code = .bagNotABag
      variant = "format"
    case .truncated: code = .archiveTruncated
    case .damaged: code = .archiveDamaged
    case .corruptEntry:
      code = .entryAltered
      variant = "data"
    case .limit: code = .archiveBomb
    case .unsupported: code = .archiveUnsupported
    }
    return Finding(code, path: error.entry, variant: variant, arguments: arguments)
  }
}
