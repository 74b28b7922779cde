import Crypto

/// Computes several checksums in one pass over bytes that come in chunks.
///
/// SHA-256 and SHA-512 come from swift-crypto, which uses the processor's SHA instructions; MD5 and
/// SHA-1 only serve to verify old bags.
public struct DigestRun {
  private var md5: Insecure.MD5?
  private var sha1: Insecure.SHA1?
  private var sha224: SHA224?
  private var sha256: SHA256?
  private var sha384: SHA384?
  private var sha512: SHA512?
  private var count: UInt64 = 0

  /// Begins a run.
  public init(_ algorithms: Set<DigestAlgorithm>) {
    for algorithm in algorithms {
      switch algorithm {
      case .md5: md5 = Insecure.MD5()
      case .sha1: sha1 = Insecure.SHA1()
      case .sha224: sha224 = SHA224()
      case .sha256: sha256 = SHA256()
      case .sha384: sha384 = SHA384()
      case .sha512: sha512 = SHA512()
      }
    }
  }

  /// Takes a chunk.
  public mutating func update(_ chunk: borrowing RawSpan) {
    // The pointer does not leave this call, and every function below only reads through it.
    unsafe chunk.withUnsafeBytes { unsafe update($0) }
  }

  /// Takes a chunk.
  public mutating func update(_ chunk: [UInt8]) {
    unsafe chunk.withUnsafeBytes { unsafe update($0) }
  }

  /// Takes a chunk lent by a reader; the pointer is not kept.
  public mutating func update(_ chunk: UnsafeRawBufferPointer) {
    count += UInt64(chunk.count)
    unsafe md5?.update(bufferPointer: chunk)
    unsafe sha1?.update(bufferPointer: chunk)
    unsafe sha224?.update(chunk)
    unsafe sha256?.update(bufferPointer: chunk)
    unsafe sha384?.update(bufferPointer: chunk)
    unsafe sha512?.update(bufferPointer: chunk)
  }

  /// The checksums of all bytes taken.
  public func finalized() -> DigestSet {
    var values: [DigestAlgorithm: [UInt8]] = [:]
    if let sha256 { values[.sha256] = Array(sha256.finalize()) }
    if let sha512 { values[.sha512] = Array(sha512.finalize()) }
    if let sha384 { values[.sha384] = Array(sha384.finalize()) }
    if let sha224 { values[.sha224] = sha224.finalized() }
    if let sha1 { values[.sha1] = Array(sha1.finalize()) }
    if let md5 { values[.md5] = Array(md5.finalize()) }
    return DigestSet(size: count, values: values)
  }
}

extension DigestSet {
  /// The checksums of bytes in memory.
  public static func of(_ bytes: [UInt8], _ algorithms: Set<DigestAlgorithm>) -> DigestSet {
    var run = DigestRun(algorithms)
    run.update(bytes)
    return run.finalized()
  }
}
