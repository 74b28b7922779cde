/// Judges the name of a tar entry, which may stand in two places.
struct TarNameJudge {
  /// The name in the fixed fields, prefix included.
  var fixedName: [UInt8]
  /// Whether the prefix field is used.
  var hasPrefix: Bool
  /// Whether an extended header gives another name.
  var isOverridden = false

  init(fixedName: [UInt8], hasPrefix: Bool) {
    self.fixedName = fixedName
    self.hasPrefix = hasPrefix
  }

  /// What is wrong with an entry's name.
  ///
  /// "./" before a name is what tar writes when it packs "."; it is let pass where the fixed field
  /// has it too.
  func problems(of entry: TarEntry) -> [(kind: ContainerOddity.Kind, reason: String)] {
    var name = entry.rawName[...]
    let isFolder = entry.kind == .folder
    if fixedName.starts(with: [0x2e, 0x2f]), !isShortPrefix {
      while name.starts(with: [0x2e, 0x2f]) { name = name.dropFirst(2) }
      if name.isEmpty && isFolder { return [] }
    }
    return EntryName.problems(of: name, isFolder: isFolder)
  }

  private var isShortPrefix: Bool { hasPrefix && fixedName.count <= TarFormat.name.count }

  /// What a reader without pax would be led to, where the extended header hides it.
  var hiddenDanger: String? {
    let problems = EntryName.problems(of: fixedName[...], isFolder: true)
    let isDangerous = problems.contains {
      ["name-parent-part", "name-absolute", "name-drive"].contains($0.reason)
    }
    return isDangerous ? "hidden-name-unsafe" : nil
  }

  /// Whether the fixed name is no shortened or transcribed form of the one that replaces it.
  func isForeign(to name: [UInt8]) -> Bool {
    if fixedName.isEmpty || fixedName.count >= 95 || name.starts(with: fixedName) { return false }
    if fixedName.elementsEqual(name.filter { $0 < 0x80 }) { return false }
    let scalars = String(decoding: name, as: UTF8.self).unicodeScalars
    for mark in "?_".utf8 {
      if fixedName.elementsEqual(name.map { $0 < 0x80 ? $0 : mark }) { return false }
      let mapped = scalars.map { $0.isASCII ? UInt8($0.value) : mark }
      if fixedName.elementsEqual(mapped) { return false }
    }
    return true
  }

  /// Whether the fixed name has an extension, so that it passes for a file of its own.
  var isFileName: Bool {
    let last = fixedName.suffix(while: { $0 != 0x2f })
    return last.dropFirst().contains(UInt8(ascii: "."))
  }

  /// Whether the fixed fields could have held a name.
  func isNeedless(_ name: [UInt8]) -> Bool {
    name.count <= TarFormat.name.count && name.allSatisfy { $0 < 0x80 }
  }
}

extension Collection where Self: BidirectionalCollection {
  /// The longest end of which every element satisfies a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    var index = endIndex
    while index > startIndex, condition(self[self.index(before: index)]) {
      index = self.index(before: index)
    }
    return self[index...]
  }
}
