/// Writes manifests in the form of RFC 8493 §2.1.3, which coreutils check as well.
enum ManifestWriter {
  /// The text of a manifest: checksum, two spaces, path, LF; by the bytes of the paths.
  static func bytes(_ entries: [(path: BagPath, digest: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    for entry in entries.sorted(by: { $0.path < $1.path }) {
      result += HexDigits.text(entry.digest).utf8
      result += [0x20, 0x20]
      result += PercentCoding.encoded(entry.path.bytes)
      result.append(0x0A)
    }
    return result
  }

  /// The name of a payload manifest.
  static func name(_ algorithm: DigestAlgorithm) -> String { "manifest-\(algorithm.rawValue).txt" }

  /// The name of a tag manifest.
  static func tagName(_ algorithm: DigestAlgorithm) -> String { "tag" + name(algorithm) }
}
