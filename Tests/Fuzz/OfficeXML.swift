import ArchiveIO

@testable import DossierEngine

/// Gives the readers one input of the fuzzer: a package, or one flat XML file.
///
/// The mutator below keeps the container whole and its parts well-formed, so that most inputs get
/// past the parser and reach the readers of text, styles, numbering, tables and properties.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = MemorySource(name: "fuzz", bytes: bytes)
  _ = DocumentReader().read(source, name: "fuzz.bin", depth: .full)
  return 0
}

/// Changes one part of a package, or a flat file, as XML; what is neither, as bytes.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  var chance = Chance(state: UInt64(seed) << 16 | 0x9E37)
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var result: [UInt8]
  if var parts = Parts(bytes), !parts.list.isEmpty {
    for _ in 0...chance.below(3) {
      let index = chance.below(parts.list.count)
      parts.list[index].data = changed(parts.list[index].data, &chance)
    }
    result = parts.packed
  } else {
    result = changed(bytes, &chance)
  }
  if result.isEmpty || result.count > capacity { result = Array(bytes.prefix(capacity)) }
  for (index, byte) in result.enumerated() { data[index] = byte }
  return result.count
}

@_silgen_name("LLVMFuzzerMutate")
func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int) -> Int

/// The parts of a package, to be stored again without compression.
struct Parts {
  var list: [(name: [UInt8], data: [UInt8])] = []

  init?(_ bytes: [UInt8]) {
    let source = MemorySource(name: "fuzz", bytes: bytes)
    guard let directory = try? ZIPDirectory.read(from: source, limits: .document) else {
      return nil
    }
    var reader = ZIPEntryReader()
    for index in directory.entries.indices.prefix(64) {
      let entry = directory.entries[index]
      guard let data = try? reader.bytes(of: entry, in: source, limit: 1 << 16) else { continue }
      list.append((entry.rawName, data))
    }
  }

  /// The package: the smallest ZIP that says no more than it must.
  var packed: [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in list {
      let shared =
        [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5A] + little(Int(CRC32.of(data)), 4)
        + little(data.count, 4) + little(data.count, 4) + little(name.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + shared + little(0, 10)
      directory += little(body.count, 4) + name
      body += [0x50, 0x4B, 3, 4] + shared + name + data
    }
    let counts = little(list.count, 2) + little(list.count, 2)
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + counts
      + little(directory.count, 4) + little(body.count, 4) + [0, 0]
  }
}

/// A small generator of numbers that a seed alone determines.
struct Chance {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bound > 0 ? Int((state >> 33) % UInt64(bound)) : 0
  }
}

// MARK: XML

/// One change of XML text: of its elements where it has any, else of its bytes.
func changed(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
  var tokens = XMLTokens(bytes)
  guard tokens.list.count > 2, chance.below(16) > 0 else { return changedBytes(bytes) }
  switch chance.below(8) {
  case 0: tokens.removeElement(&chance)
  case 1, 2: tokens.moveElement(&chance, keeping: true)
  case 3: tokens.moveElement(&chance, keeping: false)
  case 4: tokens.unwrapElement(&chance)
  case 5: tokens.renameElement(&chance)
  default: tokens.changeValue(&chance)
  }
  return tokens.list.flatMap { $0 }
}

func changedBytes(_ bytes: [UInt8]) -> [UInt8] {
  var buffer = bytes + [UInt8](repeating: 0, count: 64)
  let count = buffer.withUnsafeMutableBufferPointer { buffer in
    buffer.baseAddress.map { mutateBytes($0, bytes.count, bytes.count + 64) } ?? 0
  }
  return Array(buffer.prefix(count))
}

