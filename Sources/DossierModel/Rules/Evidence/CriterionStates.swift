/// How the criteria stand: what is claimed, and what stands behind it.
struct CriterionStates {
  /// Why a criterion counts as claimed.
  enum Claim: Sendable, Hashable {
    /// Its own points are stated.
    case points(Points)
    /// Only the points of its group are stated.
    case group(String, Points)
    /// Only a total is stated.
    case total(Points)
    /// The regime gives no points.
    case unscored
    /// It is stated that nothing is claimed.
    case nothing
    /// Nothing is stated that could be seen.
    case unknown
  }

  private let subject: AuditSubject
  private let parents: [String: Criterion]
  private let hasCriteria: Bool
  private let filesByCode: [String: [IndexedFile]]

  init(_ subject: AuditSubject) {
    self.subject = subject
    var parents: [String: Criterion] = [:]
    for criterion in subject.profile.allCriteria {
      for child in criterion.children { parents[child.code] = criterion }
    }
    self.parents = parents
    hasCriteria = !subject.score.criteria.isEmpty
    var files: [String: [IndexedFile]] = [:]
    for file in subject.ownFiles where file.mayHoldBytes {
      for code in Set(file.placement.criteria) { files[code, default: []].append(file) }
    }
    filesByCode = files
  }

  /// The group a criterion belongs to.
  func group(of criterion: Criterion) -> Criterion? { parents[criterion.code] }

  /// What is claimed for a leaf criterion.
  func claim(for criterion: Criterion) -> Claim {
    guard subject.profile.scoring != nil else { return .unscored }
    if let points = subject.score.criteria[criterion.code] {
      return points > .zero ? .points(points) : .nothing
    }
    if let group = parents[criterion.code] {
      let state = subject.score.groups.first { $0.code == group.code }
      if let claimed = state?.claimed {
        let siblings = group.children.filter { $0.code != criterion.code }
        let known = siblings.compactMap { subject.score.criteria[$0.code] }
        if known.count == siblings.count, known.reduce(Points.zero, +) >= claimed {
          return .nothing
        }
        return claimed > .zero ? .group(group.code, claimed) : .nothing
      }
    }
    if hasCriteria { return .unknown }
    if let total = subject.score.claimed { return total > .zero ? .total(total) : .nothing }
    return .unknown
  }

  /// The files behind a leaf criterion: its own, else its group's where no criterion of the group
  /// has any of its own.
  func evidence(for criterion: Criterion) -> [IndexedFile] {
    let own = files(criterion.code)
    guard own.isEmpty, let group = parents[criterion.code] else { return own }
    let isSplit = group.children.contains { !files($0.code).isEmpty }
    return isSplit ? [] : files(group.code)
  }

  /// The files placed at exactly one code.
  func files(_ code: String) -> [IndexedFile] { filesByCode[code] ?? [] }

  /// The state of a leaf criterion.
  func state(of criterion: Criterion) -> CheckReport.CriterionState {
    let evidence = evidence(for: criterion)
    let claim = claim(for: criterion)
    let status: CheckReport.CriterionState.Status
    switch claim {
    case .nothing: status = .notClaimed
    case .unknown: status = evidence.isEmpty ? .notClaimed : .supported
    default:
      status = evidence.isEmpty && criterion.needsEvidence ? .unsupported : .supported
    }
    return CheckReport.CriterionState(
      code: criterion.code, claimed: subject.score.criteria[criterion.code],
      evidence: evidence.map(\.path), status: status)
  }
}
