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
    var sketches = SketchTable(count: count)
    var twins = NameTwins()
    for number in 0..<count {
      sketches.add(name(number))
      if twins.folders.add(foldersOf: name(number)) { twins.noteTwin(number) }
    }
    sketches.close()
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
    let text = String(decoding: name, as: UTF8.self)
    // U+FF01 to U+FF5E are ASCII in the width of an ideograph; their first byte in UTF-8 is 0xEF.
    if !name.contains(0xef) { return text.uppercased().lowercased() }
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xff01...0xff5e).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xfee0)) : scalar)
    }
    return String(narrow).uppercased().lowercased()
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

/// Sketches of names and of the folders they lie in.
///
/// A sketch is a hash of a name's digits and signs. Letters are left out, since case changes them and
/// normalization takes them apart; so are the signs some other character is equivalent to, alone
/// or with a mark (; ` < = >). Names that meet have one sketch; the reverse need not hold.
private struct SketchTable {
  private var names: [UInt64] = []
  private var folders: Set<UInt64> = []
  private var lastParent: ArraySlice<UInt8> = []
  private var meeting: Set<UInt64> = []

  init(count: Int) { names.reserveCapacity(count) }

  /// More folders than an archive of files has; a hostile one must not fill the memory.
  private static let mostFolders = 1 << 20
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let isLeftOut: [Bool] = (0..<256).map { value in
    value >= 0x80 || (0x41...0x5a).contains(value) || (0x61...0x7a).contains(value)
      || ";`<=>".utf8.contains(UInt8(value))
  }

  mutating func add(_ name: ArraySlice<UInt8>) {
    let stem = name.last == UInt8(ascii: "/") ? name.dropLast() : name
    let parent = stem.lastIndex(of: UInt8(ascii: "/")).map { stem[..<$0] } ?? []
    let isNewParent = parent != lastParent
    if isNewParent { lastParent = parent }
    var hash = SketchTable.start
    var index = stem.startIndex
    while index < stem.endIndex {
      let (byte, width) = SketchTable.narrow(stem, index)
      index += width
      if width > 1 {
        if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        continue
      }
      if byte == UInt8(ascii: "/") && isNewParent && folders.count < SketchTable.mostFolders {
        folders.insert(hash)
      }
      if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    names.append(hash)
  }

  /// The byte at an index; for a letter or sign in the width of an ideograph the plain one.
  private static func narrow(
    _ stem: ArraySlice<UInt8>, _ index: Int
  ) -> (byte: UInt8, width: Int) {
    let byte = stem[index]
    guard byte == 0xef, index + 2 < stem.endIndex else { return (byte, 1) }
    let middle = UInt32(stem[index + 1] & 0x3f) << 6
    let value = 0xf000 | middle | UInt32(stem[index + 2] & 0x3f)
    return (0xff01...0xff5e).contains(value) ? (UInt8(value - 0xfee0), 3) : (byte, 1)
  }

  /// Finds the sketches that stand there twice, or for a name and for a folder of another.
  mutating func close() {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(names.count)
    for sketch in names {
      if !seen.insert(sketch).inserted || folders.contains(sketch) { meeting.insert(sketch) }
    }
  }

  var hasMeeting: Bool { !meeting.isEmpty }

  func nameMeets(_ number: Int) -> Bool { meeting.contains(names[number]) }
}
