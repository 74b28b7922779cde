/// The metadata fields of `hoso metadata`, named as in its JSON.
public enum MetadataField: String, Sendable, Hashable, Codable, CaseIterable {
  case title, subject, creator, keywords, description, lastModifiedBy, revision
  case created, modified, lastPrinted
  case category, contentStatus, language
  case application, appVersion, template, company, manager
  case pages, words, characters, paragraphs
  /// Editing time in whole minutes.
  case totalTime
  /// Editing time in seconds, exact (OpenDocument).
  case totalTimeSeconds
}

/// How sure the zone of a date is.
public enum ZoneCertainty: String, Sendable, Hashable, Codable {
  /// The file gives a zone, and the program that wrote it is known to mean it.
  case stated
  /// The file says "Z", yet the program is known to write local time so (LibreOffice's DOCX).
  case doubtful
  /// The file gives no zone: local time of the machine that wrote it.
  case none
}

/// A date of the metadata, as written and as understood.
public struct MetadataDate: Sendable, Hashable {
  /// The text as the file has it.
  public var raw: String
  /// RFC 3339 to the second, with "Z" where the file gives a zone (offsets folded into UTC) and
  /// without where it gives none; nothing where the text is no date.
  public var normalized: String?
  /// Seconds since 1970 in UTC; a date without a zone is counted as though it were UTC.
  public var seconds: Int?
  /// How sure the zone is.
  public var zone: ZoneCertainty

  /// Makes a date.
  public init(raw: String, normalized: String?, seconds: Int?, zone: ZoneCertainty) {
    self.raw = raw
    self.normalized = normalized
    self.seconds = seconds
    self.zone = zone
  }
}

/// The value of a metadata field.
public enum MetadataValue: Sendable, Hashable {
  case text(String)
  case number(Int)
  case list([String])
  case date(MetadataDate)
}

/// A property the author or a program added to the file.
public struct CustomProperty: Sendable, Hashable {
  /// Its name, not normalized.
  public var name: String
  /// Its type as the format calls it ("lpwstr", "filetime", "float", …).
  public var type: String
  /// Its value as text, trimmed.
  public var value: String

  /// Makes a property.
  public init(name: String, type: String, value: String) {
    self.name = name
    self.type = type
    self.value = value
  }
}

/// Things about a document that an inspector wants pointed out.
public enum DocumentFlag: String, Sendable, Hashable, Codable, CaseIterable {
  case macros
  case trackedChanges = "tracked-changes"
  case comments
  case externalLinks = "external-links"
  case signed
  case embeddedObjects = "embedded-objects"
  case hiddenText = "hidden-text"
  case templateRemote = "template-remote"
  /// Text in a legacy Vietnamese encoding (TCVN3, VNI).
  case legacyEncoding = "legacy-encoding"
  /// Two readers of the container could see different documents.
  case ambiguousContainer = "ambiguous-container"
  /// Pages without any text layer: a scan.
  case noText = "no-text"
}

/// What a file says of itself: never a claim of ours.
public struct DocumentMetadata: Sendable, Hashable {
  /// The fields that are present; a field that is absent from here and from `unreadable` is absent
  /// from the file.
  public var fields: [MetadataField: MetadataValue] = [:]
  /// The fields that are there but cannot be understood, with the reason.
  public var unreadable: [MetadataField: UnreadableReason] = [:]
  /// The custom properties in file order; two may carry one name.
  public var custom: [CustomProperty] = []
  /// What to point out.
  public var flags: Set<DocumentFlag> = []
  /// Which way each part was found ("core": "rel", "content-type" or "path").
  public var via: [String: String] = [:]
  /// Further values by name, in the words of the format (signature count, rsids, camera, …).
  public var details: [String: [String]] = [:]
  /// Whether `fields` is only what could be saved of a file that is not readable as a whole.
  public var isPartial = false

  /// Makes empty metadata.
  public init() {}

  /// The text of a field, where it is one.
  public func text(_ field: MetadataField) -> String? {
    if case .text(let value)? = fields[field] { value } else { nil }
  }

  /// The date of a field, where it is one.
  public func date(_ field: MetadataField) -> MetadataDate? {
    if case .date(let value)? = fields[field] { value } else { nil }
  }

  /// The number of a field, where it is one.
  public func number(_ field: MetadataField) -> Int? {
    if case .number(let value)? = fields[field] { value } else { nil }
  }
}

/// All that reading one file gave.
public struct DocumentReading: Sendable {
  /// What the file is.
  public var format: FileFormat
  /// Why its metadata is not readable, or nothing where it is.
  public var problem: ReadProblem?
  /// What it says of itself.
  public var metadata: DocumentMetadata
  /// Its text in reading order; empty where it has none, or where it was not asked for.
  public var blocks: [TextBlock]
  /// Why its text is not readable although its metadata is, or nothing.
  public var textProblem: ReadProblem?

  /// Makes a reading.
  public init(
    format: FileFormat, problem: ReadProblem? = nil, metadata: DocumentMetadata = .init(),
    blocks: [TextBlock] = [], textProblem: ReadProblem? = nil
  ) {
    self.format = format
    self.problem = problem
    self.metadata = metadata
    self.blocks = blocks
    self.textProblem = textProblem
  }
}
