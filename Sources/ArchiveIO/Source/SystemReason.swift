import Glibc

/// What the system says when it refuses, in a word for which the catalogue has a sentence.
public enum SystemReason {
  private static let words: [Int32: String] = [
    EACCES: "no-rights", EPERM: "no-rights", EROFS: "read-only", ENOSPC: "no-space",
    EDQUOT: "no-space", EISDIR: "is-a-folder", ENOTDIR: "not-a-folder", ENOTEMPTY: "is-a-folder",
    ENOENT: "nothing-there", EEXIST: "occupied", ENAMETOOLONG: "name-too-long", EIO: "disk-fault",
    ELOOP: "link", EBUSY: "in-use", ETXTBSY: "in-use", EMFILE: "too-many-open",
    ENFILE: "too-many-open", EFBIG: "too-large", EPIPE: "closed", EBADF: "closed",
    ENOMEM: "memory", EINVAL: "refused",
  ]

  /// The word for an error number; the system's own words where there is none.
  public static func word(_ number: Int32) -> String {
    if let word = words[number] { return word }
    return unsafe strerror(number).map { unsafe String(cString: $0) } ?? "\(number)"
  }
}
