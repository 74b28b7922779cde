/// All points and ratings that one document states.
struct DocumentScore: Sendable {
  /// What points are for.
  enum Subject: Sendable, Hashable {
    case total
    case code(String)
  }

  /// Points as stated once.
  struct Entry: Sendable, Hashable {
    var points: Points
    var maximum: Points?
    var quote: String
    /// The table it stands in; nothing for running text.
    var table: Int?
  }

  /// The item the document stands for.
  let item: DossierItem
  /// Its path.
  let path: String
  /// What it states, in reading order.
  private(set) var entries: [Subject: [Entry]] = [:]
  /// The ratings it states, by id, without repetition.
  private(set) var ratings: [Stated<String>] = []
  /// The first rating beside its total that the profile does not have.
  let foreignRating: Stated<String>?
  /// The words of a total it leaves blank.
  let blankTotal: String?
  /// The number of its score tables.
  let tableCount: Int
  /// A points cell of a criterion that holds no number.
  private(set) var unreadable: String?
  /// Whether a score table of it holds no points at all.
  private(set) var hasBlankTable = false
  /// The criteria that have a row in a score table, and whether any row is of none.
  private var rowCodes: Set<String> = []
  private var hasUnknownRow = false
  /// Whether it states points of any kind.
  private(set) var hasPoints: Bool

  init(item: DossierItem, file: IndexedFile, profile: Profile) {
    self.item = item
    path = file.path
    tableCount = file.facts.scoreSheets.count
    foreignRating = file.facts.foreignRatings.first
    blankTotal = file.facts.blankTotal
    hasPoints = !file.facts.points.isEmpty
    for (index, sheet) in file.facts.scoreSheets.enumerated() {
      read(sheet, index: index, profile: profile)
    }
    for statement in file.facts.points {
      let subject: Subject
      switch statement.subject {
      case .total: subject = .total
      case .criterion(let code):
        subject = .code(Self.code(code, statedMaximum: statement.maximum, profile))
      case .unknown, .unclear: continue
      }
      entries[subject, default: []].append(
        Entry(
          points: statement.points, maximum: statement.maximum, quote: statement.quote, table: nil))
    }
    for rating in file.facts.ratings where !ratings.contains(where: { $0.value == rating.value }) {
      ratings.append(rating)
    }
  }

  /// The code that points are for, told by the maximum beside them: "28/30" in a sentence about
  /// the last criterion of a group is the group's.
  private static func code(
    _ code: String, statedMaximum: Points?, _ profile: Profile
  ) -> String {
    guard let statedMaximum, let criterion = profile.criterion(code),
      criterion.maximum != statedMaximum,
      let group = profile.allCriteria.first(where: { group in
        group.children.contains { $0.code == code }
      }), group.maximum == statedMaximum
    else { return code }
    return group.code
  }

  private mutating func read(_ sheet: ScoreSheet, index: Int, profile: Profile) {
    var codes: Set<String> = []
    var hasAny = false
    for row in sheet.rows {
      if row.points != nil { hasAny = true }
      guard let code = row.code else {
        hasUnknownRow = true
        continue
      }
      codes.insert(code)
      if row.points == nil, let text = row.unreadablePoints,
        profile.criterion(code)?.isLeaf == true
      {
        unreadable = unreadable ?? text
      }
      guard let points = row.points else { continue }
      entries[.code(code), default: []].append(
        Entry(points: points, maximum: row.maximum, quote: Self.quote(row), table: index))
    }
    rowCodes.formUnion(codes)
    if let total = sheet.total, let points = total.points {
      hasAny = true
      let subject = Self.subject(ofTotalOver: codes, profile: profile)
      // The sum below a table of one group is that group's; where the group's row says so too, once.
      entries[subject, default: []].append(
        Entry(points: points, maximum: total.maximum, quote: Self.quote(total), table: index))
    }
    hasPoints = hasPoints || hasAny
    hasBlankTable = hasBlankTable || (!hasAny && !codes.isEmpty && unreadable == nil)
  }

  /// The criteria that have no row although most of their group have one.
  ///
  /// - Returns: their codes; nothing where there are none, or where a row could not be mapped.
  func missingRows(_ profile: Profile) -> [String]? {
    guard !hasUnknownRow else { return nil }
    let missing = profile.allCriteria.filter { !$0.isLeaf }.flatMap { group -> [String] in
      let leaves = group.children.filter(\.isLeaf).map(\.code)
      let absent = leaves.filter { !rowCodes.contains($0) && entries[.code($0)] == nil }
      return absent.count * 2 < leaves.count ? absent : []
    }
    return missing.isEmpty ? nil : missing
  }

