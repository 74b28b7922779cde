public import ArchiveIO
import Glibc

extension DossierError {
  /// What a container error means for whoever asked for the job.
  ///
  /// - Parameters:
  ///   - error: the error.
  ///   - path: the path as it was given, where the error knows another.
  public init(_ error: ArchiveError, path: String? = nil) {
    let place = path ?? error.path
    switch (error.code, error.errno) {
    case (_, ENOENT): self.init(.noSuchFile, path: place, detail: error.detail)
    case (_, ENOTDIR): self.init(.notAFolder, path: place, detail: error.detail)
    case (_, EACCES), (_, EPERM), (_, EROFS):
      self.init(.noRights, path: place, detail: error.detail)
    case (_, ENOSPC), (_, EDQUOT): self.init(.noSpace, path: place, detail: error.detail)
    case (_, EEXIST): self.init(.exists, path: place, detail: error.detail)
    case (.write, _): self.init(.unwritable, path: place, detail: error.detail)
    case (.notAnArchive, _): self.init(.notAnArchive, path: place, detail: error.detail)
    case (.io, nil): self.init(.notAFile, path: place, detail: error.detail)
    case (.io, _): self.init(.unreadable, path: place, detail: error.detail)
    case (.unsupported, _) where error.detail == "encrypted":
      self.init(.encryptedArchive, path: place, detail: error.detail)
    default: self.init(.damaged, path: place, detail: error.detail)
    }
  }
}
