/// What a dossier must hold, as data: one regime of self-assessment.
///
/// Everything a decree lays down, and every word by which a thing is known, stands here and in the
/// YAML file it is read from; no Swift code knows a criterion.
public struct Profile: Sendable, Hashable {
  /// The identifier ("tt22-2020").
  public var id: String
  /// The regime's title.
  public var title: LocalizedText
  /// Where its rules come from (decree, circular), and what is not known of them.
  public var source: LocalizedText
  /// The required things, in the order of their folders.
  public var items: [DossierItem]
  /// The groups and criteria as a tree; a group's children are its criteria.
  public var criteria: [Criterion]
  /// How points are given, or nothing where the regime gives none.
  public var scoring: Scoring?
  /// The dates a dossier must keep.
  public var dates: DateRules
  /// Forms of evidence codes, where the regime has them.
  public var evidenceCodes: [EvidenceCodeForm]
  /// Words by which a folder or file shows that it belongs to a criterion ("tiêu chí", "TC").
  public var criterionWords: [String]
  /// Words by which a document says what year it assesses, before the year ("đơn vị học tập năm").
  public var yearWords: [String]
  /// The folder of an archive for files that belong to no item; empty: beside the items.
  public var otherFolder = ""
  /// Whether `criteria` is not the whole list: a criterion that an evidence code or a folder names
  /// counts even where the tree does not have it.
  ///
  /// So for regimes whose list depends on the kind of unit and is left for the user to fill in.
  public var hasOpenCriteria = false
  /// Whether a level takes in those below it, and a criterion is told of level by level: only the
  /// words for the self-assessment state one, and of several marked levels the highest.
  public var hasCumulativeLevels = false
  /// The levels a regime without points gives, best first.
  public var levels: [Level] = []

  /// Makes a profile.
  public init(
    id: String, title: LocalizedText, source: LocalizedText, items: [DossierItem],
    criteria: [Criterion], scoring: Scoring? = nil, dates: DateRules = .init(),
    evidenceCodes: [EvidenceCodeForm] = [], criterionWords: [String] = [], yearWords: [String] = []
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.items = items
    self.criteria = criteria
    self.scoring = scoring
    self.dates = dates
    self.evidenceCodes = evidenceCodes
    self.criterionWords = criterionWords
    self.yearWords = yearWords
  }

  /// A level that a regime without points gives.
  public struct Level: Sendable, Hashable {
    /// The identifier ("muc-2").
    public var id: String
    /// Its name.
    public var title: LocalizedText
    /// Words by which a text states it.
    public var words: [String]
    /// Whether only some of the criteria ask anything for it: a criterion without it stands in no
    /// unit's way.
    public var isOfSome = false

    /// Makes a level.
    public init(id: String, title: LocalizedText, words: [String]) {
      self.id = id
      self.title = title
      self.words = words
    }
  }

  /// The item with an id.
  public func item(_ id: String) -> DossierItem? { items.first { $0.id == id } }

  /// The item that holds the evidence, where the regime has one.
  public var evidenceItem: DossierItem? { items.first { $0.kind == .evidence } }

  /// All groups and criteria, each before its children.
  public var allCriteria: [Criterion] { criteria.flatMap(\.withDescendants) }

  /// The criteria that have no children.
  public var leafCriteria: [Criterion] { allCriteria.filter(\.isLeaf) }

  /// The group or criterion with a code.
  public func criterion(_ code: String) -> Criterion? {
    for criterion in criteria {
      if let found = criterion.descendant(code) { return found }
    }
    return nil
  }
}

/// One of the things a dossier must hold.
public struct DossierItem: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One document.
    case document
    /// Files arranged by criterion.
    case evidence
  }

  /// What the rules must know of a document's part in the whole.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case plan, report, minutes
    case scoreSheet = "score-sheet"
    case evidence
    case other
  }

  /// The identifier ("plan", "report", "minutes", "score-sheet", "evidence").
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// What kind of thing it is.
  public var kind: Kind
  /// Its part in the whole.
  public var role: Role
  /// The folder `hoso new` and `hoso pack` give it ("1-ke-hoach").
  public var folder: String
  /// Whether a dossier without it is incomplete.
  public var isRequired: Bool
  /// Whether it is any number of papers, wherever they lie, and none of them stands for all.
  public var mayBeSeveral = false
  /// Words of a title by which it is known, the most telling first.
  public var titleWords: [String]
  /// Words of a folder or file name by which it is known.
  public var nameWords: [String]
  /// Words that tell another document from this item, wherever they stand in its title.
  public var notWords: [String]
  /// Abbreviations of the document types it may have ("KH").
  public var types: [String]
  /// Whether it must carry a date and a notation.
  public var needsNotation: Bool
  /// Whether it must carry a date.
  public var needsDate: Bool
  /// The first day it may bear, counted from the assessed year; nothing where any is right.
  public var earliest: DateRules.YearDay?
  /// The last day it may bear, counted from the assessed year; nothing where any is right.
  public var latest: DateRules.YearDay?

  /// Makes an item.
  public init(
    id: String, title: LocalizedText, kind: Kind, role: Role, folder: String,
    isRequired: Bool = true, titleWords: [String] = [], nameWords: [String] = [],
    notWords: [String] = [], types: [String] = [], needsNotation: Bool = false,
    needsDate: Bool = false
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.role = role
    self.folder = folder
    self.isRequired = isRequired
    self.titleWords = titleWords
    self.nameWords = nameWords
    self.notWords = notWords
    self.types = types
    self.needsNotation = needsNotation
    self.needsDate = needsDate
  }
}

/// A group of criteria, or a criterion.
public struct Criterion: Sendable, Hashable {
  /// The code ("1", "1a").
  public var code: String
  /// Its short wording.
  public var title: LocalizedText
  /// The maximum of points, where the regime gives points.
  public var maximum: Points?
  /// The points that may be given, where a local rubric says so; empty: any up to the maximum.
  public var steps: [Points]
  /// Words by which a row or sentence without a code is known to speak of it.
  public var words: [String]
  /// Whether evidence is asked for; of a group, whether of its criteria.
  public var needsEvidence: Bool
  /// Its criteria, where it is a group.
  public var children: [Criterion]

  /// Makes a criterion.
  public init(
    code: String, title: LocalizedText, maximum: Points? = nil, steps: [Points] = [],
    words: [String] = [], needsEvidence: Bool = true, children: [Criterion] = []
  ) {
    self.code = code
    self.title = title
    self.maximum = maximum
    self.steps = steps
    self.words = words
    self.needsEvidence = needsEvidence
    self.children = children
  }

  /// Whether it has no criteria below it.
  public var isLeaf: Bool { children.isEmpty }

  /// Itself and all below it.
  public var withDescendants: [Criterion] { [self] + children.flatMap(\.withDescendants) }

  /// The criterion itself, or the one below it, that has a code.
  func descendant(_ code: String) -> Criterion? {
    if self.code == code { return self }
    for child in children {
      if let found = child.descendant(code) { return found }
    }
    return nil
  }
}

/// A form of evidence code: literal text with fields.
public struct EvidenceCodeForm: Sendable, Hashable {
  /// The form, with `{box}`, `{standard}`, `{criterion}`, `{number}` for digits and everything else
  /// literal: `H{box}-{standard}.{criterion}-{number}`.
  public var form: String
  /// The criterion it belongs to, in the same fields: `{standard}.{criterion}`.
  public var criterion: String

  /// Makes a form.
  public init(form: String, criterion: String) {
    self.form = form
    self.criterion = criterion
  }
}
