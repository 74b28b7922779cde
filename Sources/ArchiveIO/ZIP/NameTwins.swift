/// Names that meet: equal, equal but for case or normalization, or a file where a folder must be.
struct NameTwins {
  /// One name that meets an earlier one.
  struct Twin {
    var kind: ContainerOddity.Kind
    var reason: String
    var number: Int
  }

  /// Finds all names that meet another.
  ///
  /// - Parameters:
  ///   - count: the number of names.
  ///   - name: the bytes of each; a slash at the end marks a folder.
  static func find(count: Int, name: (Int) -> ArraySlice<UInt8>) -> [Twin] {
    guard count > 1 else { return [] }
    var twins = NameTwins(count: count)
    for number in 0..<count { twins.add(name(number), number) }
    for number in 0..<count { twins.checkParents(name(number), number) }
    return twins.found
  }

  private enum Kind { case file, folder }

  private var found: [Twin] = []
  /// Every name without the slash at its end, as it is.
  private var exact: [ArraySlice<UInt8>: Kind] = [:]
  /// The same, folded; `String` compares and hashes by canonical equivalence.
  private var folded: [String: Kind] = [:]
  private var judged: ArraySlice<UInt8> = []

  private init(count: Int) {
    exact.reserveCapacity(count)
    folded.reserveCapacity(count)
  }

  private mutating func add(_ name: ArraySlice<UInt8>, _ number: Int) {
    let isFolder = name.last == UInt8(ascii: "/")
    let stem = isFolder ? name.dropLast() : name
    let kind: Kind = isFolder ? .folder : .file
    if let other = exact[stem] {
      let isSame = other == kind
      found.append(
        Twin(
          kind: isSame ? .duplicate : .ambiguous,
          reason: isSame ? "name-twice" : "file-and-folder", number: number))
      return
    }
    exact[stem] = kind
    let key = NameTwins.fold(stem)
    if folded[key] != nil {
      found.append(Twin(kind: .risky, reason: "name-twin", number: number))
    } else {
      folded[key] = kind
    }
  }

  /// A file cannot stand where another entry's folder must be.
  private mutating func checkParents(_ name: ArraySlice<UInt8>, _ number: Int) {
    var end = name.endIndex
    if name.last == UInt8(ascii: "/") { end -= 1 }
    while let slash = name[name.startIndex..<end].lastIndex(of: UInt8(ascii: "/")) {
      let parent = name[name.startIndex..<slash]
      if parent == judged { return }
      if exact[parent] == .file {
        found.append(Twin(kind: .ambiguous, reason: "file-and-folder", number: number))
        return
      }
      if folded[NameTwins.fold(parent)] == .file {
        found.append(Twin(kind: .risky, reason: "file-and-folder-twin", number: number))
        return
      }
      end = slash
      if slash == name.startIndex { break }
    }
    if let slash = name.dropLast().lastIndex(of: UInt8(ascii: "/")) {
      judged = name[name.startIndex..<slash]
    }
  }

  /// A key that is the same for names that differ by case only.
  private static func fold(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name, as: UTF8.self).uppercased().lowercased()
  }
}