  private static func subject(ofTotalOver codes: Set<String>, profile: Profile) -> Subject {
    let groups = profile.criteria.filter { group in
      group.withDescendants.contains { codes.contains($0.code) }
    }
    return groups.count == 1 && profile.criteria.count > 1 ? .code(groups[0].code) : .total
  }

  private static func quote(_ row: ScoreSheet.Row) -> String {
    var parts = [row.written]
    if let points = row.points {
      let maximum = row.maximum.map { "/\($0.formatted())" } ?? ""
      parts.append("\(points.formatted())\(maximum)")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// The points of a subject where the document states one value only.
  func value(_ subject: Subject) -> Points? {
    guard let all = entries[subject], let first = all.first else { return nil }
    return all.allSatisfy { $0.points == first.points } ? first.points : nil
  }

  /// The total that its score table states, where it has one only.
  var totalOfTable: Points? {
    guard tableCount == 1 else { return nil }
    return entries[.total]?.first { $0.table != nil }?.points
  }

  /// Two entries that state different points for one subject.
  func conflict(_ subject: Subject) -> (Entry, Entry)? {
    guard let all = entries[subject], let first = all.first,
      let other = all.first(where: { $0.points != first.points })
    else { return nil }
    return (first, other)
  }

  /// Whether the document states different points for a subject.
  func isContradictory(_ subject: Subject) -> Bool { conflict(subject) != nil }

  /// The points of a group: as stated, else the sum of its criteria where all are stated.
  func value(ofGroup group: Criterion) -> Points? {
    if entries[.code(group.code)] != nil { return value(.code(group.code)) }
    return sum(of: group)
  }

  /// The sum of a group's criteria where the document states every one.
  func sum(of group: Criterion) -> Points? {
    guard !group.isLeaf else { return nil }
    let parts = group.children.map { value(ofGroup: $0) }
    guard !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.reduce(.zero, +)
  }

  /// The total: as stated, else the sum of all groups where every one is known.
  func total(_ profile: Profile) -> Points? {
    if entries[.total] != nil { return value(.total) }
    return sumOfGroups(profile)
  }

  /// The sum of all groups where the document states every one, or all its criteria.
  func sumOfGroups(_ profile: Profile) -> Points? {
    guard !profile.criteria.isEmpty else { return nil }
    let parts = profile.criteria.map { value(ofGroup: $0) }
    guard !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.reduce(.zero, +)
  }

  /// The words of a subject.
  func quotes(_ subject: Subject) -> [Quote] {
    (entries[subject]?.first).map { [Quote(path: path, text: $0.quote)] } ?? []
  }

  /// The words of what a sum was made of.
  func quotes(ofPartsIn criteria: [Criterion]) -> [Quote] {
    criteria.flatMap { criterion in
      let own = quotes(.code(criterion.code))
      return own.isEmpty ? quotes(ofPartsIn: criterion.children) : own
    }
  }
}

/// The documents of a dossier that state points: the sheet, the report, the minutes.
struct ScoreView: Sendable {
  /// The documents in the order in which they are believed.
  let documents: [DocumentScore]
  /// Whether a document that should state points could not be read.
  let hasUnread: Bool
  /// Whether there is a sheet or a report at all.
  let hasBearer: Bool

  init(_ subject: AuditSubject) {
    self.init(index: subject.index, profile: subject.profile)
  }

  init(index: DossierIndex, profile: Profile) {
    let roles: [DossierItem.Role] = [.scoreSheet, .report, .minutes]
    var documents: [DocumentScore] = []
    var hasUnread = false
    var hasBearer = false
    for role in roles {
      for item in profile.items where item.role == role && item.kind == .document {
        guard let file = index.document(of: item) else {
          hasUnread = hasUnread || index.ambiguous[item.id] != nil
          continue
        }
        if role != .minutes { hasBearer = true }
        if file.hasText {
          documents.append(DocumentScore(item: item, file: file, profile: profile))
        } else if role != .minutes {
          hasUnread = true
        }
      }
    }
    self.documents = documents
    self.hasUnread = hasUnread
    self.hasBearer = hasBearer
  }

  /// The documents of a role.
  func document(_ role: DossierItem.Role) -> DocumentScore? {
    documents.first { $0.item.role == role }
  }

  /// The words in which the points of a criterion, else of its group, are stated.
  func quotes(for code: String) -> [Quote] {
    for document in documents {
      let quotes = document.quotes(.code(code))
      if !quotes.isEmpty { return quotes }
    }
    return []
  }
}
