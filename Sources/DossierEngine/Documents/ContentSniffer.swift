public import ArchiveIO
public import DossierModel

/// Tells what a file is by its first bytes, never by its name.
///
/// A ZIP is only `zip` here, an OLE file only `ole`: what is inside, their readers tell.
public enum ContentSniffer {
  /// How many bytes are looked at.
  static let prefixSize = 4096

  /// Tells the format of a source.
  ///
  /// - Parameter source: the bytes.
  /// - Returns: the format; `unknown` for bytes that are no kind known here and no text.
  /// - Throws: `ArchiveError.io`.
  public static func format(of source: any ByteSource) throws(ArchiveError) -> FileFormat {
    if source.size == 0 { return .empty }
    return format(ofPrefix: try source.bytes(at: 0, count: prefixSize), size: source.size)
  }

  static func format(ofPrefix bytes: [UInt8], size: UInt64) -> FileFormat {
    if bytes.isEmpty { return .empty }
    if let known = byMagic(bytes) { return known }
    if bytes.count > 262, text(bytes, 257, 5) == "ustar" { return .tar }
    return byText(bytes, isWhole: UInt64(bytes.count) == size)
  }

  private static let magics: [(bytes: [UInt8], format: FileFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x50, 0x4B, 0x07, 0x08], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    (Array("{\\rtf".utf8), .rtf), ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x49, 0x49, 0x2B, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2B], .tiff),
    (Array("Rar!\u{1A}\u{7}".utf8), .rar),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0x1F, 0x8B, 0x08], .gzip),
    (Array("ID3".utf8), .mp3),
  ]

  private static func byMagic(_ bytes: [UInt8]) -> FileFormat? {
    for (magic, format) in magics where bytes.starts(with: magic) { return format }
    if bytes.starts(with: Array("BM".utf8)), bytes.count > 17, bytes[6...9].allSatisfy({ $0 == 0 })
    {
      return .bmp
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12 {
      switch text(bytes, 8, 4) {
      case "WEBP": return .webp
      case "WAVE": return .wav
      case "AVI ": return .avi
      default: return nil
      }
    }
    if bytes.count >= 12, text(bytes, 4, 4) == "ftyp" { return byBrand(text(bytes, 8, 4)) }
    if let start = firstIndex(of: Array("%PDF-".utf8), in: bytes.prefix(1024)),
      start == 0 || !bytes.prefix(start).contains(0)
    {
      return .pdf
    }
    // An MPEG audio frame: eleven set bits, a known version, layer III, a rate that is none of the
    // forbidden ones.
    if bytes.count >= 4, bytes[0] == 0xFF, bytes[1] & 0xE6 == 0xE2, bytes[1] & 0x18 != 0x08,
      bytes[2] & 0xF0 != 0xF0, bytes[2] & 0xF0 != 0, bytes[2] & 0x0C != 0x0C
    {
      return .mp3
    }
    return nil
  }

  private static func byBrand(_ brand: String) -> FileFormat {
    switch brand {
    case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif": .heic
    default: .mp4
    }
  }

  private static func text(_ bytes: [UInt8], _ start: Int, _ count: Int) -> String {
    guard start + count <= bytes.count else { return "" }
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  private static func firstIndex(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - wanted.count).first {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  // MARK: Text

  private static func byText(_ bytes: [UInt8], isWhole: Bool) -> FileFormat {
    guard let text = decoded(bytes, isWhole: isWhole) else { return .unknown }
    return byMarkup(text) ?? (WebArchive.begins(text) ? .html : .text)
  }

  /// The bytes as text: UTF-8, UTF-16, or a legacy 8-bit encoding shown as Latin-1.
  private static func decoded(_ bytes: [UInt8], isWhole: Bool) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes.dropFirst(2), isLittle: bytes[0] == 0xFF)
    }
    if let isLittle = looksLikeUTF16(bytes) { return utf16(bytes[...], isLittle: isLittle) }
    var body = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    guard body.allSatisfy(isTextByte) else { return nil }
    if !isWhole { body = withoutSplitCharacter(body) }
    if let utf8 = String(validating: body, as: UTF8.self) { return utf8 }
    return String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
  }

  private static func isTextByte(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte) || byte == 0x1A || byte == 0x1B
  }

  private static func withoutSplitCharacter(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for length in 1...3 where bytes.count > length {
      let lead = bytes[bytes.endIndex - length]
      if lead & 0xC0 == 0x80 { continue }
      return lead >= 0xC0 ? bytes.dropLast(length) : bytes
    }
    return bytes
  }

  // Without a mark: letters of ASCII range make every other byte zero.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 8 else { return nil }
    let pairs = min(bytes.count / 2, 64)
    let evenZeros = (0..<pairs).count { bytes[$0 * 2] == 0 }
    let oddZeros = (0..<pairs).count { bytes[$0 * 2 + 1] == 0 }
    if oddZeros * 4 >= pairs * 3, evenZeros == 0 { return true }
    if evenZeros * 4 >= pairs * 3, oddZeros == 0 { return false }
    return nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String? {
    let list = Array(bytes)
    var units = stride(from: 0, to: list.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(list[index]) | UInt16(list[index + 1]) << 8
        : UInt16(list[index]) << 8 | UInt16(list[index + 1])
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    guard units.allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
    return String(validating: units, as: UTF16.self)
  }

  private static func byMarkup(_ text: String) -> FileFormat? {
    let shown = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard shown.first == "<" else { return nil }
    // LibreOffice names more than thirty namespaces before it says what the document is.
    let whole = String(String.UnicodeScalarView(shown)).lowercased()
    if whole.contains("urn:oasis:names:tc:opendocument:xmlns:office:1.0"), isDocument(whole) {
      return whole.contains("application/vnd.oasis.opendocument.spreadsheet")
        ? .flatODS : .flatODT
    }
    let start = String(whole.unicodeScalars.prefix(2048))
    if start.contains("<html") || start.hasPrefix("<!doctype html") { return .html }
    if start.contains("<svg") { return .svg }
    if start.hasPrefix("<?xml") || start.contains("xmlns") { return .xml }
    for tag in ["<head", "<body", "<table", "<p>", "<div", "<meta", "<!--", "<span"]
    where start.hasPrefix(tag) {
      return .html
    }
    return nil
  }

  /// Whether the first element, behind declarations and comments, is called `document`.
  private static func isDocument(_ text: String) -> Bool {
    var rest = text[...].drop { $0.isWhitespace }
    let closings = [("<?", "?>"), ("<!--", "-->"), ("<!doctype", ">")]
    while let closing = closings.first(where: { rest.hasPrefix($0.0) })?.1 {
      if closing == ">" { rest = behindDeclarations(rest) }
      guard let found = rest.firstRange(of: closing) else { return false }
      rest = rest[found.upperBound...].drop { $0.isWhitespace }
    }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return name == "document" || name.hasSuffix(":document")
  }

  /// A document type from the end of the declarations it holds in brackets, if there are any.
  private static func behindDeclarations(_ doctype: Substring) -> Substring {
    var quote: Character?
    for index in doctype.indices {
      let sign = doctype[index]
      if sign == quote {
        quote = nil
      } else if quote == nil {
        switch sign {
        case "\"", "'": quote = sign
        case "]": return doctype[index...]
        case ">" where !doctype[..<index].contains("["): return doctype[index...]
        default: break
        }
      }
    }
    return doctype[doctype.endIndex...]
  }
}
