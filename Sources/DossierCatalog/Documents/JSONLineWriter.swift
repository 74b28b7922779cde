/// Writes JSON on one line, byte for byte as `JSONText.line` does, for documents of which there are
/// thousands: Foundation's encoder takes longer over one than reading the file it is about.
struct JSONLineWriter {
  /// The text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init() { bytes.reserveCapacity(2048) }

  /// Writes an object; `body` writes its keys, in alphabetical order.
  mutating func object(_ body: (inout JSONLineWriter) throws -> Void) rethrows {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Writes a key; its value is written next.
  mutating func key(_ name: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text.
  mutating func value(_ text: String) {
    quoted(text)
    needsComma = true
  }

  /// Writes a text, or `null`.
  mutating func value(_ text: String?) {
    if let text { value(text) } else { literal("null") }
  }

  /// Writes a truth value.
  mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

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
    _ values: [String: Value], _ write: (inout JSONLineWriter, Value) throws -> Void
  ) rethrows {
    try object { writer in
      let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (key, value) in sorted {
        writer.key(key)
        try write(&writer, value)
      }
    }
  }

  private mutating func list<Value>(
    _ values: [Value], _ write: (inout JSONLineWriter, Value) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for value in values {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      try write(&self, value)
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Writes a text in quotes, with what RFC 8259 7 demands escaped and nothing else.
  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { escaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
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

extension MetadataDocument {
  /// The document as one line of JSON in UTF-8, without a line feed: what `JSONText.line` writes.
  ///
  /// - Throws: what Foundation's encoder throws, which for these documents is nothing.
  public func line() throws -> [UInt8] {
    var writer = JSONLineWriter()
    try writer.object { writer in
      writer.key("custom")
      try writer.value(custom)
      writer.key("datesRaw")
      writer.value(datesRaw)
      writer.key("details")
      writer.value(details)
      writer.key("fields")
      try writer.value(fields)
      writer.key("file")
      writer.value(file)
      writer.key("flags")
      writer.value(flags)
      writer.key("format")
      writer.value(format)
      writer.key("partial")
      writer.value(partial)
      writer.key("readable")
      writer.value(readable)
      writer.key("reason")
      writer.value(reason)
      writer.key("unreadable")
      writer.value(unreadable)
      writer.key("via")
      writer.value(via)
    }
    return writer.bytes
  }
}
