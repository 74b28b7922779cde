/// A required document was issued by another unit.
struct OtherUnitRule: Rule {
  let codes: [FindingCode] = [.itemOtherUnit]

  func findings(in subject: AuditSubject) -> [Finding] {
    guard let unit = subject.index.unit else { return [] }
    let names = subject.unitNames
    let criteria = WordSet(
      subject.profile.allCriteria.flatMap { [$0.title.vietnamese] + $0.words }
        + subject.profile.yearWords)
    return subject.readDocuments.compactMap { document in
      let header = document.file.facts.header
      // A criterion ("Đơn vị đạt danh hiệu …") or the end of a title ("Đơn vị học tập năm …") is no
      // body.
      guard let body = header.issuingBody, !criteria.matches(SlugText(body)),
        !names.mayBeSame(body, unit, superior: header.superiorBody),
        // The columns of a header may have changed places.
        header.superiorBody.map({ !names.mayBeSame($0, unit) }) ?? true
      else { return nil }
      return Finding(
        .itemOtherUnit, path: document.file.path, item: document.item.id,
        arguments: [
          "item": .localized(document.item.title), "stated": .text(body), "expected": .text(unit),
        ], quotes: Quote.list(document.file.path, body))
    }
  }
}
