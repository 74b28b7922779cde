/// The findings that a declaration accepts.
struct Acceptances {
  /// What is accepted of one code, each with its place in the declaration: the first one counts.
  private struct OfCode {
    /// By the path: an archive's own index names thousands one by one.
    var exact: [String: Int] = [:]
    var patterns: [(pattern: GlobPattern, place: Int)] = []
    var everywhere: Int?
  }

  private let all: [Declaration.Acceptance]
  private var byCode: [String: OfCode] = [:]
  private let isPacked: Bool

  init(_ declaration: Declaration) {
    all = declaration.accept
    isPacked = declaration.isPacked
    for (place, acceptance) in all.enumerated() {
      var ofCode = byCode[acceptance.finding] ?? OfCode()
      if let path = acceptance.path {
        if isPacked {
          ofCode.exact[path] = ofCode.exact[path] ?? place
        } else {
          ofCode.patterns.append((GlobPattern(path), place))
        }
      } else {
        ofCode.everywhere = ofCode.everywhere ?? place
      }
      byCode[acceptance.finding] = ofCode
    }
  }

  /// Why a finding is accepted; nothing where it is not.
  func reason(for finding: Finding) -> String? {
    guard let ofCode = byCode[finding.code.rawValue] else { return nil }
    let path = finding.path
    let places = [
      ofCode.everywhere, path.flatMap { ofCode.exact[$0] },
      path.flatMap { path in ofCode.patterns.first { $0.pattern.matches(path) }?.place },
    ]
    return places.compactMap(\.self).min().map { all[$0].reason }
  }

  /// What is said of acceptances that nothing answers to: a wrong path, or a fault that was mended.
  ///
  /// A packer's are not his to mend any more.
  func unused(by findings: [Finding]) -> [Finding] {
    guard !isPacked else { return [] }
    let paths = Dictionary(grouping: findings, by: \.code.rawValue)
      .mapValues { $0.map(\.path) }
    return all.filter { acceptance in
      guard let found = paths[acceptance.finding] else { return true }
      guard let pattern = acceptance.path.map(GlobPattern.init) else { return false }
      return !found.contains { $0.map { pattern.matches($0) } ?? false }
    }.map { acceptance in
      Finding(
        .fileAcceptanceUnused, path: Placer.declarationName,
        variant: acceptance.path == nil ? nil : "path",
        arguments: [
          "accepted": .text(acceptance.finding), "pattern": .text(acceptance.path ?? ""),
        ])
    }
  }
}
