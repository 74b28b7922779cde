import DossierModel

/// The information group and the user's properties, as they come.
struct RTFInfo {
  private(set) var metadata = DocumentMetadata()
  private var units: [UInt16] = []
  private var isUnknown = false
  private var time: [String: Int] = [:]
  private var propertyName: String?
  private var propertyType = 30
  private var secondAuthor: String?

  mutating func append(_ unit: UInt16, limit: Int) {
    if units.count < limit { units.append(unit) }
  }

  /// Notes that the text has a byte of a code page that is not known here.
  mutating func markUnknown(_ destination: RTFDestination) {
    if case .info = destination { isUnknown = true }
  }

  /// Takes a control word that belongs to the information.
  ///
  /// - Returns: whether it did.
  mutating func take(
    _ word: String, _ parameter: Int?, in destination: RTFDestination
  ) -> Bool {
    switch (destination, word) {
    case (.time, "yr"), (.time, "mo"), (.time, "dy"), (.time, "hr"), (.time, "min"),
      (.time, "sec"):
      time[word] = parameter
    case (.container, "edmins"): set(.totalTime, parameter)
    case (.container, "nofpages"): set(.pages, parameter)
    case (.container, "nofwords"): set(.words, parameter)
    case (.container, "nofchars"): set(.characters, parameter)
    case (.container, "version"): metadata.fields[.revision] = parameter.map { .text(String($0)) }
    case (.container, "proptype"): propertyType = parameter ?? 30
    default: return false
    }
    return true
  }

  /// Ends a text or a time.
  mutating func close(_ destination: RTFDestination) {
    let text = String(decoding: units, as: UTF16.self).collapsedWhitespace
    units = []
    defer { isUnknown = false }
    switch destination {
    case .info(let field) where isUnknown: metadata.unreadable[field] = .corrupt
    case .info(let field): if !text.isEmpty { set(field, text: text) }
    case .time(let field):
      closeTime(field)
      if field == .modified { takeSecondAuthor() }
    case .propertyName: propertyName = text
    case .propertyValue:
      guard let name = propertyName, metadata.custom.count < 4096 else { return }
      metadata.custom.append(
        CustomProperty(name: name, type: typeName, value: value(text)))
      propertyName = nil
    case .generator:
      let name = text.hasSuffix(";") ? String(text.dropLast()) : text
      if !name.isEmpty { metadata.fields[.application] = .text(name) }
    case .template: if !text.isEmpty { addTemplate(text) }
    default: break
    }
  }

  private var typeName: String {
    switch propertyType {
    case 3: "i4"
    case 5: "r8"
    case 11: "bool"
    case 64: "filetime"
    default: "lpstr"
    }
  }

  private func value(_ text: String) -> String {
    propertyType == 11 ? (text == "0" ? "false" : "true") : text
  }

  private mutating func addTemplate(_ text: String) {
    metadata.fields[.template] = .text(text)
    let lower = text.lowercased()
    if lower.hasPrefix("http:") || lower.hasPrefix("https:") || lower.hasPrefix("\\\\") {
      metadata.flags.insert(.templateRemote)
    }
  }

  private mutating func set(_ field: MetadataField, text: String) {
    secondAuthor = nil
    if field == .creator, let first = metadata.text(.creator) {
      secondAuthor = text
      if metadata.details["creatorValues"] == nil { metadata.note("creatorValues", first) }
      metadata.note("creatorValues", text)
      return
    }
    metadata.fields[field] = .text(text)
  }

  /// LibreOffice writes the last editor as a second author, right ahead of the time of revision;
  /// any other second author is nobody's last editor.
  private mutating func takeSecondAuthor() {
    guard let editor = secondAuthor else { return }
    secondAuthor = nil
    metadata.details["creatorValues"] = nil
    if metadata.fields[.lastModifiedBy] == nil { metadata.fields[.lastModifiedBy] = .text(editor) }
  }

  private mutating func set(_ field: MetadataField, _ parameter: Int?) {
    metadata.fields[field] = parameter.map { .number($0) }
  }

  /// RTF writes local times and no zone.
  private mutating func closeTime(_ field: MetadataField) {
    defer { time = [:] }
    guard let year = time["yr"], year > 0 else { return }
    let raw = ["yr", "mo", "dy", "hr", "min", "sec"].compactMap { part in
      time[part].map { "\\\(part)\($0)" }
    }.joined()
    // A month in words ("\\mo\\Oct") is none: no day is made up for it.
    let date = time["mo"].flatMap { month in
      time["dy"].flatMap { CalendarDate(year: year, month: month, day: $0) }
    }
    let clock = (
      hour: time["hr"] ?? 0, minute: time["min"] ?? 0, second: time["sec"] ?? 0
    )
    if let date, let made = ForeignDate.make(raw: raw, date: date, time: clock, offset: nil) {
      metadata.fields[field] = .date(made)
    } else {
      metadata.unreadable[field] = .corrupt
    }
  }
}