/// XML cut at its angle brackets.
struct XMLTokens {
  var list: [[UInt8]] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<"), index > start {
        list.append(Array(bytes[start..<index]))
        start = index
      } else if byte == UInt8(ascii: ">") {
        list.append(Array(bytes[start...index]))
        start = index + 1
      }
    }
    if start < bytes.count { list.append(Array(bytes[start...])) }
  }

  private static func opens(_ token: [UInt8]) -> Bool {
    token.count > 2 && token[0] == UInt8(ascii: "<") && token[1] != UInt8(ascii: "/")
      && token[1] != UInt8(ascii: "?") && token[1] != UInt8(ascii: "!")
      && token[token.count - 2] != UInt8(ascii: "/")
  }

  private static func closes(_ token: [UInt8]) -> Bool {
    token.count > 2 && token[0] == UInt8(ascii: "<") && token[1] == UInt8(ascii: "/")
  }

  /// The tokens of a whole element at or after a place taken by chance; never the root.
  private func element(_ chance: inout Chance) -> Range<Int>? {
    let first = chance.below(list.count)
    var passedRoot = list.prefix(first).contains(where: XMLTokens.opens)
    for start in first..<list.count {
      guard list[start].first == UInt8(ascii: "<"), !XMLTokens.closes(list[start]) else { continue }
      guard passedRoot else {
        passedRoot = XMLTokens.opens(list[start])
        continue
      }
      guard XMLTokens.opens(list[start]) else { return start..<start + 1 }
      var depth = 0
      for end in start..<list.count {
        if XMLTokens.opens(list[end]) { depth += 1 }
        if XMLTokens.closes(list[end]) { depth -= 1 }
        if depth == 0 { return start..<end + 1 }
      }
    }
    return nil
  }

  mutating func removeElement(_ chance: inout Chance) {
    if let range = element(&chance) { list.removeSubrange(range) }
  }

  mutating func moveElement(_ chance: inout Chance, keeping: Bool) {
    guard let range = element(&chance) else { return }
    let taken = Array(list[range])
    if !keeping { list.removeSubrange(range) }
    guard let other = element(&chance) else { return }
    for _ in 0...(chance.below(6) == 0 ? chance.below(20) : 0) {
      list.insert(contentsOf: taken, at: other.lowerBound)
    }
  }

  mutating func unwrapElement(_ chance: inout Chance) {
    guard let range = element(&chance), range.count > 1 else { return }
    list.remove(at: range.upperBound - 1)
    list.remove(at: range.lowerBound)
  }

  /// Gives an element the name of another one.
  mutating func renameElement(_ chance: inout Chance) {
    guard let range = element(&chance), let other = element(&chance) else { return }
    func name(_ token: [UInt8]) -> ArraySlice<UInt8> {
      token.dropFirst().prefix { ![0x20, 0x0A, 0x2F, 0x3E].contains($0) }
    }
    let old = name(list[range.lowerBound])
    let new = name(list[other.lowerBound])
    list[range.lowerBound].replaceSubrange(old.indices, with: new)
    if range.count > 1 { list[range.upperBound - 1] = Array("</".utf8) + new + Array(">".utf8) }
  }

  private static let extremes = [
    "", "0", "-1", "1", "2", "9", "63", "255", "65535", "2147483647", "-2147483648", "4294967295",
    "9223372036854775807", "99999999999999999999", "1e308", "NaN", "true", "&#xFFFD;", "_xD800_",
    "%1.%2.%9", "P-1D", "PT99999999999999999999S", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59Z",
  ]

  /// Changes the value of an attribute, or a text.
  mutating func changeValue(_ chance: inout Chance) {
    let index = chance.below(list.count)
    let token = list[index]
    let quotes = token.indices.filter { token[$0] == 0x22 || token[$0] == 0x27 }
    let range: Range<Int>
    if quotes.count > 1 {
      let pair = chance.below(quotes.count / 2) * 2
      range = quotes[pair] + 1..<quotes[pair + 1]
    } else if token.first != UInt8(ascii: "<") {
      range = 0..<token.count
    } else {
      return
    }
    switch chance.below(3) {
    case 0:
      let value = XMLTokens.extremes[chance.below(XMLTokens.extremes.count)]
      list[index].replaceSubrange(range, with: Array(value.utf8))
    case 1:
      let donor = list[chance.below(list.count)]
      let value = donor.split(separator: 0x22).dropFirst().first ?? ArraySlice(donor)
      guard !value.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x27 }) else { return }
      list[index].replaceSubrange(range, with: value)
    default:
      let value = changedBytes(Array(token[range])).filter {
        ![0x22, 0x26, 0x27, 0x3C].contains($0)
      }
      list[index].replaceSubrange(range, with: value)
    }
  }
}
