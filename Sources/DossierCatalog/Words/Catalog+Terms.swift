public import DossierModel

extension Catalog {
  /// Why a file could not be read, and what to do, as a sentence for whoever keeps the dossier.
  public func reason(_ reason: UnreadableReason, _ language: Language) -> String {
    text("reason.\(reason.rawValue)", language)
  }

  /// The name of a kind of file.
  public func format(_ format: FileFormat, _ language: Language) -> String {
    text("format.\(format.rawValue)", language)
  }

  /// The name of a flag.
  public func flag(_ flag: DocumentFlag, _ language: Language) -> String {
    text("flag.\(flag.rawValue)", language)
  }

  /// The name of a metadata field.
  public func field(_ field: MetadataField, _ language: Language) -> String {
    text("field.\(field.rawValue)", language)
  }

  /// The name of a severity.
  public func severity(_ severity: Severity, _ language: Language) -> String {
    text("severity.\(severity.rawValue)", language)
  }

  /// On what grounds a file was placed.
  public func why(_ placement: Placement, _ language: Language, profile: Profile? = nil) -> String {
    let ground = why(placement.reason, language)
    guard placement.isAlternative, let id = placement.item else { return ground }
    let item = profile?.item(id)?.title[language] ?? id
    return ground + "; " + text("why.alternative", language, ["item": .text(item)])
  }

  /// On what grounds a file was placed.
  public func why(_ reason: Placement.Reason, _ language: Language) -> String {
    switch reason {
    case .declared: text("why.declared", language)
    case .packed: text("why.packed", language)
    case .folder(let name): text("why.folder", language, ["name": .text(name)])
    case .title(let words): text("why.title", language, ["words": .text(words)])
    case .notation(let notation): text("why.notation", language, ["notation": .text(notation)])
    case .fileName(let words): text("why.file-name", language, ["words": .text(words)])
    case .evidenceCode(let code): text("why.evidence-code", language, ["code": .text(code)])
    case .citation(let words): text("why.citation", language, ["words": .text(words)])
    case .ignored(let pattern) where pattern == "dossier.yaml":
      text("why.declaration-file", language)
    case .ignored(let pattern): text("why.ignored", language, ["pattern": .text(pattern)])
    case .temporary: text("why.temporary", language)
    case .none: text("why.none", language)
    }
  }
}
