/// What the folders and the name of one file say about its place.
struct PathReading: Sendable {
  /// The item whose folder it stands in, with the folder's name.
  var itemFolder: (item: String, folder: String)?
  /// The folder that puts it among the evidence, or into a criterion.
  var evidenceFolder: String?
  /// The criteria its folders and its name give.
  var criteria: [String] = []
  /// The words of its name that gave the criteria, where the name alone did.
  var nameGaveCriteria = false
  /// The evidence code in its name.
  var evidenceCode: String?

  /// Whether it stands among the evidence.
  var isEvidence: Bool { evidenceFolder != nil || !criteria.isEmpty }
  /// Whether nothing but the number of a criterion makes it evidence: a paper about the criterion
  /// bears it too.
  var isByNumberAlone: Bool { isEvidence && evidenceFolder == nil && evidenceCode == nil }
}

/// Reads paths by the words of a profile.
struct PathReader: Sendable {
  private let items: [(id: String, words: WordSet)]
  private let evidence: (id: String, words: WordSet)?
  private let codes: CriterionCodes
  private let evidenceCodes: EvidenceCodeReader
  private let criteria: Set<String>
  private let isOpen: Bool

  init(profile: Profile) {
    func words(_ item: DossierItem) -> WordSet {
      WordSet(item.nameWords + item.titleWords + [Self.unnumbered(item.folder)])
    }
    items = profile.items.filter { $0.kind == .document }.map { ($0.id, words($0)) }
    evidence = profile.evidenceItem.map { ($0.id, words($0)) }
    codes = CriterionCodes(profile: profile)
    evidenceCodes = EvidenceCodeReader(profile: profile)
    criteria = Set(profile.allCriteria.map(\.code))
    isOpen = profile.hasOpenCriteria
  }

  /// A folder that was read.
  struct Folder: Sendable {
    fileprivate var path: String
    fileprivate var reading: FolderReading
  }

  /// What the folders above a file say, for all files in the last of them.
  fileprivate struct FolderReading: Sendable {
    fileprivate var reading = PathReading()
    fileprivate var context = CriterionCodes.Context(code: nil, isEvidence: false, isFolder: true)
    fileprivate var codes: [String] = []
  }

  /// Reads paths; those of one folder should follow one another, as the folder is then read once.
  ///
  /// - Parameter paths: paths relative to the dossier's root.
  func read(_ paths: [String]) -> [PathReading] {
    var last: Folder?
    return paths.map { read($0, after: &last) }
  }

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - path: the path relative to the dossier's root.
  ///   - last: the folder of the path before, which is not read again; then that of this one.
  func read(_ path: String, after last: inout Folder?) -> PathReading {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let folder = path[..<end]
    let name = String(path[end...].drop { $0 == "/" })
    if let last, last.path.utf8.elementsEqual(folder.utf8) { return read(name, in: last.reading) }
    let reading = self.folder(folder)
    last = Folder(path: String(folder), reading: reading)
    return read(name, in: reading)
  }

  private func folder(_ path: Substring) -> FolderReading {
    var state = FolderReading()
    for folder in String(path).pathParts {
      readFolder(folder, &state.context, &state.reading, &state.codes)
    }
    return state
  }

  private func read(_ name: String, in folder: FolderReading) -> PathReading {
    var reading = folder.reading
    var context = folder.context
    let folderCodes = folder.codes
    context.isFolder = false
    let stem = FileName.stem(name)
    let own = codes.codes(in: stem, context: context)
    let coded = evidenceCodes.codes(in: name).filter { isOpen || criteria.contains($0.criterion) }
    reading.evidenceCode = coded.first?.code
    let nameCodes = own.codes + coded.map(\.criterion)
    merge(folderCodes, nameCodes, into: &reading)
    // "Biên bản … tiêu chí 1" in a folder of its own item is no evidence.
    if reading.itemFolder != nil, reading.evidenceFolder == nil { reading.criteria = [] }
    return reading
  }

