/// The folders that names lie in, part by part: the work grows with the names and no faster.
struct FolderTree {
  /// Whether a file stands where a folder of a name must be.
  enum Conflict { case none, same, similar }

  /// More folders than an archive of files has; a hostile one must not fill the memory.
  private static let most = 1 << 17
  /// A path that is longer cannot be made on any system.
  private static let longest = 4096

  private struct Folder {
    var parent: Int
    /// The number of the folded spelling.
    var folded: Int
    var conflict = Conflict.none
  }
  private struct Child: Hashable {
    var parent: Int
    var name: NameKey
  }
  private struct FoldedChild: Hashable {
    var parent: Int
    var name: String
  }

  /// Every folder, the one at the top first: a parent stands before what lies in it.
  private var folders = [Folder(parent: 0, folded: 0)]
  private var children: [Child: Int] = [:]
  private var foldedChildren: [FoldedChild: Int] = [:]
  /// For each folded spelling the folder that had it first, and whether a file has it.
  private var firstOf = [0]
  private var isFile = [false]
  private var last: (path: ArraySlice<UInt8>, number: Int?) = ([], 0)

  /// Adds the folders of a name: those above it, and itself where it ends in a slash.
  ///
  /// - Returns: whether one of them, for the first time, differs from another only by case or
  ///   normalization.
  mutating func add(foldersOf name: ArraySlice<UInt8>) -> Bool {
    let path = name.lastIndex(of: UInt8(ascii: "/")).map { name[..<$0] } ?? []
    if path == last.path { return false }
    if path.isEmpty {
      last = ([], 0)
      return false
    }
    guard path.count <= FolderTree.longest, folders.count < FolderTree.most else {
      last = (path, nil)
      return false
    }
    var isTwin = false
    var number = 0
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let child = Child(parent: number, name: NameKey(part))
      if let known = children[child] {
        number = known
        continue
      }
      let (added, isSimilar) = addFolder(child, part)
      isTwin = isTwin || isSimilar
      number = added
    }
    last = (path, number)
    return isTwin
  }

  private mutating func addFolder(
    _ child: Child, _ part: ArraySlice<UInt8>
  ) -> (number: Int, isTwin: Bool) {
    let key = FoldedChild(parent: folders[child.parent].folded, name: NameTwins.fold(part))
    let number = folders.count
    children[child] = number
    guard let folded = foldedChildren[key] else {
      foldedChildren[key] = firstOf.count
      folders.append(Folder(parent: child.parent, folded: firstOf.count))
      firstOf.append(number)
      isFile.append(false)
      return (number, false)
    }
    folders.append(Folder(parent: child.parent, folded: folded))
    // Below a folder that is a twin already, everything is one.
    return (number, folders[firstOf[folded]].parent == child.parent)
  }

  /// Notes that a file has a name, which a folder may have too.
  mutating func markFile(_ name: ArraySlice<UInt8>) {
    guard let parent = number(of: FolderTree.parent(of: name)) else { return }
    let slash = name.lastIndex(of: UInt8(ascii: "/"))
    let part = slash.map { name[($0 + 1)...] } ?? name
    if let folder = children[Child(parent: parent, name: NameKey(part))] {
      folders[folder].conflict = .same
    }
    let key = FoldedChild(parent: folders[parent].folded, name: NameTwins.fold(part))
    if let folded = foldedChildren[key] { isFile[folded] = true }
  }

  /// Hands conflicts down to all that lies below them.
  ///
  /// - Returns: whether there are any.
  mutating func closeConflicts() -> Bool {
    var hasAny = false
    for number in folders.indices.dropFirst() {
      if folders[number].conflict == .none {
        let above = folders[folders[number].parent].conflict
        folders[number].conflict = isFile[folders[number].folded] ? .similar : above
      }
      hasAny = hasAny || folders[number].conflict != .none
    }
    return hasAny
  }

  /// Whether a file stands where the folder of a name, or one above it, must be.
  mutating func conflict(above name: ArraySlice<UInt8>) -> Conflict {
    let path = FolderTree.parent(of: name)
    if path != last.path { last = (path, number(of: path)) }
    return last.number.map { folders[$0].conflict } ?? .none
  }

  private func number(of path: ArraySlice<UInt8>) -> Int? {
    if path.isEmpty { return 0 }
    if path.count > FolderTree.longest { return nil }
    var number = 0
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let child = children[Child(parent: number, name: NameKey(part))] else { return nil }
      number = child
    }
    return number
  }

  /// The path above a name, without the slash.
  private static func parent(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let slash = UInt8(ascii: "/")
    let stem = name.last == slash ? name.dropLast() : name
    return stem.lastIndex(of: slash).map { stem[..<$0] } ?? []
  }
}
