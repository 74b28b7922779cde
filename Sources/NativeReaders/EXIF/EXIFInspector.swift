import CLibExif

/// What the EXIF data of a picture says; texts as they stand.
public struct EXIFFacts: Sendable, Hashable {
  /// When the picture was taken: "2023:12:05 08:30:00", local time of the camera.
  public var taken: String?
  /// The zone of that time ("+07:00"), where the camera states it.
  public var zone: String?
  /// When the file was last written, in the same form.
  public var modified: String?
  /// The zone of that time, where it is stated.
  public var zoneOfModified: String?
  /// Who made the camera.
  public var make: String?
  /// The model of the camera.
  public var model: String?
  /// How it must be turned to stand upright, 1 to 8 (EXIF 2.32, tag 0x0112).
  public var orientation: Int?
  /// The program that wrote the file.
  public var software: String?
  /// Who took it.
  public var artist: String?
  /// What it shows, in a few words.
  public var summary: String?
  /// The title that Windows lets people give.
  public var title: String?
  /// The comment that Windows lets people give.
  public var comment: String?
  /// The keywords that Windows lets people give.
  public var keywords: String?
  /// Whether it says where it was taken.
  public var hasPosition = false

  /// Makes empty facts.
  public init() {}
}

/// Reads EXIF data by libexif.
public enum EXIFInspector {
  private static let textLimit = 65_536

  private enum Tag {
    static let summary: UInt32 = 0x010E
    static let make: UInt32 = 0x010F
    static let model: UInt32 = 0x0110
    static let orientation: UInt32 = 0x0112
    static let software: UInt32 = 0x0131
    static let modified: UInt32 = 0x0132
    static let artist: UInt32 = 0x013B
    static let taken: UInt32 = 0x9003
    static let digitized: UInt32 = 0x9004
    static let zone: UInt32 = 0x9010
    static let zoneOfTaken: UInt32 = 0x9011
    static let zoneOfDigitized: UInt32 = 0x9012
    static let windowsTitle: UInt32 = 0x9C9B
    static let windowsComment: UInt32 = 0x9C9C
    static let windowsAuthor: UInt32 = 0x9C9D
    static let windowsKeywords: UInt32 = 0x9C9E
  }

  /// Reads EXIF data.
  ///
  /// - Parameter bytes: the data from "Exif" and two zeros on, as it stands in a JPEG segment; at
  ///   most 64 KiB of it are looked at by the library.
  /// - Returns: what it says, or nothing where it is no such data.
  public static func read(_ bytes: [UInt8]) -> EXIFFacts? {
    guard bytes.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
    let loaded = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe exif_data_new_from_data(buffer.baseAddress, UInt32(clamping: buffer.count))
    }
    guard let data = unsafe loaded else { return nil }
    defer { unsafe exif_data_unref(data) }
    let order = unsafe exif_data_get_byte_order(data)
    let directories = unsafe data.pointee.ifd
    var facts = EXIFFacts()
    if let main = unsafe directories.0 { unsafe addMain(main, order: order, to: &facts) }
    if let camera = unsafe directories.2 {
      let zone = unsafe text(camera, Tag.zone)
      facts.zoneOfModified = zone
      facts.taken = unsafe text(camera, Tag.taken)
      facts.zone = unsafe text(camera, Tag.zoneOfTaken) ?? zone
      if facts.taken == nil {
        facts.taken = unsafe text(camera, Tag.digitized)
        facts.zone = unsafe text(camera, Tag.zoneOfDigitized) ?? zone
      }
    }
    if let position = unsafe directories.3 { facts.hasPosition = unsafe position.pointee.count > 1 }
    return facts
  }

  private static func addMain(
    _ main: UnsafeMutablePointer<ExifContent>, order: ExifByteOrder, to facts: inout EXIFFacts
  ) {
    facts.make = unsafe text(main, Tag.make)
    facts.model = unsafe text(main, Tag.model)
    facts.software = unsafe text(main, Tag.software)
    facts.modified = unsafe text(main, Tag.modified)
    facts.summary = unsafe text(main, Tag.summary)
    facts.artist = unsafe text(main, Tag.artist) ?? wide(main, Tag.windowsAuthor)
    facts.title = unsafe wide(main, Tag.windowsTitle)
    facts.comment = unsafe wide(main, Tag.windowsComment)
    facts.keywords = unsafe wide(main, Tag.windowsKeywords)
    if let entry = unsafe entry(main, Tag.orientation), unsafe entry.pointee.size >= 2,
      let start = unsafe entry.pointee.data
    {
      facts.orientation = Int(unsafe exif_get_short(start, order))
    }
  }

  private static func entry(
    _ content: UnsafeMutablePointer<ExifContent>, _ tag: UInt32
  ) -> UnsafeMutablePointer<ExifEntry>? {
    unsafe exif_content_get_entry(content, ExifTag(rawValue: tag))
  }

  private static func bytes(
    _ content: UnsafeMutablePointer<ExifContent>, _ tag: UInt32
  ) -> [UInt8]? {
    guard let entry = unsafe entry(content, tag), let start = unsafe entry.pointee.data else {
      return nil
    }
    let count = unsafe min(Int(entry.pointee.size), textLimit)
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// A text of one byte a character: UTF-8 by habit, Latin-1 where it is not.
  private static func text(
    _ content: UnsafeMutablePointer<ExifContent>, _ tag: UInt32
  ) -> String? {
    guard let raw = unsafe bytes(content, tag)?.prefix(while: { $0 != 0 }) else { return nil }
    let text =
      String(validating: raw, as: UTF8.self)
      ?? String(String.UnicodeScalarView(raw.map { Unicode.Scalar($0) }))
    return trimmed(text)
  }

  /// A text in little-endian UTF-16, as Windows writes it.
  private static func wide(
    _ content: UnsafeMutablePointer<ExifContent>, _ tag: UInt32
  ) -> String? {
    guard let raw = unsafe bytes(content, tag) else { return nil }
    var units: [UInt16] = []
    for index in stride(from: 0, to: raw.count - 1, by: 2) {
      units.append(UInt16(raw[index]) | UInt16(raw[index + 1]) << 8)
    }
    return trimmed(String(decoding: units.prefix { $0 != 0 }, as: UTF16.self))
  }

  private static func trimmed(_ text: String) -> String? {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    return scalars.isEmpty ? nil : String(scalars)
  }
}
