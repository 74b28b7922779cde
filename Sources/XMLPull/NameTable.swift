internal import CLibXML2

/// Names by the addresses libxml2 has interned them at, so that each is looked up once a reader.
///
/// The addresses are only compared, never followed: they stay valid as names as long as the parser
/// that interned them, and the table is dropped with it.
@safe struct NameTable {
  private struct Slot {
    var local: UInt = 0
    var uri: UInt = 0
    var name = XMLName(space: 0, local: 0)
  }

  private var slots: [Slot] = []
  private var count = 0

  func find(_ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) -> XMLName? {
    guard !slots.isEmpty else { return nil }
    let key = UInt(bitPattern: local)
    let space = UInt(bitPattern: uri)
    var index = NameTable.hash(key, space) & (slots.count - 1)
    while slots[index].local != 0 {
      if slots[index].local == key, slots[index].uri == space { return slots[index].name }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(
    _ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ name: XMLName
  ) {
    if slots.isEmpty || count * 2 >= slots.count { grow() }
    place(
      Slot(local: UInt(bitPattern: local), uri: UInt(bitPattern: uri), name: name))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = NameTable.hash(slot.local, slot.uri) & (slots.count - 1)
    while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: max(512, old.count * 2))
    for slot in old where slot.local != 0 { place(slot) }
  }

  private static func hash(_ first: UInt, _ second: UInt) -> Int {
    let mixed = (first ^ (second &* 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
