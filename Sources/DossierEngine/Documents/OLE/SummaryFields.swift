import DossierModel

/// Turns the properties of a legacy Office document into metadata ([MS-OLEPS] 2.25, [MS-OSHARED]
/// 2.3.3.2).
enum SummaryFields {
  private enum Meaning {
    case text(MetadataField)
    case number(MetadataField)
    case date(MetadataField)
    case duration
    case version
    case detail(String)
  }

  private static let summary: [Int: Meaning] = [
    2: .text(.title), 3: .text(.subject), 4: .text(.creator), 5: .text(.keywords),
    6: .text(.description), 7: .text(.template), 8: .text(.lastModifiedBy), 9: .text(.revision),
    10: .duration, 11: .date(.lastPrinted), 12: .date(.created), 13: .date(.modified),
    14: .number(.pages), 15: .number(.words), 16: .number(.characters), 18: .text(.application),
    19: .detail("security"),
  ]

  private static let documentSummary: [Int: Meaning] = [
    2: .text(.category), 5: .detail("lines"), 6: .number(.paragraphs), 7: .detail("slides"),
    14: .text(.manager), 15: .text(.company), 23: .version, 26: .detail("contentType"),
    27: .text(.contentStatus), 28: .text(.language),
  ]

  /// Adds what a property set stream says.
  ///
  /// - Returns: whether the bytes are a property set.
  static func add(_ bytes: [UInt8], to metadata: inout DocumentMetadata) -> Bool {
    guard let sections = PropertySet.sections(bytes) else { return false }
    for section in sections {
      switch section.format {
      case PropertySet.summary: add(section, meanings: summary, to: &metadata)
      case PropertySet.documentSummary: add(section, meanings: documentSummary, to: &metadata)
      case PropertySet.userDefined: addCustom(section, to: &metadata)
      default: break
      }
    }
    return true
  }

  private static func add(
    _ section: PropertySection, meanings: [Int: Meaning], to metadata: inout DocumentMetadata
  ) {
    if metadata.details["codePage"] == nil {
      metadata.details["codePage"] = [String(section.codePage)]
    }
    for (id, _, value) in section.values {
      guard let meaning = meanings[id] else { continue }
      add(value, meaning: meaning, to: &metadata)
    }
    guard section.isCut else { return }
    let read = Set(section.values.map(\.id))
    for (id, meaning) in meanings where !read.contains(id) { markBroken(meaning, in: &metadata) }
  }

  private static func add(
    _ value: PropertyValue, meaning: Meaning, to metadata: inout DocumentMetadata
  ) {
    switch (meaning, value) {
    case (.text(let field), .text(let text)):
      let trimmed = text.collapsedWhitespace
      if !trimmed.isEmpty, metadata.fields[field] == nil {
        metadata.fields[field] = .text(trimmed)
      }
    case (.text(let field), .integer(let number)): metadata.fields[field] = .text(String(number))
    case (.text(let field), .unknownText): metadata.unreadable[field] = .corrupt
    case (_, .broken): markBroken(meaning, in: &metadata)
    case (.number(let field), .integer(let number)): metadata.fields[field] = .number(number)
    case (.date(let field), .filetime(let ticks)):
      if let date = ForeignDate.filetime(ticks) {
        metadata.fields[field] = .date(date)
      } else if ticks > 0 {
        metadata.unreadable[field] = .corrupt
      }
    case (.duration, .filetime(let ticks)):
      // A length of time in a FILETIME's clothes: tenths of a microsecond.
      metadata.fields[.totalTime] = .number(Int(ticks / 600_000_000))
    case (.version, .integer(let number)):
      let bits = UInt32(truncatingIfNeeded: number)
      let minor = String(bits & 0xFFFF)
      let padded = String(repeating: "0", count: max(0, 4 - minor.count)) + minor
      metadata.fields[.appVersion] = .text("\(bits >> 16).\(padded)")
    case (.detail(let name), .integer(let number)): metadata.details[name] = [String(number)]
    case (.detail(let name), .text(let text)) where !text.isEmpty: metadata.details[name] = [text]
    default: break
    }
  }

  private static func markBroken(_ meaning: Meaning, in metadata: inout DocumentMetadata) {
    switch meaning {
    case .text(let field), .number(let field), .date(let field):
      metadata.unreadable[field] = .corrupt
    case .duration: metadata.unreadable[.totalTime] = .corrupt
    case .version: metadata.unreadable[.appVersion] = .corrupt
    case .detail: break
    }
  }

  private static func addCustom(_ section: PropertySection, to metadata: inout DocumentMetadata) {
    for (id, type, value) in section.values {
      guard let name = section.names[id], let (kind, text) = custom(value, type: type) else {
        continue
      }
      metadata.custom.append(CustomProperty(name: name, type: kind, value: text))
    }
  }

  private static let integerNames = [
    2: "i2", 3: "i4", 16: "i1", 17: "ui1", 18: "ui2", 19: "ui4", 20: "i8", 21: "ui8", 22: "int",
    23: "uint",
  ]

  private static func custom(_ value: PropertyValue, type: Int) -> (String, String)? {
    switch value {
    case .text(let text): (type == 31 ? "lpwstr" : "lpstr", text.trimmedOfWhitespace)
    case .integer(let number): (integerNames[type] ?? "i4", String(number))
    case .real(let number) where type == 7:
      ForeignDate.automation(number).map { ("date", $0.normalized ?? "") }
    case .real(let number): (type == 4 ? "r4" : "r8", NumberText.shortest(number))
    case .boolean(let flag): ("bool", flag ? "true" : "false")
    case .filetime(let ticks): ForeignDate.filetime(ticks).map { ("filetime", $0.normalized ?? "") }
    case .unknownText, .broken, .other: nil
    }
  }
}
