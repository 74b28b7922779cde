import DossierModel

/// A mapping of a YAML file, read by key.
struct YAMLMap {
  /// The mapping as a value, to note a problem of the whole.
  let place: YAMLValue
  /// The entries in the file's order.
  let entries: [(key: String, place: YAMLValue, value: YAMLValue)]

  /// The value of a key; a null counts as absent.
  func optional(_ key: String) -> YAMLValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> YAMLValue? {
    guard let entry = entries.first(where: { $0.key == key }) else {
      place.note(.missingKey, found: key)
      return nil
    }
    guard !entry.value.isNull else {
      entry.place.note(.emptyValue, found: key)
      return nil
    }
    return entry.value
  }

  /// Whether the key is there, even with nothing after it.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The text of a key that must be there.
  func text(_ key: String) -> String? { required(key)?.text() }

  /// The text of a key in every language, which must be there.
  func localized(_ key: String) -> LocalizedText? { required(key)?.localized() }

  /// The texts of a key, none where it is absent.
  func texts(_ key: String) -> [String] { optional(key)?.texts() ?? [] }

  /// The flag of a key, or what holds where it is absent.
  func flag(_ key: String, default value: Bool) -> Bool { optional(key)?.flag() ?? value }

  /// The elements of a key, none where it is absent.
  func list(_ key: String) -> [YAMLValue] { optional(key)?.list() ?? [] }
}
