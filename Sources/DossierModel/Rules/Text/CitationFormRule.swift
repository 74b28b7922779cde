/// Numbers of cited documents that are not written in their form, or in two forms.
struct CitationFormRule: Rule {
  let codes: [FindingCode] = [.textCitationForm]

  func findings(in subject: AuditSubject) -> [Finding] {
    let form = NotationForm(lexicon: subject.lexicon)
    return subject.readDocuments.flatMap { document in
      let twofold = inconsistencies(document)
      return faults(document, form, without: Set(twofold.map(\.written))) + twofold.map(\.finding)
        + archiveLine(document, subject)
    }
  }

  /// - Parameter said: what is said already of a notation written in two ways.
  private func faults(
    _ document: AuditSubject.RequiredDocument, _ form: NotationForm, without said: Set<String>
  ) -> [Finding] {
    var seen = said
    return document.file.facts.citations.compactMap { citation in
      guard let notation = citation.notation, notation.number != nil,
        let fault = form.fault(in: citation, notation), seen.insert(notation.written).inserted
      else { return nil }
      return finding(
        document, "form", written: notation.written, expected: fault.expected, citation.quote)
    }
  }

  /// One act under two notations: "22/2020/TT-BGDĐT" and "22/2020/TT-BGD".
  private func inconsistencies(
    _ document: AuditSubject.RequiredDocument
  ) -> [(written: String, finding: Finding)] {
    var first: [String: Citation] = [:]
    var seen: Set<String> = []
    var findings: [(written: String, finding: Finding)] = []
    for citation in document.file.facts.citations {
      guard let notation = citation.notation, let number = notation.number,
        let type = citation.typeAbbreviation, let date = citation.date
      else { continue }
      let key = "\(number) \(Slug.fold(type)) \(date.iso)"
      guard let other = first[key] else {
        first[key] = citation
        continue
      }
      guard let known = other.notation, Self.isSlip(known, notation), seen.insert(key).inserted
      else { continue }
      let quotes = Quote.list(document.file.path, other.quote, citation.quote)
      let finding = Finding(
        .textCitationForm, path: document.file.path, item: document.item.id,
        variant: "inconsistent",
        arguments: [
          "written": .text(notation.written), "expected": .text(known.written),
          "other": .text(known.written),
        ], quotes: quotes)
      let shorter = known.written.count < notation.written.count ? known : notation
      findings.append((shorter.written, finding))
    }
    return findings
  }

  /// Whether one symbol is the other cut short, so that both mean one act.
  private static func isSlip(_ first: Notation, _ second: Notation) -> Bool {
    let left = Slug.fold(first.symbol).filter { $0 != " " }
    let right = Slug.fold(second.symbol).filter { $0 != " " }
    return left != right && (left.hasPrefix(right) || right.hasPrefix(left))
  }

  /// The line that names where the document is kept.
  private func archiveLine(
    _ document: AuditSubject.RequiredDocument, _ subject: AuditSubject
  ) -> [Finding] {
    let words = subject.lexicon["files-archive-line"].map(Phrase.init)
    return document.file.facts.header.recipients.compactMap { line in
      let text = FoldedText(line)
      guard words.contains(where: { text.begins(with: $0) }),
        let word = text.tokens.firstIndex(where: { $0.kind == .word }),
        word + 1 < text.tokens.count, text.tokens[word + 1].kind == .word
      else { return nil }
      let head = text.quote(word..<word + 1)
      let tail = text.quote(word + 1..<text.tokens.count)
      return finding(document, "archive-line", written: line, expected: "- \(head): \(tail)", line)
    }
  }

  private func finding(
    _ document: AuditSubject.RequiredDocument, _ variant: String, written: String,
    expected: String, _ quote: String
  ) -> Finding {
    Finding(
      .textCitationForm, path: document.file.path, item: document.item.id, variant: variant,
      arguments: ["written": .text(written), "expected": .text(expected)],
      quotes: Quote.list(document.file.path, quote))
  }
}
