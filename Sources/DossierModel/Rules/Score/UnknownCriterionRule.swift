/// A document scores or lists a criterion that the regime does not have.
struct UnknownCriterionRule: Rule {
  let codes: [FindingCode] = [.scoreUnknownCriterion]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard subject.profile.scoring != nil, !subject.profile.hasOpenCriteria else { return [] }
    var findings: [Finding] = []
    for document in subject.readDocuments where document.item.role != .plan {
      var seen: Set<String> = []
      for statement in document.file.facts.points {
        guard case .unknown(let written) = statement.subject, seen.insert(written).inserted else {
          continue
        }
        findings.append(finding(document, written, nil, quote: statement.quote))
      }
      for sheet in document.file.facts.scoreSheets {
        for row in sheet.rows where row.code == nil && row.points != nil {
          let written = row.written
          guard seen.insert(written).inserted else { continue }
          findings.append(finding(document, written, "row", quote: written))
        }
      }
      for (code, heading) in UnknownPoints(profile: subject.profile).find(in: document.file.facts)
      where seen.insert(code).inserted {
        findings.append(
          finding(document, code, nil, quote: "\(heading.label) \(heading.text)"))
      }
    }
    return findings
  }

  private func finding(
    _ document: AuditSubject.RequiredDocument, _ written: String, _ variant: String?, quote: String
  ) -> Finding {
    Finding(
      .scoreUnknownCriterion, path: document.file.path, item: document.item.id, variant: variant,
      arguments: ["criterion": .text(written), "written": .text(written)],
      quotes: Quote.list(document.file.path, quote))
  }
}

/// Finds points of a list that go on after the last criterion of a group ("d." under group 3).
struct UnknownPoints {
  private let profile: Profile
  private let words: [String: WordSet]

  init(profile: Profile) {
    self.profile = profile
    words = Dictionary(
      profile.allCriteria.map { ($0.code, WordSet($0.words)) }, uniquingKeysWith: { $1 })
  }

  /// The codes the list would give them, with their headings.
  ///
  /// A list counts only where its heading speaks of the group, and where its points up to the last
  /// criterion are all there in order.
  func find(in facts: DocumentFacts) -> [(String, NumberedHeading)] {
    var found: [(String, NumberedHeading)] = []
    var group: Criterion?
    var next = 1
    var known = 0
    for heading in facts.headings {
      switch heading.style {
      case .roman, .arabic:
        group = profile.criteria.first { isAbout(heading, $0) }
        next = 1
        known = 0
      case .letter:
        guard let current = group, !current.isLeaf else { continue }
        guard heading.value == next else {
          group = nil
          continue
        }
        let children = current.children
        if next <= children.count {
          if speaks(heading, of: children[next - 1]) { known += 1 }
        } else if known * 2 >= children.count {
          found.append(("\(current.code)\(Self.letter(of: heading))", heading))
        }
        next += 1
      case .decimal: continue
      }
    }
    return found
  }

  private func isAbout(_ heading: NumberedHeading, _ group: Criterion) -> Bool {
    !group.isLeaf && speaks(heading, of: group)
  }

  private func speaks(_ heading: NumberedHeading, of criterion: Criterion) -> Bool {
    words[criterion.code]?.matches(SlugText(heading.text)) ?? false
  }

  private static func letter(of heading: NumberedHeading) -> String {
    SlugText(heading.label).words.first ?? heading.label
  }
}
