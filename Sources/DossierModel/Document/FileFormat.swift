/// What a file is, by its content and never by its extension.
public enum FileFormat: String, Sendable, Hashable, Codable, CaseIterable {
  case docx, docm, dotx, dotm
  case xlsx, xlsm, xltx
  case pptx, pptm, potx
  case odt, ott, ods, odp, odg
  case flatODT = "fodt"
  case flatODS = "fods"
  case pdf
  case doc, xls, ppt
  /// An OLE compound file of no kind known here.
  case ole
  case rtf
  case jpeg, png, gif, tiff, bmp, webp, heic, svg
  case mp4, mp3, avi, wav
  case zip, rar, gzip, tar
  case sevenZip = "7z"
  case html, xml, text
  /// A file of no bytes.
  case empty
  case unknown

  /// Whether the format is of the Office Open XML family (ISO/IEC 29500).
  public var isOfficeOpenXML: Bool {
    switch self {
    case .docx, .docm, .dotx, .dotm, .xlsx, .xlsm, .xltx, .pptx, .pptm, .potx: true
    default: false
    }
  }

  /// Whether the format is an OpenDocument package (ISO/IEC 26300).
  public var isOpenDocumentPackage: Bool {
    switch self {
    case .odt, .ott, .ods, .odp, .odg: true
    default: false
    }
  }

  /// What packing a file's bytes gains.
  public enum Compressibility: Sendable, Hashable {
    /// Nothing: they are compressed already.
    case compressed
    /// Much: they are text, or records of a known form.
    case plain
    /// It depends.
    case unknown
  }

  /// What packing its bytes gains.
  public var compressibility: Compressibility {
    switch self {
    case .flatODT, .flatODS, .doc, .xls, .ppt, .ole, .rtf, .tiff, .bmp, .svg, .wav, .tar, .html,
      .xml, .text:
      .plain
    case .empty, .unknown: .unknown
    default: .compressed
    }
  }
}

/// Why a document could not be read (the contract's list, `hoso metadata`, key `reason`).
public enum UnreadableReason: String, Sendable, Hashable, Codable, CaseIterable {
  case encryptedOLE = "encrypted-ole"
  case encryptedODF = "encrypted-odf"
  /// A PDF that opens only with a password.
  case encryptedPDF = "encrypted-pdf"
  case legacyOLE = "legacy-ole"
  case notZIP = "not-zip"
  case truncated
  case corruptZIP = "corrupt-zip"
  case corruptEntry = "corrupt-entry"
  case malformedXML = "malformed-xml"
  case dtdEntity = "dtd-entity"
  case notOOXML = "not-ooxml"
  case notODF = "not-odf"
  case emptyFile = "empty-file"
  case tooLarge = "too-large"
  case io
  /// A file of another kind that does not follow its own format.
  case corrupt
}

/// A reason with what the reader saw.
public struct ReadProblem: Sendable, Hashable {
  /// The reason.
  public var reason: UnreadableReason
  /// The part of the file it concerns ("docProps/core.xml"), or nothing.
  public var part: String?
  /// What the library underneath said, for a person who looks closer.
  public var detail: String?

  /// Makes a problem.
  public init(_ reason: UnreadableReason, part: String? = nil, detail: String? = nil) {
    self.reason = reason
    self.part = part
    self.detail = detail
  }
}
