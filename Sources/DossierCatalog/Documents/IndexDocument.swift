public import DossierModel

/// The answer of `hoso index --format json` (`hoso.index/1`).
public struct IndexDocument: Codable, Sendable {
  /// Number and notation.
  public struct NotationPart: Codable, Sendable {
    /// As written.
    public var written: String
    /// The number.
    @Nullable public var number: Int?
    /// The notation without the number.
    public var symbol: String
  }

  /// What the text of a file states.
  public struct DocumentPart: Codable, Sendable {
    /// The abbreviation of its type.
    @Nullable public var type: String?
    /// The type's name as written.
    @Nullable public var typeName: String?
    /// Number and notation.
    @Nullable public var notation: NotationPart?
    /// The date of issue.
    @Nullable public var date: String?
    /// The place of issue.
    @Nullable public var place: String?
    /// The issuing body.
    @Nullable public var issuingBody: String?
    /// The superior body.
    @Nullable public var superiorBody: String?
    /// The subject.
    @Nullable public var subject: String?
    /// The signer's position.
    @Nullable public var signerPosition: String?
    /// The signer's name.
    @Nullable public var signerName: String?
    /// The year it says it assesses.
    @Nullable public var year: Int?
    /// The evidence codes it cites.
    public var evidenceCodes: [String]
    /// The words of its text.
    public var words: Int
  }

  /// One file.
  public struct FilePart: Codable, Sendable {
    /// The path, "/" between the parts.
    public var path: String
    /// The bytes of the path in hex, where they are no UTF-8.
    @Nullable public var rawPath: String?
    /// Where it stands in the archive, where it is packed.
    @Nullable public var archivePath: String?
    /// `regular`, `link` or `special`.
    public var kind: String
    /// The size in bytes.
    public var size: Int64
    /// The file system's time of the last change.
    @Nullable public var modified: String?
    /// The SHA-256.
    @Nullable public var sha256: String?
    /// What it is by content.
    public var format: String
    /// The item it belongs to.
    @Nullable public var item: String?
    /// The criteria it supports.
    public var criteria: [String]
    /// On what grounds, in words.
    public var why: String
    /// On what grounds, in one stable word.
    public var ground: String
    /// Whether another file was chosen for the item.
    public var alternative: Bool
    /// What its text states; nothing where no text was read.
    @Nullable public var document: DocumentPart?
    /// What it says of itself.
    public var metadata: MetadataDocument
  }

  /// `hoso.index/1`.
  public var schema: String
  /// The profile.
  public var profile: CheckDocument.ProfilePart
  /// The assessed year.
  @Nullable public var year: Int?
  /// Where the year was taken from.
  @Nullable public var yearSource: String?
  /// The unit.
  @Nullable public var unit: String?
  /// Where the unit was taken from.
  @Nullable public var unitSource: String?
  /// The files, sorted by path.
  public var files: LongList<FilePart>
}

extension IndexDocument {
  /// Puts an index into words.
  ///
  /// - Parameter archivePaths: where packed files stand in the archive, by their path.
  public init(
    index: DossierIndex, profile: Profile, catalog: Catalog, language: Language,
    archivePaths: ArchivePaths = [:]
  ) {
    schema = "hoso.index/1"
    self.profile = .init(id: profile.id, title: profile.title[language])
    _year = Nullable(wrappedValue: index.year)
    _yearSource = Nullable(wrappedValue: index.yearSource?.rawValue)
    _unit = Nullable(wrappedValue: index.unit)
    _unitSource = Nullable(wrappedValue: index.unitSource?.rawValue)
    files = LongList(count: index.files.count) { position in
      let file = index.files[position]
      return FilePart(
        file, archivePath: archivePaths[file.path],
        why: catalog.why(file.placement, language, profile: profile))
    }
  }
}

extension IndexDocument.FilePart {
  fileprivate init(_ file: IndexedFile, archivePath: String?, why: String) {
    self.init(
      path: file.path, rawPath: file.rawPath.map { Hex.text($0) }, archivePath: archivePath,
      kind: file.kind.rawValue, size: file.size,
      modified: file.modifiedSeconds.map { JSONText.time($0) }, sha256: file.sha256,
      format: file.format.rawValue, item: file.placement.item, criteria: file.placement.criteria,
      why: why, ground: file.placement.reason.word, alternative: file.placement.isAlternative,
      document: file.hasText ? .init(file.facts) : nil,
      metadata: MetadataDocument(
        file: file.path, format: file.format, problem: file.problem, metadata: file.metadata))
  }
}

extension IndexDocument.DocumentPart {
  fileprivate init(_ facts: DocumentFacts) {
    let header = facts.header
    self.init(
      type: header.typeAbbreviation, typeName: header.typeName,
      notation: header.notation.map {
        .init(written: $0.written, number: $0.number, symbol: $0.symbol)
      },
      date: header.date?.value.iso, place: header.place, issuingBody: header.issuingBody,
      superiorBody: header.superiorBody, subject: header.subject,
      signerPosition: header.signer?.position, signerName: header.signer?.name,
      year: facts.assessedYear?.value, evidenceCodes: facts.evidenceCodes.map(\.value),
      words: facts.wordCount)
  }
}

extension Placement.Reason {
  /// The ground in one stable word.
  var word: String {
    switch self {
    case .declared, .packed: "declared"
    case .folder: "folder"
    case .title: "title"
    case .notation: "notation"
    case .fileName: "file-name"
    case .evidenceCode: "evidence-code"
    case .citation: "citation"
    case .ignored: "ignored"
    case .temporary: "temporary"
    case .none: "none"
    }
  }
}
