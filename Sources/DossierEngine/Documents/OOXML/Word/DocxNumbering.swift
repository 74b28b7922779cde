import XMLPull

/// The numbering definitions of a document and the counters of its lists (ISO/IEC 29500-1 17.9).
struct DocxNumbering {
  fileprivate struct Level {
    var start = 1
    var form = NumberLabel.Form.decimal
    var isBullet = false
    var text = ""
    var restart: Int?
    var isLegal = false
    var style: String?
    var language: String?
  }

  fileprivate struct Abstract {
    var levels: [Int: Level] = [:]
    var styleLink: String?
    var numberingStyle: String?
  }

  fileprivate struct Instance {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var abstracts: [String: Abstract] = [:]
  private var instances: [String: Instance] = [:]
  /// The definitions that list styles stand for, by style.
  private var linked: [String: String] = [:]
  private var counters: [String: [Int?]] = [:]
  private var restarted: Set<String> = []

  static let levelCount = 9

  init() {}

  fileprivate init(abstracts: [String: Abstract], instances: [String: Instance]) {
    self.abstracts = abstracts
    self.instances = instances
    for (key, abstract) in abstracts where !abstract.levels.isEmpty {
      guard let style = abstract.styleLink else { continue }
      linked[style] = min(key, linked[style] ?? key)
    }
  }

  /// The level that a paragraph style stands for in a list, where the list names the style.
  func level(ofStyle style: String, in id: String, styles: DocxStyles) -> Int? {
    guard let (_, abstract) = resolve(id, styles) else { return nil }
    return abstract.levels.first { $0.value.style == style }?.key
  }

  /// Counts a paragraph and gives its label.
  ///
  /// - Parameters:
  ///   - id: the numbering instance.
  ///   - level: the level, from 0.
  ///   - language: the tag of the paragraph's language.
  /// - Returns: the label as it is shown, or nothing where there is none to see.
  mutating func label(
    _ id: String, level: Int, styles: DocxStyles, language: String?
  ) -> String? {
    guard let instance = instances[id], let (key, abstract) = resolve(id, styles),
      (0..<DocxNumbering.levelCount).contains(level)
    else { return nil }
    func definition(_ level: Int) -> Level {
      instance.levels[level] ?? abstract.levels[level] ?? Level()
    }
    var counts = counters[key] ?? [Int?](repeating: nil, count: DocxNumbering.levelCount)
    if let start = instance.starts[level], restarted.insert("\(id)/\(level)").inserted {
      counts[level] = start
    } else if let count = counts[level] {
      counts[level] = min(count + 1, 1_000_000)
    } else {
      counts[level] = instance.starts[level] ?? definition(level).start
    }
    // Levels that were left out are counted with their first part: what follows them goes on.
    for higher in 0..<level where counts[higher] == nil {
      counts[higher] = instance.starts[higher] ?? definition(higher).start
      if instance.starts[higher] != nil { restarted.insert("\(id)/\(higher)") }
    }
    for deeper in level + 1..<DocxNumbering.levelCount + 1 where deeper < DocxNumbering.levelCount {
      let restart = definition(deeper).restart
      if restart == nil || restart.map({ $0 > 0 && level < $0 }) == true { counts[deeper] = nil }
    }
    counters[key] = counts
    let own = definition(level)
    if own.isBullet { return NumberLabel.bullet(own.text) }
    let text = DocxNumbering.fill(own.text) { number in
      let place = definition(number)
      let count = counts[number] ?? place.start
      return NumberLabel.text(
        count, own.isLegal ? .decimal : place.form, language: place.language ?? language)
    }
    let trimmed = PropertyText.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  private func resolve(_ id: String, _ styles: DocxStyles) -> (String, Abstract)? {
    guard var key = instances[id]?.abstract, var abstract = abstracts[key] else { return nil }
    var steps = 0
    while abstract.levels.isEmpty, let style = abstract.numberingStyle, steps < 8 {
      steps += 1
      let linked = linked[style]
      let byStyle = styles.numberingID(ofStyle: style).flatMap { instances[$0]?.abstract }
      guard let next = linked ?? byStyle, let found = abstracts[next] else { break }
      key = next
      abstract = found
    }
    return (key, abstract)
  }

  private static func fill(_ pattern: String, _ number: (Int) -> String) -> String {
    var result = ""
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "%", let digit = rest.first, (0x31...0x39).contains(digit.value) {
        rest.removeFirst()
        result += number(Int(digit.value) - 0x31)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func form(_ name: String) -> (form: NumberLabel.Form, isBullet: Bool) {
    switch name {
    case "bullet": (.none, true)
    case "upperRoman": (.upperRoman, false)
    case "lowerRoman": (.lowerRoman, false)
    case "upperLetter": (.upperLetter, false)
    case "lowerLetter": (.lowerLetter, false)
    case "decimalZero": (.decimalZero, false)
    case "numberInDash": (.inDashes, false)
    case "decimalEnclosedCircle": (.inCircle, false)
    case "hex": (.hexadecimal, false)
    case "chicago": (.noteSigns, false)
    case "russianLower": (.lowerRussian, false)
    case "russianUpper": (.upperRussian, false)
    case "vietnameseCounting": (.vietnameseWords, false)
    case "ordinal": (.ordinal, false)
    case "cardinalText": (.cardinalWords, false)
    case "ordinalText": (.ordinalWords, false)
    case "none": (.none, false)
    default: (.decimal, false)
    }
  }
}

/// Reads `numbering.xml`.
final class DocxNumberingHandler: XMLHandler {
  private var abstracts: [String: DocxNumbering.Abstract] = [:]
  private var instances: [String: DocxNumbering.Instance] = [:]
  private var abstractID: String?
  private var abstract = DocxNumbering.Abstract()
  private var instanceID: String?
  private var instance = DocxNumbering.Instance()
  private var overrideLevel: Int?
  private var levelNumber: Int?
  private var level = DocxNumbering.Level()
  private var compatibility = CompatibilityFilter()
  private var depth = 0

  /// The numbering once all is read.
  var numbering: DocxNumbering { DocxNumbering(abstracts: abstracts, instances: instances) }

  func startElement(_ element: borrowing XMLElement) {
    depth = element.depth
    guard compatibility.admits(element), element.space == .word else { return }
    switch element.tag {
    case .abstractNum:
      abstractID = element.value(.abstractNumId, .word)
      abstract = DocxNumbering.Abstract()
    case .num:
      instanceID = element.value(.numId, .word)
      instance = DocxNumbering.Instance()
    case .lvlOverride: overrideLevel = element.value(.ilvl, .word).flatMap { Int($0) }
    case .lvl:
      levelNumber = element.value(.ilvl, .word).flatMap { Int($0) }
      level = DocxNumbering.Level()
      // ISO/IEC 29500-1 17.9.25: zero where it is not said.
      level.start = 0
    case .abstractNumId where instanceID != nil: instance.abstract = element.val ?? ""
    case .styleLink: abstract.styleLink = element.val
    case .numStyleLink: abstract.numberingStyle = element.val
    case .startOverride:
      if let overrideLevel, let start = number(element) { instance.starts[overrideLevel] = start }
    default: readLevel(element)
    }
  }

  private func readLevel(_ element: borrowing XMLElement) {
    guard levelNumber != nil else { return }
    switch element.tag {
    case .start: level.start = number(element) ?? 1
    case .numFmt:
      let known = DocxNumbering.form(element.val ?? "")
      level.form = known.form
      level.isBullet = known.isBullet
      if element.val == "custom", element.value(.format, .word)?.hasPrefix("0") == true {
        level.form = .decimalZero
      }
    case .lvlText: level.text = NumberLabel.mark(element.val ?? "")
    case .lvlRestart: level.restart = number(element)
    case .isLgl: level.isLegal = element.isOn
    case .pStyle: level.style = element.val
    case .lang: level.language = element.val
    default: break
    }
  }

  private func number(_ element: borrowing XMLElement) -> Int? {
    NumberLabel.start(element.val)
  }

  func endElement(_ name: XMLName) {
    defer { depth -= 1 }
    guard compatibility.leaves(depth), name.isIn == .word else { return }
    switch name.tag {
    case .lvl:
      guard let levelNumber, (0..<DocxNumbering.levelCount).contains(levelNumber) else { break }
      if instanceID != nil {
        instance.levels[levelNumber] = level
      } else {
        abstract.levels[levelNumber] = level
      }
      self.levelNumber = nil
    case .lvlOverride: overrideLevel = nil
    case .abstractNum:
      if let abstractID, abstracts.count < 20_000 { abstracts[abstractID] = abstract }
      abstractID = nil
    case .num:
      if let instanceID, instances.count < 50_000 { instances[instanceID] = instance }
      instanceID = nil
    default: break
    }
  }
}
