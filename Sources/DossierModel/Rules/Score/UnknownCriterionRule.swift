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
      for stated in document.file.facts.unknownCriteria where seen.insert(stated.value).inserted {
        findings.append(finding(document, stated.value, nil, quote: stated.quote))
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
