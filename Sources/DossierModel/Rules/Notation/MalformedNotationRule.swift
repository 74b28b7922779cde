/// The number and notation of a document of the unit is not written in the required form.
struct MalformedNotationRule: Rule {
  let codes: [FindingCode] = [.notationMalformed]

  func findings(in subject: AuditSubject) -> [Finding] {
    let form = NotationForm(lexicon: subject.lexicon)
    let names = subject.unitNames
    let required = Set(subject.requiredDocuments.map(\.file.path))
    var seen: Set<String> = []
    return subject.ownFiles.compactMap { file in
      guard let notation = file.facts.header.notation, notation.number != nil,
        required.contains(file.path) || (file.placement.item != nil && subject.isOwn(file, names)),
        let fault = form.fault(in: notation, needsLeadingZero: true)
          ?? form.wrongType(file.facts.header)
          ?? (required.contains(file.path) ? wrongMaking(file.facts.header, notation, form) : nil),
        seen.insert("\(file.sha256 ?? file.path) \(notation.written)").inserted
      else { return nil }
      return Finding(
        .notationMalformed, path: file.path, item: file.placement.item, variant: fault.variant,
        arguments: [
          "written": .text(notation.written), "expected": .text(fault.expected),
          "type": .text(file.facts.header.typeName ?? ""),
        ], quotes: Quote.list(file.path, notation.written))
    }
  }

  /// A party cell numbers its papers "05-NQ/CB", rightly.
  private func wrongMaking(
    _ header: DocumentHeader, _ notation: Notation, _ form: NotationForm
  ) -> NotationForm.Fault? {
    guard !form.hasOwnRules(header) else { return form.wrongCase(header) }
    return form.wrongSigns(in: notation) ?? form.wrongSymbol(header)
  }
}
