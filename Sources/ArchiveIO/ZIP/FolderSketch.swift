/// Tells at little cost that no two folders of an archive meet, as none do in nearly every document.
enum FolderSketch {
  /// With more folders than a document has, they are compared as a tree.
  private static let most = 24

  /// Whether two different folders of names of ASCII may be one but for case.
  ///
  /// What this denies is certain; nothing is hashed, so that no names can be made to deceive it.
  ///
  /// - Parameters:
  ///   - count: the number of names.
  ///   - name: the bytes of each, all ASCII.
  static func mayMeet(count: Int, name: (Int) -> ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    var folders: [ArraySlice<UInt8>] = []
    var last: ArraySlice<UInt8> = []
    for number in 0..<count {
      let name = name(number)
      guard let end = name.lastIndex(of: slash), name[..<end] != last else { continue }
      last = name[..<end]
      for index in last.indices where last[index] == slash { add(last[..<index], to: &folders) }
      add(last, to: &folders)
      if folders.count > most { return true }
    }
    for (index, folder) in folders.enumerated() {
      for other in folders[..<index] where folder.count == other.count {
        if zip(folder, other).allSatisfy({ lowered($0) == lowered($1) }) { return true }
      }
    }
    return false
  }

  private static func add(_ folder: ArraySlice<UInt8>, to folders: inout [ArraySlice<UInt8>]) {
    if !folders.contains(folder) { folders.append(folder) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
