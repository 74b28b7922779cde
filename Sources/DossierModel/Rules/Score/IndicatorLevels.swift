/// The levels that documents state for one indicator, where they are not the same.
struct IndicatorLevels {
  let findings: [Finding]

  private struct Statement {
    let document: AuditSubject.RequiredDocument
    let level: IndicatorLevel
  }

  /// - Parameter title: what a level is called, by its id.
  init(_ documents: [AuditSubject.RequiredDocument], title: (String) -> FindingArgument) {
    var order: [String] = []
    var stated: [String: [Statement]] = [:]
    let codes = Self.codes(documents)
    for document in documents {
      for level in document.file.facts.indicators {
        let key = level.code.isEmpty ? codes[level.title] ?? level.title : level.code
        if stated[key] == nil { order.append(key) }
        stated[key, default: []].append(Statement(document: document, level: level))
      }
    }
    findings = order.compactMap { code in
      guard let first = stated[code]?.first,
        let other = stated[code]?.first(where: { $0.level.level != first.level.level })
      else { return nil }
      let (path, otherPath) = (first.document.file.path, other.document.file.path)
      return Finding(
        .scoreDisagreement, path: otherPath, item: other.document.item.id, criterion: code,
        variant: "level",
        arguments: [
          "criterion": .text(code), "firstRating": title(first.level.level),
          "secondRating": title(other.level.level), "firstFile": .text(path),
          "secondFile": .text(otherPath),
        ],
        quotes: Quote.list(path, first.level.quote) + Quote.list(otherPath, other.level.quote))
    }
  }

  /// The numbers of indicators by their titles; nothing for a title that two of them have.
  private static func codes(_ documents: [AuditSubject.RequiredDocument]) -> [String: String] {
    let coded = documents.flatMap(\.file.facts.indicators).filter { !$0.code.isEmpty }
    return Dictionary(grouping: coded, by: \.title).compactMapValues { levels in
      let codes = Set(levels.map(\.code))
      return codes.count == 1 ? codes.first : nil
    }
  }
}
