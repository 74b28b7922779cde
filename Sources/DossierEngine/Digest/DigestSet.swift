public import ArchiveIO

/// The checksums of one stretch of bytes.
///
/// The usual one is held in place, so that a set of it costs no memory of its own.
public struct DigestSet: Sendable, Hashable {
  /// The number of bytes.
  public var size: UInt64
  private var sha256: SHA256Value?
  private var others: [DigestAlgorithm: [UInt8]]

  /// Makes a set of the usual checksum alone.
  public init(size: UInt64, sha256: SHA256Value) {
    self.size = size
    self.sha256 = sha256
    others = [:]
  }

  /// Makes a set.
  public init(size: UInt64, values: [DigestAlgorithm: [UInt8]]) {
    self.size = size
    others = values
    sha256 = others.removeValue(forKey: .sha256).flatMap { SHA256Value($0) }
  }

  /// The algorithms of the checksums.
  public var algorithms: Set<DigestAlgorithm> {
    sha256 == nil ? Set(others.keys) : Set(others.keys).union([.sha256])
  }

  /// The checksum of an algorithm, or nothing where it was not computed.
  public subscript(algorithm: DigestAlgorithm) -> [UInt8]? {
    algorithm == .sha256 ? sha256?.bytes : others[algorithm]
  }

  /// Whether the checksum of an algorithm is this one; nothing where it was not computed.
  public func matches(_ algorithm: DigestAlgorithm, _ digest: [UInt8]) -> Bool? {
    if algorithm == .sha256 { return sha256?.isEqual(to: digest) }
    return others[algorithm].map { $0 == digest }
  }

  /// The checksum in lowercase hex.
  public func hex(_ algorithm: DigestAlgorithm) -> String? {
    self[algorithm].map(HexDigits.text)
  }
}
