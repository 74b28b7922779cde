import DossierModel

/// The tag files of a bag that is being made, in the order in which they are written.
enum BagTagFiles {
  /// Makes them.
  ///
  /// - Parameters:
  ///   - request: what is packed.
  ///   - payload: the payload as it was packed.
  ///   - extra: the tag files that RFC 8493 does not name.
  /// - Returns: everything but bagit.txt, which stands first in the archive.
  static func make(
    _ request: PackRequest, payload: [PackedFile], extra: [TagFile]
  ) -> [TagFile] {
    let algorithms = request.algorithms.sorted()
    var files = [TagFile(path: "bag-info.txt", bytes: info(request, payload).bytes)]
    for algorithm in algorithms {
      let entries = payload.map {
        (path: BagPath($0.path), digest: $0.digests[algorithm] ?? [])
      }
      files.append(
        TagFile(path: ManifestWriter.name(algorithm), bytes: ManifestWriter.bytes(entries)))
    }
    files += extra
    let declaration = TagFile(path: BagDeclaration.fileName, bytes: BagDeclaration.current)
    let digests = ([declaration] + files).map {
      (path: BagPath($0.path), digests: DigestSet.of($0.bytes, request.algorithms))
    }
    for algorithm in algorithms {
      let entries = digests.map { (path: $0.path, digest: $0.digests[algorithm] ?? []) }
      files.append(
        TagFile(path: ManifestWriter.tagName(algorithm), bytes: ManifestWriter.bytes(entries)))
    }
    return files
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
