public import DossierModel

/// One file of `hoso metadata --format json` and `jsonl`, and the `metadata` of the index.
///
/// A field has one of three states: a value in `fields`, absent from it, or named in `unreadable`
/// with its reason.
public struct MetadataDocument: Codable, Sendable {
  /// The path as it was given.
  public var file: String
  /// What the file is, by content.
  public var format: String
  /// Whether its metadata could be read.
  public var readable: Bool
  /// Why not.
  @Nullable public var reason: String?
  /// Whether `fields` is only what could be saved of a file that is not readable.
  public var partial: Bool
  /// The fields that have a value.
  public var fields: [String: JSONValue]
  /// The fields that are there but cannot be understood, with the reason.
  public var unreadable: [String: String]
  /// The dates as the file has them, where they are written otherwise.
  public var datesRaw: [String: String]
  /// The custom properties by name, each with `type` and `value`.
  public var custom: [String: JSONValue]
  /// What to point out, sorted.
  public var flags: [String]
  /// Which way each part was found.
  public var via: [String: String]
  /// Further values by name.
  public var details: [String: [String]]

  /// Takes over what was read of a file.
  ///
  /// - Parameters:
  ///   - file: the path to say.
  ///   - format: what it is.
  ///   - problem: why it is not readable, or nothing where it is.
  ///   - metadata: what it says of itself.
  public init(
    file: String, format: FileFormat, problem: ReadProblem?, metadata: DocumentMetadata
  ) {
    self.file = file
    self.format = format.rawValue
    readable = problem == nil
    _reason = Nullable(wrappedValue: problem?.reason.rawValue)
    partial = metadata.isPartial
    fields = Self.fields(of: metadata)
    unreadable = Self.byName(metadata.unreadable.mapValues(\.rawValue))
    datesRaw = Self.rawDates(of: metadata)
    custom = Self.custom(of: metadata)
    flags = metadata.flags.map(\.rawValue).sorted()
    via = metadata.via
    details = metadata.details
    let doubtful = Self.doubtfulDates(of: metadata)
    if !doubtful.isEmpty { details["doubtfulZone"] = doubtful }
  }

  /// The dates whose "Z" the program is known to write for local time too.
  ///
  /// A date without a zone shows it by having none.
  private static func doubtfulDates(of metadata: DocumentMetadata) -> [String] {
    metadata.fields.compactMap { field, value in
      if case .date(let date) = value, date.zone == .doubtful { field.rawValue } else { nil }
    }.sorted()
  }

  private static func byName<Value>(_ values: [MetadataField: Value]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
  }

  private static func fields(of metadata: DocumentMetadata) -> [String: JSONValue] {
    byName(
      metadata.fields.filter { metadata.unreadable[$0.key] == nil }.mapValues { value in
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .list(let texts): .list(texts.map { .text($0) })
        // What is no date stands as it is written, as an odd number does.
        case .date(let date): .text(date.normalized ?? date.raw)
        }
      })
  }

  private static func rawDates(of metadata: DocumentMetadata) -> [String: String] {
    var raw: [String: String] = [:]
    for (field, value) in metadata.fields {
      if case .date(let date) = value, date.raw != date.normalized {
        raw[field.rawValue] = date.raw
      }
    }
    return raw
  }

  /// The properties by name; a second one of the same name is counted: "Name (2)".
  private static func custom(of metadata: DocumentMetadata) -> [String: JSONValue] {
    var properties: [String: JSONValue] = [:]
    for property in metadata.custom {
      var name = property.name
      var number = 2
      while properties[name] != nil {
        name = "\(property.name) (\(number))"
        number += 1
      }
      properties[name] = .object([
        "type": .text(property.type), "value": .text(property.value),
      ])
    }
    return properties
  }
}
