import DossierModel
import Yams

/// A value of a YAML file with its place, read by typed getters that note what is wrong.
struct YAMLValue {
  let node: Node
  /// The key path.
  let path: String
  let log: ProblemLog

  var line: Int { node.mark?.line ?? 0 }
  var column: Int { node.mark?.column ?? 0 }

  /// Notes a problem here.
  func note(
    _ kind: DataProblem.Kind, found: String? = nil, expected: String? = nil,
    suggestion: String? = nil
  ) {
    log.add(
      DataProblem(
        kind, line: line, column: column, path: path, found: found, expected: expected,
        suggestion: suggestion))
  }

  /// The scalar with its quoting, where the value is one; nothing else is noted.
  private var scalar: (text: String, isPlain: Bool)? {
    guard case .scalar(let scalar) = node else { return nil }
    return (scalar.string, scalar.style == .plain || scalar.style == .any)
  }

  /// Whether the value is the YAML null: nothing after the key, "~" or "null".
  var isNull: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return scalar.text.isEmpty || scalar.text == "~" || scalar.text == "null"
  }

  /// A mapping with these keys and no others.
  ///
  /// - Parameter keys: the keys that may stand there; nothing where every key may.
  func map(keys: [String]? = nil) -> YAMLMap? {
    guard case .mapping(let mapping) = node else {
      note(.wrongType, found: shown, expected: "mapping")
      return nil
    }
    var entries: [(key: String, place: YAMLValue, value: YAMLValue)] = []
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let key) = keyNode else {
        YAMLValue(node: keyNode, path: path, log: log).note(.wrongType, expected: "text")
        continue
      }
      let below = path.isEmpty ? key.string : "\(path).\(key.string)"
      let place = YAMLValue(node: keyNode, path: below, log: log)
      if let keys, !keys.contains(where: { $0.utf8.elementsEqual(key.string.utf8) }) {
        place.note(
          .unknownKey, found: key.string, expected: keys.joined(separator: ", "),
          suggestion: Nearest.word(to: key.string, among: keys))
        continue
      }
      entries.append((key.string, place, YAMLValue(node: valueNode, path: below, log: log)))
    }
    return YAMLMap(place: self, entries: entries)
  }

  /// The elements of a sequence.
  func list() -> [YAMLValue]? {
    guard case .sequence(let sequence) = node else {
      note(.wrongType, found: shown, expected: "list")
      return nil
    }
    return sequence.enumerated().map {
      YAMLValue(node: $1, path: "\(path)[\($0)]", log: log)
    }
  }

  /// A text that is not empty.
  func text() -> String? {
    guard let scalar else {
      note(.wrongType, found: shown, expected: "text")
      return nil
    }
    guard !isNull, !scalar.text.allSatisfy(\.isWhitespace) else {
      note(.emptyValue, expected: "text")
      return nil
    }
    return scalar.text
  }

  /// A list of texts, or one text that stands for a list of one.
  func texts() -> [String]? {
    if case .scalar = node { return text().map { [$0] } }
    return list()?.compactMap { $0.text() }
  }

  /// A whole number in a range.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    if let scalar, !scalar.isPlain, Int(scalar.text) != nil {
      note(.quotedNumber, found: scalar.text)
      return nil
    }
    guard let scalar, scalar.isPlain, let value = Int(scalar.text) else {
      note(.wrongType, found: shown, expected: "whole-number")
      return nil
    }
    guard range.contains(value) else {
      note(
        .outOfRange, found: scalar.text, expected: "\(range.lowerBound)–\(range.upperBound)")
      return nil
    }
    return value
  }

  /// A number of points, with at most two decimals.
  func points() -> Points? {
    guard let scalar, scalar.isPlain, let hundredths = Self.hundredths(of: scalar.text) else {
      note(.wrongType, found: shown, expected: "number")
      return nil
    }
    return Points(hundredths: hundredths)
  }

  /// True or false.
  func flag() -> Bool? {
    guard let scalar, scalar.isPlain, scalar.text == "true" || scalar.text == "false" else {
      note(.wrongType, found: shown, expected: "flag")
      return nil
    }
    return scalar.text == "true"
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text() else { return nil }
    if let value = Choice(rawValue: text) { return value }
    let all = Choice.allCases.map(\.rawValue)
    note(
      .unknownValue, found: text, expected: all.joined(separator: ", "),
      suggestion: Nearest.word(to: text, among: all))
    return nil
  }

  /// A text in every language.
  func localized() -> LocalizedText? {
    guard let map = map(keys: ["vi", "en"]) else { return nil }
    let vietnamese = map.text("vi")
    let english = map.text("en")
    guard let vietnamese, let english else { return nil }
    return LocalizedText(vietnamese: vietnamese, english: english)
  }

  /// What stands there, for a message.
  var shown: String {
    switch node {
    case .scalar(let scalar): String(scalar.string.prefix(40))
    case .mapping: "mapping"
    case .sequence: "list"
    case .alias: "alias"
    }
  }

  private static func hundredths(of text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...6).contains(parts[0].utf8.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard parts[1].utf8.count <= 2, let rest = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
  }
}

extension YAMLValue {
  /// Whether the value is a sequence.
  var isList: Bool { if case .sequence = node { true } else { false } }

  /// Whether the value is a mapping.
  var isMap: Bool { if case .mapping = node { true } else { false } }
}
