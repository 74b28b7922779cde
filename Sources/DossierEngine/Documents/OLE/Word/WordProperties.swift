/// What the reader needs to know of a paragraph's formatting.
struct WordParagraphProperties {
  var isInTable = false
  /// Whether the paragraph mark ends a table row.
  var endsRow = false
  /// How deep in tables it stands; 1 in a table that is in no other.
  var tableDepth = 0
  var headingLevel: Int?
  /// The list it is numbered in, from 1; 0 for none.
  var list = 0
  var listLevel = 0
  var row: RowEdges?
  /// Where the rest of the formatting stands in the Data stream, if it is long.
  var farOffset: Int?

  /// Applies a run of property modifiers.
  mutating func apply(_ modifiers: ArraySlice<UInt8>) {
    WordModifiers.forEach(modifiers) { code, operand in
      let value = operand.first ?? 0
      switch code {
      case 0x2416: isInTable = value != 0
      case 0x2417: endsRow = value != 0
      case 0x6649: tableDepth = Int(LittleEndianBytes(Array(operand)).int32(at: 0) ?? 0)
      case 0x2640: headingLevel = value < 9 ? Int(value) + 1 : nil
      case 0x260A: listLevel = min(Int(value), 8)
      case 0x460B: list = Int(LittleEndianBytes(Array(operand)).int16(at: 0) ?? 0)
      case 0x6646, 0x6645: farOffset = LittleEndianBytes(Array(operand)).index(at: 0)
      case 0xD608: row = RowEdges(Array(operand))
      case 0xD62B: row?.applyVerticalMerge(operand)
      default: break
      }
    }
  }

  /// The outline level of the built-in heading styles, whose numbers are fixed.
  mutating func apply(style: Int) {
    if (1...9).contains(style) { headingLevel = style }
  }
}

/// What the reader needs to know of a run's formatting.
struct WordRunProperties: Equatable {
  var isHidden = false
  var isDeleted = false
  var isInserted = false
  var isSpecial = false

  init() {}

  init(_ modifiers: ArraySlice<UInt8>) {
    WordModifiers.forEach(modifiers) { code, operand in
      let isOn = (operand.first ?? 0) & 1 != 0
      switch code {
      case 0x083C: isHidden = isOn
      case 0x0800: isDeleted = isOn
      case 0x0801: isInserted = isOn
      case 0x0855: isSpecial = isOn
      // A symbol of another font stands where the text has "(": Word 97 marks it by this alone.
      case 0x6A09: isSpecial = true
      default: break
      }
    }
  }
}

/// Runs of single property modifiers ([MS-DOC] 2.6.1): a code and an operand each.
enum WordModifiers {
  static func forEach(
    _ modifiers: ArraySlice<UInt8>, _ body: (UInt16, ArraySlice<UInt8>) -> Void
  ) {
    var place = modifiers.startIndex
    let end = modifiers.endIndex
    while end - place >= 2 {
      let code = UInt16(modifiers[place]) | UInt16(modifiers[place + 1]) << 8
      place += 2
      var length = [1, 1, 2, 4, 2, 2, 0, 3][Int(code >> 13)]
      if code >> 13 == 6 {
        // The row definition alone counts its bytes in two, and one too many.
        let isLong = code == 0xD608
        guard end - place >= (isLong ? 2 : 1) else { return }
        length = Int(modifiers[place])
        if isLong { length = max(0, (length | Int(modifiers[place + 1]) << 8) - 1) }
        place += isLong ? 2 : 1
        // 255 stands for a length that must be worked out; nothing after it is needed here.
        if code == 0xC615, length == 255 { return }
      }
      guard end - place >= length else { return }
      body(code, modifiers[place..<place + length])
      place += length
    }
  }
}
