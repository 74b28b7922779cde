/// The percent-encoding of paths in manifests and fetch.txt: CR, LF and "%", and only those.
///
/// RFC 8493 §2.1.3.
public enum PercentCoding {
  /// Encodes a path for a manifest line.
  public static func encoded(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x25 }) else { return path }
    return path.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array("%0A".utf8)
      case 0x0D: Array("%0D".utf8)
      case 0x25: Array("%25".utf8)
      default: [byte]
      }
    }
  }

  /// Decodes the three sequences and leaves everything else.
  ///
  /// - Returns: the path, and whether no other percent sign stood in it.
  public static func decoded(_ path: some Collection<UInt8>) -> (path: [UInt8], isStrict: Bool) {
    let bytes = Array(path)
    guard bytes.contains(0x25) else { return (bytes, true) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isStrict = true
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x25 else {
        result.append(byte)
        position += 1
        continue
      }
      if position + 2 < bytes.count, let value = sequence(bytes[position + 1], bytes[position + 2])
      {
        result.append(value)
        position += 3
      } else {
        isStrict = false
        result.append(byte)
        position += 1
      }
    }
    return (result, isStrict)
  }

  private static func sequence(_ high: UInt8, _ low: UInt8) -> UInt8? {
    switch (high, low) {
    case (0x30, 0x41), (0x30, 0x61): 0x0A
    case (0x30, 0x44), (0x30, 0x64): 0x0D
    case (0x32, 0x35): 0x25
    default: nil
    }
  }
}

/// The path that a line of a manifest or of fetch.txt names, as the bag's version writes it.
struct CodedPath {
  /// What the name means: decoded from 1.0 on, as it stands before.
  let path: [UInt8]
  /// Its other reading, where one must allow for it; from 1.0 on a name means what its percent signs
  /// encode, and nothing else.
  let other: [UInt8]?
  /// Whether no percent sign stands in it that encodes nothing.
  let isStrict: Bool
  /// What makes it unsafe, read either way.
  let fault: PathFault?

  /// Reads a name.
  init(_ name: some Collection<UInt8>, in version: BagVersion) {
    let raw = Array(name)
    let coded = PercentCoding.decoded(raw)
    let isDecoded = version >= .one
    isStrict = coded.isStrict
    path = isDecoded ? coded.path : raw
    fault = PathFault.of(path) ?? PathFault.of(coded.path)
    let reading = isDecoded ? raw : coded.path
    other = reading == path || isDecoded && isStrict ? nil : reading
  }
}
