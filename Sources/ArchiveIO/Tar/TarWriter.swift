/// Writes a tar archive that every reader reads the same way.
///
/// POSIX headers; an extended header only where a name is not ASCII or longer than 100 bytes, or a
/// size needs more than eleven digits; owner 0, mode and time fixed. The same parts in the same order
/// give the same bytes, whatever the locale.
public struct TarWriter: ~Copyable {
  private let output: PackedOutput
  private let time: UInt64
  private var names = WrittenNames()
  private var input = RawBuffer()
  private static let chunkSize = 256 << 10

  /// Begins an archive in a new file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - packing: how to pack it.
  ///   - time: of all entries, in seconds since 1970 UTC.
  /// - Throws: `ArchiveError.write`.
  public init(
    _ file: consuming OutputFile, packing: TarPacking, time: UInt64
  ) throws(ArchiveError) {
    output = try PackedOutput(file, packing: packing)
    self.time = time
    input.reserve(TarWriter.chunkSize)
  }

  /// Appends a file.
  ///
  /// - Parameters:
  ///   - name: in the archive: relative, "/" between its parts.
  ///   - content: its bytes.
  ///   - observe: sees the bytes as they are read, in order: to digest them in the same pass.
  /// - Throws: `ArchiveError.write` where the disk refuses, or the name is empty, unsafe, or equal to
  ///   an earlier one but for normalization; `.io` where the source gives fewer bytes than its size;
  ///   and what `observe` throws.
  public mutating func append(
    name: String, content: any ByteSource,
    observe: (UnsafeRawBufferPointer) throws -> Void = { _ in }
  ) throws {
    try names.admit(name, to: output.path)
    let size = content.size
    try output.write(TarWriter.headers(name: name, size: size, time: time))
    var done: UInt64 = 0
    while done < size {
      let count = Int(min(UInt64(TarWriter.chunkSize), size - done))
      let read = try unsafe content.read(into: input.mutableBytes(0, count), at: done)
      if read < count { throw ArchiveError.changed(content.name) }
      let chunk = unsafe input.bytes(0, count)
      try unsafe observe(chunk)
      try unsafe output.write(chunk)
      done += UInt64(count)
    }
    try output.write(TarWriter.padding(size))
  }

  /// Writes the end and hands all to the system.
  ///
  /// - Returns: the size of the file in bytes; `OutputFile.sync(path:)` brings it to the disk.
  /// - Throws: `ArchiveError.write`.
  public consuming func finish() throws(ArchiveError) -> UInt64 {
    try output.write([UInt8](repeating: 0, count: 2 * TarFormat.blockSize))
    return try output.finish()
  }

  // MARK: Headers

  private static func padding(_ size: UInt64) -> [UInt8] {
    let block = UInt64(TarFormat.blockSize)
    return [UInt8](repeating: 0, count: Int((block - size % block) % block))
  }

  private static func headers(name: String, size: UInt64, time: UInt64) -> [UInt8] {
    let plain = plainName(name)
    var records: [UInt8] = []
    if !plain.elementsEqual(name.utf8) { records += record("path", name) }
    let isLarge = size >= 1 << 33
    if isLarge { records += record("size", String(size)) }
    var result: [UInt8] = []
    if !records.isEmpty {
      let extended = Array("PaxHeaders/".utf8) + plain.suffix(80).filter { $0 != 0x2f }
      result += header(
        name: extended, size: UInt64(records.count), time: time, type: UInt8(ascii: "x"))
      result += records + padding(UInt64(records.count))
    }
    result += header(
      name: plain, size: isLarge ? 0 : size, time: time, type: UInt8(ascii: "0"))
    return result
  }

  /// What fits the name field, for readers that know no extended header.
  private static func plainName(_ name: String) -> [UInt8] {
    let mapped = name.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "_") }
    return Array(mapped.prefix(TarFormat.name.count - 1))
  }

  /// "LENGTH KEY=VALUE\n"; the length counts its own digits.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let body = " \(key)=\(value)\n"
    var length = body.utf8.count + 1
    while String(length).utf8.count + body.utf8.count != length {
      length = String(length).utf8.count + body.utf8.count
    }
    return Array((String(length) + body).utf8)
  }

  private static func header(
    name: [UInt8], size: UInt64, time: UInt64, type: UInt8
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TarFormat.blockSize)
    func put(_ bytes: [UInt8], at offset: Int) {
      block.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
    put(name, at: TarFormat.name.lowerBound)
    put(octal(0o644, 7), at: TarFormat.mode.lowerBound)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: TarFormat.size.lowerBound)
    put(octal(min(time, (1 << 33) - 1), 11), at: TarFormat.modified.lowerBound)
    block[TarFormat.type] = type
    put(TarFormat.posixMagic, at: TarFormat.magic.lowerBound)
    put(octal(0, 7), at: TarFormat.devices.lowerBound)
    put(octal(0, 7), at: TarFormat.devices.lowerBound + 8)
    let sum = TarFormat.sum(block[...]).unsigned
    put(octal(UInt64(sum), 6) + [0, 0x20], at: TarFormat.checksum.lowerBound)
    return block
  }

  private static func octal(_ number: UInt64, _ digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return [UInt8](repeating: 0x30, count: max(0, digits - text.utf8.count)) + text.utf8
  }
}
