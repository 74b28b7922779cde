extension TarWalk {
  /// What a header's fixed fields say.
  struct Fields {
    var type: UInt8
    var size: UInt64
    var name: [UInt8]
    var link: [UInt8]
    var isGNU: Bool
    var hasMagic: Bool
    var hasPrefix: Bool
    /// Whether the name field has no room for a NUL.
    var fillsField: Bool
  }

  /// Reads one header and what belongs to it.
  ///
  /// - Returns: whether the walk can go on.
  mutating func readHeader<Visitor: TarVisitor>(
    _ block: ArraySlice<UInt8>, at offset: UInt64, _ visitor: inout Visitor
  ) throws -> Bool {
    guard let fields = readFields(block, at: offset) else { return false }
    switch fields.type {
    case UInt8(ascii: "x"), UInt8(ascii: "g"):
      return try readPax(fields, isGlobal: fields.type == UInt8(ascii: "g"), at: offset)
    case UInt8(ascii: "L"), UInt8(ascii: "K"):
      return try readGNULongName(fields, at: offset)
    default:
      return try readEntry(fields, at: offset, &visitor)
    }
  }

  // MARK: Extended headers

  private mutating func readPax(
    _ fields: Fields, isGlobal: Bool, at offset: UInt64
  ) throws -> Bool {
    guard let area = try readArea(fields.size, at: offset) else { return false }
    let records = PaxRecords(area, isGlobal: isGlobal)
    for problem in records.problems { oddities.note(problem.kind, problem.reason, offset: offset) }
    if !isGlobal && (pending.longName != nil || pending.longLink != nil) {
      oddities.note(.ambiguous, "extended-header-mixed", offset: offset)
    }
    if pending.pax != nil {
      let reason = isGlobal ? "global-header-after-local" : "extended-header-twice"
      oddities.note(.ambiguous, reason, offset: offset)
    } else if isGlobal && pending.isAny {
      oddities.note(.ambiguous, "global-header-after-local", offset: offset)
    }
    if isGlobal { pending.isGlobal = true } else { pending.pax = records }
    return true
  }

  private mutating func readGNULongName(_ fields: Fields, at offset: UInt64) throws -> Bool {
    guard let area = try readArea(fields.size, at: offset) else { return false }
    let isName = fields.type == UInt8(ascii: "L")
    if !fields.isGNU { oddities.note(.ambiguous, "gnu-record-in-posix-tar", offset: offset) }
    let value = area.prefix { $0 != 0 }
    if value.count + 1 < area.count { oddities.note(.ambiguous, "long-name-nul", offset: offset) }
    if pending.pax != nil {
      // Whether the pax header is of this record or of the entry, readers see differently.
      oddities.note(.ambiguous, "extended-header-mixed", offset: offset)
    }
    if (isName ? pending.longName : pending.longLink) != nil {
      oddities.note(.ambiguous, "extended-header-twice", offset: offset)
    }
    if isName { pending.longName = Array(value) } else { pending.longLink = Array(value) }
    return true
  }

  // MARK: Entries

  private mutating func readEntry<Visitor: TarVisitor>(
    _ fields: Fields, at offset: UInt64, _ visitor: inout Visitor
  ) throws -> Bool {
    var entry = TarEntry(
      rawName: fields.name, kind: TarWalk.kind(of: fields.type), size: fields.size,
      linkTarget: fields.link, headerOffset: offset, dataOffset: position)
    if !fields.hasMagic && fields.type == 0 && entry.rawName.last == 0x2f {
      // Before POSIX, a slash at the end was the only mark of a folder.
      entry.kind = .folder
    }
    let judge = applyPending(to: &entry, fields, at: offset)
    if fields.fillsField && !judge.isOverridden { note(.risky, "name-fills-field", entry) }
    pending = TarPending()
    entryCount += 1
    names.add(entry)
    judgeKind(entry, fields, at: offset)
    for problem in judge.problems(of: entry) {
      note(problem.kind, problem.reason, entry)
    }
    let isWanted = try visitor.begin(entry)
    guard try readData(entry, wanted: isWanted, &visitor) else { return false }
    try visitor.end(entry)
    return true
  }

  private static func kind(of type: UInt8) -> TarEntry.Kind {
    switch type {
    case 0, UInt8(ascii: "0"): .file
    case UInt8(ascii: "1"): .hardLink
    case UInt8(ascii: "2"): .symbolicLink
    case UInt8(ascii: "5"): .folder
    default: .other(type)
    }
  }

  private mutating func note(
    _ kind: ContainerOddity.Kind, _ reason: String, _ entry: TarEntry
  ) {
    oddities.note(
      kind, reason, entry: EntryName.escaped(entry.rawName), offset: entry.headerOffset)
  }

  /// Lets the extended headers have their say, and compares it with the fixed fields.
  private mutating func applyPending(
    to entry: inout TarEntry, _ fields: Fields, at offset: UInt64
  ) -> TarNameJudge {
    var judge = TarNameJudge(fixedName: fields.name, hasPrefix: fields.hasPrefix)
    if let name = pending.longName {
      // The fixed field holds the beginning of the long name; 7-Zip puts its own mark there.
      let isMarked = fields.name.starts(with: "@PathCut/".utf8)
      if !isMarked && !name.starts(with: fields.name) {
        note(.ambiguous, "long-name-differs", entry)
      }
      entry.rawName = name
      judge.isOverridden = true
    }
    if let link = pending.longLink { entry.linkTarget = link }
    guard let pax = pending.pax else { return judge }
    if let path = pax.values["path"], !path.isEmpty {
      if judge.isOverridden { note(.ambiguous, "long-name-twice", entry) }
      entry.rawName = path
      judge.isOverridden = true
      comparePath(judge, entry)
    }
    if let link = pax.values["linkpath"], !link.isEmpty { entry.linkTarget = link }
    if let size = pax.number("size") {
      // Digits hold less than 8 GiB; beyond, the fixed field is empty or full.
      let isNeeded = size >= 1 << 33 && (fields.size == 0 || fields.size == (1 << 33) - 1)
      if size != fields.size && !isNeeded { note(.ambiguous, "pax-size-differs", entry) }
      entry.size = size
    }
    return judge
  }

  private mutating func comparePath(_ judge: TarNameJudge, _ entry: TarEntry) {
    if let reason = judge.hiddenDanger { note(.unsafePath, reason, entry) }
    guard judge.isForeign(to: entry.rawName) else { return }
    if names.addForeign(judge.fixedName[...]) { note(.ambiguous, "fixed-name-twice", entry) }
    if judge.isFileName && judge.isNeedless(entry.rawName) {
      note(.risky, "pax-path-without-need", entry)
    }
  }

  private mutating func judgeKind(_ entry: TarEntry, _ fields: Fields, at offset: UInt64) {
    switch entry.kind {
    case .file:
      if fields.type == 0 { note(.risky, "old-file-type", entry) }
      if entry.rawName.last == 0x2f { note(.ambiguous, "file-with-slash", entry) }
      // BusyBox makes a link of it; an extended header may name the target too.
      if !entry.linkTarget.isEmpty { note(.ambiguous, "file-with-link-target", entry) }
    case .folder:
      if entry.size != 0 { note(.ambiguous, "folder-with-data", entry) }
    case .symbolicLink:
      note(.link, "symbolic-link", entry)
      if entry.size != 0 { note(.ambiguous, "link-with-data", entry) }
    case .hardLink:
      note(.link, "hard-link", entry)
      if entry.size != 0 { note(.ambiguous, "link-with-data", entry) }
    case .other(let type):
      switch type {
      case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"):
        note(.link, "special-file", entry)
        if entry.size != 0 { note(.ambiguous, "special-file-with-data", entry) }
      case UInt8(ascii: "S"): note(.unsupported, "sparse", entry)
      default: note(.unsupported, "entry-type", entry)
      }
    }
  }
}
