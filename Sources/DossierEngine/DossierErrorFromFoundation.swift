import ArchiveIO
import Foundation

extension DossierError {
  /// What an error of Foundation's file calls means for whoever asked for the job.
  public init(foundation error: any Error, path: String) {
    let detail = Self.reason(error)
    let cocoa = error as NSError
    switch CocoaError.Code(rawValue: cocoa.code) {
    case .fileNoSuchFile, .fileReadNoSuchFile: self.init(.noSuchFile, path: path, detail: detail)
    case .fileReadNoPermission, .fileWriteNoPermission, .fileWriteVolumeReadOnly:
      self.init(.noRights, path: path, detail: detail)
    case .fileWriteOutOfSpace: self.init(.noSpace, path: path, detail: detail)
    case .fileWriteFileExists: self.init(.exists, path: path, detail: detail)
    case .fileReadUnknown, .fileReadCorruptFile, .fileReadInvalidFileName, .fileReadTooLarge,
      .fileReadUnsupportedScheme:
      self.init(
        FileStatus.isFolder(path) ? .notAFile : .unreadable, path: path, detail: detail)
    case _ where FileStatus.isFolder(path):
      self.init(.unwritable, path: path, detail: "is-a-folder")
    default: self.init(.unwritable, path: path, detail: detail)
    }
  }

  /// Why Foundation could not do something, in a word of the catalogue where there is one.
  public static func reason(_ error: any Error) -> String {
    var current: NSError? = error as NSError
    while let next = current {
      if next.domain == NSPOSIXErrorDomain { return SystemReason.word(Int32(clamping: next.code)) }
      current = next.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    let cocoa = error as NSError
    switch CocoaError.Code(rawValue: cocoa.code) {
    case .fileWriteOutOfSpace: return SystemReason.word(ENOSPC)
    case .fileReadNoPermission, .fileWriteNoPermission: return SystemReason.word(EACCES)
    default: return cocoa.localizedDescription
    }
  }
}
