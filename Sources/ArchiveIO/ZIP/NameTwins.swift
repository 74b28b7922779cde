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
    for number in 0..<count { sketches.add(name(number)) }
    sketches.close()
    guard sketches.hasMeeting else { return [] }
    var twins = NameTwins()
    for number in 0..<count where sketches.nameMeets(number) { twins.add(name(number), number) }
    for number in 0..<count where sketches.parentMeets(name(number)) {
      twins.checkParents(name(number), number)
    }
    return twins.found
  }

  private enum Kind { case file, folder }

  private var found: [Twin] = []
  /// Every name without the slash at its end, as it is.
  private var exact: [NameKey: Kind] = [:]
  /// The same, folded; `String` compares and hashes by canonical equivalence.
  private var folded: [String: Kind] = [:]
  private var judged: ArraySlice<UInt8> = []

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
    let key = NameTwins.fold(stem)
    if folded[key] != nil {
      found.append(Twin(kind: .risky, reason: "name-twin", number: number))
    } else {
      folded[key] = kind
    }
  }

  /// A file cannot stand where another entry's folder must be.
  private mutating func checkParents(_ name: ArraySlice<UInt8>, _ number: Int) {
    var end = name.last == UInt8(ascii: "/") ? name.endIndex - 1 : name.endIndex
    let parent = name[..<end].lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] }
    if let parent, parent == judged { return }
    while let slash = name[..<end].lastIndex(of: UInt8(ascii: "/")) {
      let ancestor = name[..<slash]
      if exact[NameKey(ancestor)] == .file {
        found.append(Twin(kind: .ambiguous, reason: "file-and-folder", number: number))
        return
      }
      if folded[NameTwins.fold(ancestor)] == .file {
        found.append(Twin(kind: .risky, reason: "file-and-folder-twin", number: number))
        return
      }
      end = slash
    }
    if let parent { judged = parent }
  }

  /// A key that is the same for names that differ by case only.
  private static func fold(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name, as: UTF8.self).uppercased().lowercased()
  }
}

/// The bytes of a name as a key, hashed in one go.
private struct NameKey: Hashable {
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
  private var folderMeets = false

  init(count: Int) { names.reserveCapacity(count) }

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
    for byte in stem {
      if byte == UInt8(ascii: "/") && isNewParent { folders.insert(hash) }
      if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    names.append(hash)
  }

  /// Finds the sketches that stand there twice, or for a name and for a folder of another.
  mutating func close() {
    var seen: Set<UInt64> = []
    seen.reserveCapacity(names.count)
    for sketch in names {
      let isFolder = folders.contains(sketch)
      folderMeets = folderMeets || isFolder
      if !seen.insert(sketch).inserted || isFolder { meeting.insert(sketch) }
    }
  }

  var hasMeeting: Bool { !meeting.isEmpty }

  func nameMeets(_ number: Int) -> Bool { meeting.contains(names[number]) }

  func parentMeets(_ name: ArraySlice<UInt8>) -> Bool {
    guard folderMeets else { return false }
    var hash = SketchTable.start
    for byte in name.dropLast() {
      if byte == UInt8(ascii: "/") && meeting.contains(hash) { return true }
      if !SketchTable.isLeftOut[Int(byte)] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return false
  }
}
