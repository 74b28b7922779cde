/// Numbers of the ZIP format (APPNOTE 6.3.10).
enum ZIPFormat {
  /// Local file header (4.3.7).
  static let localSignature: UInt32 = 0x0403_4b50
  static let localSize = 30
  /// Central directory header (4.3.12).
  static let centralSignature: UInt32 = 0x0201_4b50
  static let centralSize = 46
  /// End of central directory record (4.3.16).
  static let endSignature: UInt32 = 0x0605_4b50
  static let endSize = 22
  /// ZIP64 end of central directory record and locator (4.3.14, 4.3.15).
  static let end64Signature: UInt32 = 0x0606_4b50
  static let end64Size = 56
  static let locator64Signature: UInt32 = 0x0706_4b50
  static let locator64Size = 20
  /// Data descriptor (4.3.9); its signature is optional.
  static let descriptorSignature: UInt32 = 0x0807_4b50

  /// In a field of two or four bytes: look into the ZIP64 structures.
  static let sentinel16: UInt16 = 0xffff
  static let sentinel32: UInt32 = 0xffff_ffff

  /// General purpose flags (4.4.4).
  enum Flag {
    static let encrypted: UInt16 = 1 << 0
    static let deflateOptions: UInt16 = 3 << 1
    static let descriptor: UInt16 = 1 << 3
    static let patched: UInt16 = 1 << 5
    static let strongEncryption: UInt16 = 1 << 6
    static let utf8: UInt16 = 1 << 11
    static let maskedHeaders: UInt16 = 1 << 13
    /// Enhanced deflating, and the bits that PKWARE keeps to itself.
    static let reserved: UInt16 = 1 << 4 | 0b1111 << 7 | 1 << 12 | 0b11 << 14
  }

  /// Extra fields (4.5, and those of Info-ZIP and others).
  enum Extra {
    static let zip64: UInt16 = 0x0001
    static let pkwareUnix: UInt16 = 0x000d
    static let strongEncryption: UInt16 = 0x0017
    static let times: UInt16 = 0x5455
    static let asiUnix: UInt16 = 0x756e
    static let libarchiveAttributes: UInt16 = 0x6c78
    static let unicodePath: UInt16 = 0x7075
    static let aes: UInt16 = 0x9901
  }

  /// The highest version of the specification, times ten, that defines what is read here (4.4.3.2).
  static let highestVersion: UInt16 = 63
  /// The highest version that something stored or deflated can need: of what states more, unzip
  /// leaves the entry out.
  static let highestPlainVersion: UInt16 = 46
  /// The version that brought ZIP64.
  static let zip64Version: UInt16 = 45

  /// Deflate cannot pack more tightly than this (one bit for 258 bytes, and the block's head).
  static let deflateMaximumRatio: UInt64 = 1032
}
