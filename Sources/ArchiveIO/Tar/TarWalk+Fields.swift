extension TarWalk {
  mutating func readFields(_ block: ArraySlice<UInt8>, at offset: UInt64) -> Fields? {
    guard TarFormat.hasChecksum(block) else {
      oddities.note(.damaged, "header-checksum", offset: offset)
      return nil
    }
    let sums = TarFormat.sum(block)
    if case .value(let stated) = TarNumber.read(TarFormat.field(block, TarFormat.checksum)),
      Int(stated) != sums.unsigned
    {
      oddities.note(.risky, "header-checksum-signed", offset: offset)
    }
    guard let size = readSize(block, at: offset) else { return nil }
    let magic = TarFormat.field(block, TarFormat.magic)
    let isGNU = magic.elementsEqual(TarFormat.gnuMagic)
    let hasMagic = isGNU || magic.elementsEqual(TarFormat.posixMagic)
    let type = block[block.startIndex + TarFormat.type]
    if isGNU {
      // GNU keeps times of access there, and only in archives of changes; Python reads a prefix.
      if TarFormat.field(block, TarFormat.prefix).contains(where: { $0 != 0 }) {
        oddities.note(.ambiguous, "prefix-in-gnu-header", offset: offset)
      }
      let hasDevices = TarFormat.field(block, TarFormat.devices).contains { $0 != 0 }
      let isDevice = type == UInt8(ascii: "3") || type == UInt8(ascii: "4")
      // GNU tar leaves these fields empty: another program imitates it.
      if hasDevices && !isDevice { oddities.note(.risky, "magic-mixed", offset: offset) }
    } else if !hasMagic {
      oddities.note(.risky, "no-magic", offset: offset)
    }
    checkText(block, hasMagic: hasMagic, isGNU: isGNU, at: offset)
    checkNumbers(block, at: offset)
    if hasMagic { checkDevices(block, at: offset) }
    if block[(block.startIndex + 508)...].elementsEqual("tar\u{0}".utf8) {
      oddities.note(.risky, "star-header", offset: offset)
    }
    var name = Array(TarFormat.text(block, TarFormat.name))
    let fillsField = name.count == TarFormat.name.count
    var hasPrefix = false
    if hasMagic && !isGNU {
      let prefix = TarFormat.text(block, TarFormat.prefix)
      hasPrefix = !prefix.isEmpty
      if hasPrefix {
        let whole: [UInt8] = prefix + [0x2f] + name
        // Perl always puts the folder there; before a name of dots or of nothing it means two things.
        let problems = EntryName.problems(of: whole[...], isFolder: type == UInt8(ascii: "5"))
        let isPlain = problems.allSatisfy { $0.kind == .risky }
        if name.isEmpty || whole.count <= TarFormat.name.count && !isPlain {
          oddities.note(
            .ambiguous, "prefix-without-need", entry: EntryName.escaped(name), offset: offset)
        }
        name = whole
      }
    }
    return Fields(
      type: type, size: size, name: name, link: Array(TarFormat.text(block, TarFormat.linkName)),
      isGNU: isGNU, hasMagic: hasMagic, hasPrefix: hasPrefix, fillsField: fillsField)
  }

  private mutating func readSize(_ block: ArraySlice<UInt8>, at offset: UInt64) -> UInt64? {
    switch TarNumber.read(TarFormat.field(block, TarFormat.size)) {
    case .value(let size):
      // GNU tar takes blanks without a digit for no number.
      let field = TarFormat.field(block, TarFormat.size)
      if field.first == 0x20, !field.contains(where: { (0x30...0x37).contains($0) }) {
        oddities.note(.ambiguous, "size-untidy", offset: offset)
      }
      return size
    case .binary(let size):
      // Digits would have done, and not every reader knows the binary form.
      if size < 1 << 33 { oddities.note(.ambiguous, "size-binary", offset: offset) }
      return size
    case .untidy(let size):
      oddities.note(.ambiguous, "size-untidy", offset: offset)
      return size
    case .invalid:
      oddities.note(.damaged, "size-invalid", offset: offset)
      return nil
    }
  }

  /// Looks for bytes behind the NUL that ends a text, where a reader would not see them.
  private mutating func checkText(
    _ block: ArraySlice<UInt8>, hasMagic: Bool, isGNU: Bool, at offset: UInt64
  ) {
    var texts = [TarFormat.name, TarFormat.linkName]
    if hasMagic { texts += [TarFormat.userName, TarFormat.groupName] }
    if hasMagic && !isGNU { texts.append(TarFormat.prefix) }
    for range in texts {
      let field = TarFormat.field(block, range)
      if field.drop(while: { $0 != 0 }).contains(where: { $0 != 0 }) {
        oddities.note(.risky, "text-after-nul", offset: offset + UInt64(range.lowerBound))
      }
    }
  }

  /// Looks at the numbers that are not used here: where they are none, readers give up.
  private mutating func checkNumbers(_ block: ArraySlice<UInt8>, at offset: UInt64) {
    for range in [TarFormat.mode, TarFormat.user, TarFormat.group, TarFormat.modified] {
      let field = TarFormat.field(block, range)
      // A binary number may be negative: a time before 1970.
      let isBinary = field.first.map { $0 & 0x80 != 0 } ?? false
      let place = offset + UInt64(range.lowerBound)
      if isBinary {
        // 7-Zip ends at a mode that is no digits, Python at a mark that GNU does not write; users
        // and times may be beyond digits.
        if range == TarFormat.mode || field.first != 0x80 && field.first != 0xff {
          oddities.note(.ambiguous, "number-binary", offset: place)
        }
      } else if case .invalid = TarNumber.read(field) {
        oddities.note(.damaged, "number-invalid", offset: place)
      } else if !TarNumber.isPlain(field) {
        // Python ends there without a word.
        oddities.note(.ambiguous, "number-untidy", offset: place)
      } else if case .untidy = TarNumber.read(field) {
        // bsdtar takes a file that begins so for no tar at all.
        oddities.note(.risky, "text-after-nul", offset: place)
      }
    }
  }

  /// Looks at the numbers of a device, which 7-Zip reads of every entry.
  private mutating func checkDevices(_ block: ArraySlice<UInt8>, at offset: UInt64) {
    for range in [TarFormat.deviceMajor, TarFormat.deviceMinor] {
      let field = TarFormat.field(block, range)
      let isBlank = field.allSatisfy { $0 == 0x20 }
      if isBlank || !TarNumber.isPlain(field) {
        oddities.note(.ambiguous, "number-untidy", offset: offset + UInt64(range.lowerBound))
      }
    }
  }
}
