/// Points are claimed for a criterion and no file stands behind them.
///
/// Where the dossier holds no evidence at all, `item.missing` says so once.
struct NoEvidenceRule: Rule {
  let codes: [FindingCode] = [.criterionNoEvidence]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard ItemStates.hasEvidence(subject) else { return [] }
    return listed(subject) + open(subject)
  }

  private func open(_ subject: AuditSubject) -> [Finding] {
    OpenCriteria(subject).bare.map { document, heading in
      Finding(
        .criterionNoEvidence, path: document.file.path, item: document.item.id,
        criterion: heading.code, variant: "unscored",
        arguments: ["criterion": .text(heading.code), "title": .text(heading.title)],
        quotes: Quote.list(document.file.path, heading.quote))
    }
  }

  private func listed(_ subject: AuditSubject) -> [Finding] {
    let states = CriterionStates(subject)
    let elsewhere = Self.declaredElsewhere(subject)
    return subject.profile.leafCriteria.filter(\.needsEvidence).compactMap { criterion in
      guard states.evidence(for: criterion).isEmpty else { return nil }
      var arguments: [String: FindingArgument] = [
        "criterion": .text(criterion.code), "title": .localized(criterion.title),
      ]
      var variant: String?
      switch states.claim(for: criterion) {
      case .points(let points):
        variant = nil
        arguments["points"] = .points(points)
      case .group(let group, let points):
        variant = "group"
        arguments["group"] = .text(group)
        arguments["points"] = .points(points)
      case .total(let points):
        variant = "group"
        arguments["group"] = .text(states.group(of: criterion)?.code ?? criterion.code)
        arguments["points"] = .points(points)
      case .unscored: variant = "unscored"
      case .nothing, .unknown: return nil
      }
      if let files = elsewhere[criterion.code] {
        variant = "declared-elsewhere"
        arguments["files"] = .list(files)
      }
      return Finding(
        .criterionNoEvidence, criterion: criterion.code, variant: variant, arguments: arguments,
        quotes: ScoreView(subject).quotes(for: criterion.code))
    }
  }

  /// The files that `dossier.yaml` takes away from the criterion of their folder, by its code.
  private static func declaredElsewhere(_ subject: AuditSubject) -> [String: [String]] {
    let declared = subject.ownFiles.filter { $0.placement.reason == .declared && $0.mayHoldBytes }
    guard !declared.isEmpty else { return [:] }
    var found: [String: [String]] = [:]
    let readings = PathReader(profile: subject.profile).read(declared.map(\.path))
    for (file, reading) in zip(declared, readings) {
      for code in reading.criteria where !file.placement.criteria.contains(code) {
        found[code, default: []].append(file.path)
      }
    }
    return found
  }
}
