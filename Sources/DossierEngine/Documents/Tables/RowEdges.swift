/// The cells of a table row by their edges, as Word and RTF state them.
struct RowEdges {
  enum VerticalMerge { case none, first, continued }

  /// Left edges of the cells and the right edge of the last, in twips.
  var edges: [Int] = []
  var vertical: [VerticalMerge] = []
  /// Whether a cell is the continuation of the one before.
  var isContinued: [Bool] = []
}

extension RowEdges {
  /// Reads the definition of a row of a Word document ([MS-DOC] 2.9.319).
  init?(_ operand: [UInt8]) {
    let data = LittleEndianBytes(operand)
    guard let count = data.byte(at: 0).map(Int.init), count > 0, count <= 63 else { return nil }
    for index in 0...count {
      guard let edge = data.int16(at: 1 + index * 2) else { return nil }
      edges.append(Int(edge))
    }
    for index in 0..<count {
      let flags = data.uint16(at: 1 + (count + 1) * 2 + index * 20) ?? 0
      isContinued.append(flags & 2 != 0)
      vertical.append(Self.vertical(Int(flags >> 5) & 3))
    }
  }

  mutating func applyVerticalMerge(_ operand: ArraySlice<UInt8>) {
    let bytes = Array(operand)
    guard bytes.count >= 2, Int(bytes[0]) < vertical.count else { return }
    vertical[Int(bytes[0])] = Self.vertical(Int(bytes[1]) & 3)
  }

  private static func vertical(_ bits: Int) -> VerticalMerge {
    switch bits {
    case 1: .continued
    case 3, 2: .first
    default: .none
    }
  }
}
