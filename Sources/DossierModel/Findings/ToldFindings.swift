extension [Finding] {
  /// The findings as people are told them: what one says already goes with it, so that one thing to
  /// do is told once.
  ///
  /// A required document with a password is unreadable for its password, and one whose file has no
  /// byte, or is declared where none is, is missing for that; each code of its own stands in JSON.
  public func told() -> [Finding] {
    var leads: [Place: Int] = [:]
    for (position, finding) in enumerated() {
      switch (finding.code, finding.variant) {
      case (.itemUnreadable, "encrypted"):
        if let path = finding.path { leads[Place(.documentEncrypted, path)] = position }
      case (.itemMissing, "empty"):
        guard case .list(let paths)? = finding.arguments["files"] else { continue }
        for path in paths { leads[Place(.fileEmpty, path)] = position }
      case (.itemMissing, "declared"):
        guard case .list(let names)? = finding.arguments["files"] else { continue }
        for name in names { leads[Place(.evidenceDangling, name)] = position }
      default: continue
      }
    }
    guard !leads.isEmpty else { return self }
    var told = self
    var isSaid = Set<Int>()
    for (position, finding) in enumerated() {
      guard let lead = Place(finding).flatMap({ leads[$0] }),
        self[lead].accepted == finding.accepted
      else { continue }
      if !told[lead].also.contains(finding.code) { told[lead].also.append(finding.code) }
      isSaid.insert(position)
    }
    return told.enumerated().filter { !isSaid.contains($0.offset) }.map(\.element)
  }

  /// A finding that another may say, by its code and the bytes of its path, or of the path declared.
  private struct Place: Hashable {
    let code: FindingCode
    let path: [UInt8]

    init(_ code: FindingCode, _ path: String) {
      self.code = code
      self.path = [UInt8](path.utf8)
    }

    init?(_ finding: Finding) {
      if case .text(let pattern)? = finding.arguments["pattern"] {
        self.init(finding.code, pattern)
      } else if let path = finding.path {
        self.init(finding.code, path)
      } else {
        return nil
      }
    }
  }
}
