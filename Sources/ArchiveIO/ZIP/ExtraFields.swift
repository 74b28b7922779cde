/// The sizes and the offset of a header, after its ZIP64 extra field has been taken into account.
struct ZIP64Fields {
  var size: UInt64
  var compressedSize: UInt64
  var offset: UInt64
  var disk: UInt64
  /// Whether there is a ZIP64 extra field at all.
  var isPresent = false
  private var wants: (size: Bool, compressedSize: Bool, offset: Bool, disk: Bool)

  init(size: UInt32, compressedSize: UInt32, offset: UInt32, disk: UInt16) {
    self.size = UInt64(size)
    self.compressedSize = UInt64(compressedSize)
    self.offset = UInt64(offset)
    self.disk = UInt64(disk)
    wants = (
      size == ZIPFormat.sentinel32, compressedSize == ZIPFormat.sentinel32,
      offset == ZIPFormat.sentinel32, disk == ZIPFormat.sentinel16
    )
  }

  /// Takes the values of the field.
  ///
  /// A value stands there for each sentinel, in a fixed order (APPNOTE 4.5.3). Some writers put all
  /// values there whether they are wanted or not; that has one meaning only where they agree.
  ///
  /// - Returns: whether all readers would take the same values.
  mutating func take(_ body: ArraySlice<UInt8>) -> Bool {
    isPresent = true
    var rest = body
    var isComplete = true
    if wants.size { isComplete = ZIP64Fields.pop(&rest, 8, into: &size) && isComplete }
    if wants.compressedSize {
      isComplete = ZIP64Fields.pop(&rest, 8, into: &compressedSize) && isComplete
    }
    if wants.offset { isComplete = ZIP64Fields.pop(&rest, 8, into: &offset) && isComplete }
    if wants.disk { isComplete = ZIP64Fields.pop(&rest, 4, into: &disk) && isComplete }
    return isComplete && (rest.isEmpty || agreesInFull(body))
  }

  private func agreesInFull(_ body: ArraySlice<UInt8>) -> Bool {
    guard [8, 16, 24, 28].contains(body.count) else { return false }
    var rest = body
    for expected in [size, compressedSize, offset] where !rest.isEmpty {
      var value: UInt64 = 0
      guard ZIP64Fields.pop(&rest, 8, into: &value), value == expected else { return false }
    }
    var value: UInt64 = 0
    return rest.isEmpty || (ZIP64Fields.pop(&rest, 4, into: &value) && value == disk)
  }

  private static func pop(
    _ bytes: inout ArraySlice<UInt8>, _ count: Int, into value: inout UInt64
  ) -> Bool {
    guard bytes.count >= count else { return false }
    value = bytes.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    bytes = bytes.dropFirst(count)
    return true
  }
}

/// What the extra fields of a header hold besides what does no harm.
struct ExtraFields {
  /// The oddities of the fields.
  var oddities: [(kind: ContainerOddity.Kind, reason: String)] = []

  /// Reads the extra fields of a local or central header.
  ///
  /// - Parameters:
  ///   - bytes: the area.
  ///   - name: the entry's name, to which a Unicode path is compared.
  ///   - zip64: takes the values of a ZIP64 field.
  static func read(
    _ bytes: ArraySlice<UInt8>, name: ArraySlice<UInt8>, zip64: inout ZIP64Fields
  ) -> ExtraFields {
    var result = ExtraFields()
    guard !bytes.isEmpty else { return result }
    var seen: [UInt16] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes.endIndex - index >= 4 else {
        // Aligning tools fill up with up to three zeros, which no reader minds.
        let isPadding = bytes[index...].allSatisfy { $0 == 0 }
        if !isPadding { result.note(.ambiguous, "extra-malformed") }
        break
      }
      let identifier = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      let count = Int(bytes[index + 2]) | Int(bytes[index + 3]) << 8
      index += 4
      guard bytes.endIndex - index >= count else {
        result.note(.ambiguous, "extra-malformed")
        break
      }
      let body = bytes[index..<index + count]
      index += count
      if seen.contains(identifier) {
        result.noteRepeated(identifier)
      } else {
        if seen.count < 64 { seen.append(identifier) }
        result.judge(identifier, body, name: name, zip64: &zip64)
      }
    }
    return result
  }

  private mutating func note(_ kind: ContainerOddity.Kind, _ reason: String) {
    oddities.append((kind, reason))
  }

  private mutating func noteRepeated(_ identifier: UInt16) {
    switch identifier {
    case 0: break  // Padding of aligning tools.
    case ZIPFormat.Extra.zip64, ZIPFormat.Extra.unicodePath:
      note(.ambiguous, "extra-repeated")
    default: note(.risky, "extra-repeated-harmless")
    }
  }

  private mutating func judge(
    _ identifier: UInt16, _ body: ArraySlice<UInt8>, name: ArraySlice<UInt8>,
    zip64: inout ZIP64Fields
  ) {
    switch identifier {
    case ZIPFormat.Extra.zip64:
      if !zip64.take(body) { note(.ambiguous, "zip64-extra") }
    case ZIPFormat.Extra.unicodePath:
      // Version, the CRC of the name it stands for, the name in UTF-8 (APPNOTE 4.6.9).
      let isSame = body.count >= 5 && body.first == 1 && body.dropFirst(5).elementsEqual(name)
      if !isSame { note(.ambiguous, "unicode-path-differs") }
    case ZIPFormat.Extra.aes, ZIPFormat.Extra.strongEncryption:
      note(.encrypted, "encryption-extra")
    case ZIPFormat.Extra.times where body.isEmpty:
      // bsdtar gives the archive up there.
      note(.ambiguous, "extra-malformed")
    case ZIPFormat.Extra.libarchiveAttributes:
      note(.ambiguous, "extra-overrides-attributes")
    case ZIPFormat.Extra.asiUnix where body.count > 14 || ExtraFields.statesLink(body):
      note(.link, "extra-holds-link")
    case ZIPFormat.Extra.pkwareUnix where body.count > 12:
      note(.link, "extra-holds-link")
    default: break
    }
  }
  /// Whether the mode in ASi's field (after a checksum of four bytes) is that of a link.
  private static func statesLink(_ body: ArraySlice<UInt8>) -> Bool {
    body.count >= 6 && body[body.startIndex + 5] & 0xf0 == 0xa0
  }
}
