/// A part of a document that writes its own JSON: there are thousands of it, and Foundation's encoder
/// takes longer over one than reading the file it is about.
public protocol JSONWritable {
  /// Writes the value as Foundation's encoder does, its keys in alphabetical order.
  ///
  /// - Throws: what Foundation's encoder throws, which for these documents is nothing.
  func write(to writer: inout JSONWriter) throws
}

/// Writes JSON byte for byte as Foundation's encoder does with `JSONText`'s options.
public struct JSONWriter {
  /// The text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false
  /// How deep in lists and objects the next value stands.
  private var depth: Int
  /// Whether every value has a line of its own.
  private let isPretty: Bool

  /// Begins a text.
  ///
  /// - Parameter depth: how deep the text stands in one of many lines; nothing for a single line.
  init(depth: Int? = nil) {
    self.depth = depth ?? 0
    isPretty = depth != nil
  }

  /// Hands over what is written so far.
  ///
  /// - Parameter room: the bytes that the next piece will take.
  mutating func takeBytes(room: Int = 0) -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(room)
    return taken
  }

  // MARK: Objects and lists

  /// Writes an object; `body` writes its keys, in alphabetical order.
  mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes a key; its value is written next.
  mutating func key(_ name: String) {
    beginElement()
    quoted(name)
    bytes.append(contentsOf: (isPretty ? " : " : ":").utf8)
    needsComma = false
  }

  /// Writes a list.
  mutating func list<Value>(
    _ values: some Sequence<Value>, _ write: (inout JSONWriter, Value) throws -> Void
  ) rethrows {
    open(UInt8(ascii: "["))
    for value in values {
      beginElement()
      try write(&self, value)
    }
    close(UInt8(ascii: "]"))
  }

  /// Begins an object or a list.
  mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  /// Begins what stands in a list.
  mutating func beginElement() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    newLine()
    needsComma = true
  }

  /// Ends an object or a list; an empty one holds an empty line.
  mutating func close(_ bracket: UInt8) {
    if !needsComma, isPretty { bytes.append(UInt8(ascii: "\n")) }
    depth -= 1
    newLine()
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func newLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    var missing = 2 * depth
    while missing > 0 {
      let count = min(missing, Self.indentation.count)
      bytes.append(contentsOf: Self.indentation[..<count])
      missing -= count
    }
  }

  private static let indentation = [UInt8](repeating: UInt8(ascii: " "), count: 32)

  // MARK: Values

  /// Writes a text.
  mutating func value(_ text: String) {
    quoted(text)
    needsComma = true
  }

  /// Writes a text, or `null`.
  mutating func value(_ text: String?) {
    if let text { value(text) } else { literal("null") }
  }

  /// Writes a number.
  mutating func value(_ number: some BinaryInteger) { literal("\(number)") }

  /// Writes a number, or `null`.
  mutating func value(_ number: Int?) { literal(number.map { "\($0)" } ?? "null") }

  /// Writes a truth value.
  mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes what writes itself, or `null`.
  mutating func value(_ part: (some JSONWritable)?) throws {
    if let part { try part.write(to: &self) } else { literal("null") }
  }

  /// Writes a list of texts.
  mutating func value(_ texts: [String]) {
    list(texts) { writer, text in writer.value(text) }
  }

  /// Writes an object of texts.
  mutating func value(_ texts: [String: String]) {
    object(texts) { writer, text in writer.value(text) }
  }

  /// Writes an object of values.
  mutating func value(_ values: [String: JSONValue]) throws {
    try object(values) { writer, value in try writer.value(value) }
  }

  /// Writes an object of lists.
  mutating func value(_ lists: [String: [String]]) {
    object(lists) { writer, list in writer.value(list) }
  }

  private mutating func value(_ value: JSONValue) throws {
    switch value {
    case .null: literal("null")
    case .flag(let flag): literal(flag ? "true" : "false")
    case .number(let number): literal("\(number)")
    case .fraction(let number): literal(try JSONText.line(number))
    case .text(let text): self.value(text)
    case .list(let values): try list(values) { writer, value in try writer.value(value) }
    case .object(let values): try self.value(values)
    }
  }

  private mutating func object<Value>(
    _ values: [String: Value], _ write: (inout JSONWriter, Value) throws -> Void
  ) rethrows {
    try object { writer in
      let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (key, value) in sorted {
        writer.key(key)
        try write(&writer, value)
      }
    }
  }

  private mutating func literal(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Writes a text in quotes, with what RFC 8259 7 demands escaped and nothing else.
  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if Self.isPlain(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { escaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a text stands between quotes as it is.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0..<0x20:
      bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
      bytes += String(byte, radix: 16).utf8
    default: bytes.append(byte)
    }
  }
}
