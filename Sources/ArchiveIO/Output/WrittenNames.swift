/// The names an archive has been given, so that none of them can be read in two ways.
struct WrittenNames {
  /// `String` compares by canonical equivalence: NFC and NFD of a name are one.
  private var names: Set<String> = []

  /// Admits a name.
  ///
  /// - Throws: `ArchiveError.write` where it is empty, unsafe, too long, or equal to an earlier one
  ///   but for normalization.
  mutating func admit(_ name: String, to path: String) throws(ArchiveError) {
    let bytes = Array(name.utf8)
    let problem = EntryName.problems(of: bytes[...], isFolder: false).first { $0.kind != .risky }
    var detail = problem?.reason
    if bytes.count > 0xffff { detail = "name-long-part" }
    if detail == nil, !names.insert(name).inserted { detail = "name-twice" }
    if let detail {
      throw ArchiveError(.write, path: path, entry: EntryName.escaped(bytes), detail: detail)
    }
  }
}