  private func readFolder(
    _ folder: String, _ context: inout CriterionCodes.Context, _ reading: inout PathReading,
    _ folderCodes: inout [String]
  ) {
    let slug = SlugText(folder)
    let evidenceMatch = evidence?.words.longestMatch(in: slug, text: folder)
    let found = codes.codes(in: folder, context: context)
    let coded = evidenceCodes.codes(in: folder)
    let given = found.codes + coded.map(\.criterion)
    if !given.isEmpty {
      // Inside a criterion, a further folder may only narrow it.
      let isNarrower = folderCodes.isEmpty || given.allSatisfy { isBelow($0, folderCodes) }
      if isNarrower {
        folderCodes = given
        context.code = given.count == 1 ? given[0] : nil
      }
      context.isEvidence = true
      reading.evidenceFolder = folder
      if isNarrower { reading.itemFolder = nil }
      return
    }
    if evidenceMatch != nil, bestItem(slug, folder, longerThan: evidenceMatch?.words ?? 0) == nil {
      context.isEvidence = true
      reading.evidenceFolder = reading.evidenceFolder ?? folder
      reading.itemFolder = nil
      return
    }
    guard !context.isEvidence, let item = bestItem(slug, folder, longerThan: 0) else { return }
    reading.itemFolder = (item, folder)
  }

  private func isBelow(_ code: String, _ above: [String]) -> Bool {
    var current: String? = code
    while let step = current {
      if above.contains(step) { return true }
      current = codes.table.parent(of: step)
    }
    return false
  }

  /// The item whose words fill most of a folder's name; nothing where two do equally.
  private func bestItem(_ slug: SlugText, _ folder: String, longerThan least: Int) -> String? {
    var best: (id: String, words: Int)?
    var isTied = false
    for item in items {
      guard let match = item.words.longestMatch(in: slug, text: folder), match.words > least else {
        continue
      }
      if let current = best, current.words >= match.words {
        isTied = isTied || current.words == match.words
      } else {
        best = (item.id, match.words)
        isTied = false
      }
    }
    return isTied ? nil : best?.id
  }

  private func merge(
    _ folderCodes: [String], _ nameCodes: [String], into reading: inout PathReading
  ) {
    if folderCodes.isEmpty {
      reading.criteria = nameCodes
      reading.nameGaveCriteria = !nameCodes.isEmpty
    } else if nameCodes.isEmpty {
      reading.criteria = folderCodes
    } else {
      // The name narrows a group's folder, and adds to a criterion's where it repeats it.
      let isNarrowing = nameCodes.allSatisfy { isBelow($0, folderCodes) }
      let isAdding = folderCodes.contains { nameCodes.contains($0) }
      reading.criteria = isNarrowing || isAdding ? nameCodes : folderCodes
      if isAdding, !isNarrowing { reading.criteria += folderCodes }
    }
    var seen: Set<String> = []
    reading.criteria = reading.criteria.filter { seen.insert($0).inserted }
  }

  /// A folder name without the number before it.
  static func unnumbered(_ folder: String) -> String {
    String(folder.drop { !$0.isLetter })
  }
}

/// The parts of a file's name.
enum FileName {
  /// The name without its extensions of up to five letters ("a.pdf.pdf" gives "a").
  static func stem(_ name: String) -> String {
    var rest = name[...]
    while let dot = rest.utf8.lastIndex(of: UInt8(ascii: ".")), dot > rest.startIndex {
      let tail = rest.utf8[rest.utf8.index(after: dot)...]
      let isExtension =
        (1...5).contains(tail.count)
        && tail.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
        && tail.contains { (0x61...0x7A).contains($0 | 0x20) } && tail.count > 1
      guard isExtension else { break }
      rest = rest[..<dot]
    }
    return String(rest)
  }

  /// The extension in small letters, or an empty text.
  static func fileExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
