import DossierModel

/// The tag files of a bag that is being made, in the order in which they are written: bagit.txt, these
/// of the payload, those that RFC 8493 does not name, the tag manifests.
enum BagTagFiles {
  /// A tag file's path and checksums, for the tag manifests.
  typealias Digested = (path: String, digests: DigestSet)

  /// bagit.txt, which stands first in the archive.
  static let declaration = TagFile(path: BagDeclaration.fileName, bytes: BagDeclaration.current)

  /// Makes bag-info.txt and the payload manifests.
  ///
  /// - Parameters:
  ///   - request: what is packed.
  ///   - payload: the payload as it was packed.
  static func ofPayload(_ payload: [PackedFile], _ request: PackRequest) -> [TagFile] {
    let manifests = request.algorithms.sorted().map { algorithm in
      let entries = payload.map { (path: BagPath($0.path), digest: $0.digests[algorithm] ?? []) }
      return TagFile(
        path: ManifestWriter.name(algorithm), bytes: ManifestWriter.bytes(entries))
    }
    return [TagFile(path: "bag-info.txt", bytes: info(request, payload).bytes)] + manifests
  }

  /// Makes the tag manifests.
  ///
  /// - Parameters:
  ///   - files: every other tag file, digested.
  ///   - request: what is packed.
  static func manifests(of files: [Digested], _ request: PackRequest) -> [TagFile] {
    request.algorithms.sorted().map { algorithm in
      let entries = files.map { (path: BagPath($0.path), digest: $0.digests[algorithm] ?? []) }
      return TagFile(
        path: ManifestWriter.tagName(algorithm), bytes: ManifestWriter.bytes(entries))
    }
  }

  private static func info(_ request: PackRequest, _ payload: [PackedFile]) -> BagInfo {
    let bytes = payload.reduce(UInt64(0)) { $0 + $1.size }
    let oxum = PayloadOxum(bytes: bytes, files: payload.count)
    return BagInfo(
      request.info + [
        BagInfo.Element("Bagging-Date", request.date.iso),
        BagInfo.Element("Payload-Oxum", "\(oxum)"),
        BagInfo.Element("Bag-Software-Agent", request.softwareAgent),
      ])
  }
}
