/// A checksum algorithm, by the name that RFC 8493 §2.4 gives manifests of it.
public enum DigestAlgorithm: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case md5
  case sha1
  case sha224
  case sha256
  case sha384
  case sha512

  /// The number of bytes of a checksum.
  public var byteCount: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Whether two different files of one checksum can be made on purpose.
  public var isWeak: Bool { self == .md5 || self == .sha1 }

  /// Orders from weak to strong.
  public static func < (left: DigestAlgorithm, right: DigestAlgorithm) -> Bool {
    left.byteCount < right.byteCount
  }
}
