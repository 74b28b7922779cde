/// Tells of a PDF's text, without reading it, that it is there and is in no encoding from before
/// Unicode.
///
/// Only what is certain counts: a font whose bytes are ASCII and which shows nothing else, or one
/// whose map to Unicode leads to no foreign letter. Whatever else a page has leaves it open.
struct PDFPlainText {
  private enum Font { case ascii, mapped, open }

  private static let rawLimit = 8 << 20
  private static let mapLimit = 1 << 20
  private static let wholeContentLimit = 4 << 20
  private static let deepest = 4
  private static let mostSaved = 64
  private static let mostForms = 200

  /// Whether all that was looked at is certain.
  private(set) var isCertain = true
  /// Whether there is any text.
  private(set) var hasText = false

  private var fonts: [Int: Font] = [:]
  private var seen: Set<Int> = []
  private var contentLeft = PDFPlainText.wholeContentLimit

  /// Looks at a page.
  mutating func look(_ handle: borrowing PDFHandle, at page: PDFHandle.Object) {
    guard isCertain else { return }
    // What a note or a field shows is text of the page too.
    if let notes = handle.value(page, "/Annots") {
      for note in handle.items(notes, limit: 500) where handle.value(note, "/AP") != nil {
        isCertain = false
      }
    }
    guard let contents = handle.value(page, "/Contents") else { return }
    let streams = handle.isArray(contents) ? handle.items(contents, limit: 257) : [contents]
    if streams.count > 256 { isCertain = false }
    var content: [UInt8] = []
    for stream in streams where isCertain {
      content += bytes(handle, stream)
      content.append(0x0A)
    }
    look(handle, at: content, PDFPageWalk.inherited(handle, "/Resources", of: page), depth: 0)
  }

  private mutating func bytes(
    _ handle: borrowing PDFHandle, _ stream: PDFHandle.Object
  ) -> [UInt8] {
    guard handle.isStream(stream), contentLeft > 0,
      let bytes = PDFPageWalk.bytes(handle, stream, rawLimit: Self.rawLimit, limit: contentLeft)
    else {
      isCertain = false
      return []
    }
    contentLeft -= bytes.count
    return bytes
  }

  private mutating func look(
    _ handle: borrowing PDFHandle, at content: [UInt8], _ resources: PDFHandle.Object?, depth: Int
  ) {
    if resources.flatMap({ handle.value($0, "/Pattern") }) != nil { isCertain = false }
    var tokens = PDFContentTokens(content)
    var font: Font?
    var saved: [Font?] = []
    var name: ArraySlice<UInt8> = []
    var strings: [ArraySlice<UInt8>] = []
    while isCertain, let token = tokens.next() {
      switch token {
      case .name(let bytes):
        name = bytes
        // Text that stands in for what is shown.
        if bytes.elementsEqual("ActualText".utf8) { isCertain = false }
      case .string(let bytes): strings.append(bytes)
      case .word(let word):
        switch word {
        case "Tf": font = self.font(handle, name, resources)
        case "Tj", "TJ", "'", "\"": show(strings, font)
        case "q": if saved.count < Self.mostSaved { saved.append(font) } else { isCertain = false }
        case "Q": font = saved.popLast() ?? font
        case "Do": form(handle, name, resources, depth: depth)
        default: break
        }
        strings = []
      case .number, .other: break
      }
    }
  }

  private mutating func form(
    _ handle: borrowing PDFHandle, _ name: ArraySlice<UInt8>, _ resources: PDFHandle.Object?,
    depth: Int
  ) {
    guard let objects = resources.flatMap({ handle.value($0, "/XObject") }),
      let object = handle.value(objects, "/" + String(decoding: name, as: UTF8.self)),
      handle.isStream(object),
      handle.value(object, "/Subtype").flatMap({ handle.name($0) }) == "/Form"
    else { return }
    guard depth < Self.deepest, seen.count < Self.mostForms else {
      isCertain = false
      return
    }
    guard seen.insert(handle.identity(object)).inserted else { return }
    let content = bytes(handle, object)
    look(handle, at: content, handle.value(object, "/Resources") ?? resources, depth: depth + 1)
  }

  private mutating func show(_ strings: [ArraySlice<UInt8>], _ font: Font?) {
    for string in strings {
      switch font {
      case .mapped?: if string.count > 2 { hasText = true }
      case .ascii?:
        guard let isBlank = Self.isBlankASCII(string) else {
          isCertain = false
          return
        }
        if !isBlank { hasText = true }
      case .open?, nil: isCertain = false
      }
    }
  }

  /// Whether a string, with its brackets, shows nothing; nothing where it is not all ASCII.
  private static func isBlankASCII(_ string: ArraySlice<UInt8>) -> Bool? {
    let inner = string.dropFirst().dropLast()
    if string.first == 0x3C {
      let digits = inner.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      var isBlank = true
      for index in stride(from: 0, to: digits.count, by: 2) {
        let byte = digits[index] * 16 + (index + 1 < digits.count ? digits[index + 1] : 0)
        if byte >= 0x80 { return nil }
        if byte > 0x20 { isBlank = false }
      }
      return isBlank
    }
    var isBlank = true
    var isEscaped = false
    for byte in inner {
      if byte >= 0x80 { return nil }
      // A byte in octal digits may be any.
      if isEscaped, (0x30...0x37).contains(byte) { return nil }
      isEscaped = byte == 0x5C && !isEscaped
      if byte > 0x20, !isEscaped { isBlank = false }
    }
    return isBlank
  }

  // MARK: Fonts

  private mutating func font(
    _ handle: borrowing PDFHandle, _ name: ArraySlice<UInt8>, _ resources: PDFHandle.Object?
  ) -> Font {
    guard let list = resources.flatMap({ handle.value($0, "/Font") }),
      let font = handle.value(list, "/" + String(decoding: name, as: UTF8.self))
    else { return .open }
    let identity = handle.identity(font)
    if identity != 0, let known = fonts[identity] { return known }
    let kind = Self.kind(handle, font)
    if identity != 0 { fonts[identity] = kind }
    return kind
  }

  private static let encodings: Set<String> = [
    "/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding",
  ]

  private static func kind(_ handle: borrowing PDFHandle, _ font: PDFHandle.Object) -> Font {
    let subtype = handle.value(font, "/Subtype").flatMap { handle.name($0) }
    guard subtype != "/Type3" else { return .open }
    if let map = handle.value(font, "/ToUnicode"), handle.isStream(map) {
      guard let bytes = PDFPageWalk.bytes(handle, map, rawLimit: mapLimit, limit: mapLimit),
        bytes.count < mapLimit
      else { return .open }
      let read = PDFUnicodeMap(bytes)
      return read.hasText && !read.hasForeignLetter ? .mapped : .open
    }
    guard subtype == "/Type1" || subtype == "/TrueType",
      let encoding = handle.value(font, "/Encoding").flatMap({ handle.name($0) }),
      encodings.contains(encoding)
    else { return .open }
    return .ascii
  }
}
