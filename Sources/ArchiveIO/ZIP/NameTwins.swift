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
  /// Folding a name costs more than all else that is done with it. So names are first told apart by
  /// a sketch that case and normalization cannot change; only those whose sketches meet are folded.
  ///
  /// - Parameters:
  ///   - count: the number of names.
  ///   - name: the bytes of each; a slash at the end marks a folder.
  static func find(count: Int, name: (Int) -> ArraySlice<UInt8>) -> [Twin] {
    guard count > 1 else { return [] }
    let isASCII = (0..<count).allSatisfy { EntryName.isASCII(name($0)) }
    var sketches = SketchTable(count: count, isASCII: isASCII)
    var twins = NameTwins()
    for number in 0..<count { sketches.add(name(number)) }
    sketches.close()
    let foldersMayMeet = !isASCII || FolderSketch.mayMeet(count: count, name: name)
    guard sketches.hasMeeting || foldersMayMeet else { return [] }
    for number in 0..<count where twins.folders.add(foldersOf: name(number)) {
      twins.noteTwin(number)
    }
    guard sketches.hasMeeting else { return twins.found }
    for number in 0..<count where sketches.nameMeets(number) { twins.add(name(number), number) }
    guard twins.folders.closeConflicts() else { return twins.found }
    for number in 0..<count { twins.checkFolder(name(number), number) }
    return twins.found
  }

  private enum Kind { case file, folder }

  private var found: [Twin] = []
  private var twins: Set<Int> = []
  /// Every name without the slash at its end, as it is.
  private var exact: [NameKey: Kind] = [:]
  /// The same, folded; `String` compares and hashes by canonical equivalence.
  private var folded: [String: Kind] = [:]
  private var folders = FolderTree()

  private mutating func add(_ name: ArraySlice<UInt8>, _ number: Int) {
    let isFolder = name.last == UInt8(ascii: "/")
    let stem = isFolder ? name.dropLast() : name
    let kind: Kind = isFolder ? .folder : .file
    if let other = exact[NameKey(stem)] {
      let isSame = other == kind
      found.append(
        Twin(
          kind: isSame ? .duplicate : .ambiguous,
          reason: isSame ? "name-twice" : "file-and-folder", number: number))
      return
    }
    exact[NameKey(stem)] = kind
    if !isFolder { folders.markFile(stem) }
    let key = NameTwins.fold(stem)
    if folded[key] != nil { noteTwin(number) } else { folded[key] = kind }
  }

  /// Says of a name once that it differs from another by its spelling only.
  private mutating func noteTwin(_ number: Int) {
    guard twins.insert(number).inserted else { return }
    found.append(Twin(kind: .risky, reason: "name-twin", number: number))
  }

  /// A file cannot stand where another entry's folder must be.
  private mutating func checkFolder(_ name: ArraySlice<UInt8>, _ number: Int) {
    switch folders.conflict(above: name) {
    case .none: break
    case .same: found.append(Twin(kind: .ambiguous, reason: "file-and-folder", number: number))
    case .similar:
      found.append(Twin(kind: .risky, reason: "file-and-folder-twin", number: number))
    }
  }

  /// A key that is the same for names that differ by case only, or by the width of their letters.
  static func fold(_ name: ArraySlice<UInt8>) -> String {
    if EntryName.isASCII(name) {
      return String(
        decoding: name.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    let text = String(decoding: name, as: UTF8.self)
    // U+FF01 to U+FF5E are ASCII in the width of an ideograph; their first byte in UTF-8 is 0xEF.
    if !name.contains(0xef) { return foldCase(text) }
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xff01...0xff5e).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xfee0)) : scalar)
    }
    return foldCase(String(narrow))
  }

  /// The capital ẞ has no capitals of its own: only its small letter becomes SS.
  private static func foldCase(_ text: String) -> String {
    text.lowercased().uppercased().lowercased()
  }
}

/// The bytes of a name as a key, hashed in one go.
struct NameKey: Hashable {
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
