import DossierModel

extension DocumentMetadata {
  /// Sets a text field; an empty text is an absent one.
  mutating func set(_ field: MetadataField, text: String) {
    if !text.isEmpty { fields[field] = .text(text) }
  }

  /// Sets a field to a whole number, or to the text as it stands where it is none.
  mutating func set(_ field: MetadataField, numberIn text: String) {
    let trimmed = PropertyText.trimmed(text)
    if let number = Int(trimmed) {
      fields[field] = .number(number)
    } else if !trimmed.isEmpty {
      fields[field] = .text(PropertyText.collapsed(trimmed))
      note("oddNumbers", field.rawValue)
    }
  }

  /// Sets a field to a date, or to the text as it stands where it is none.
  mutating func set(_ field: MetadataField, date: MetadataDate) {
    fields[field] = .date(date)
    if date.normalized == nil { note("oddDates", field.rawValue) }
  }

  /// Adds a value to the details, once and within bounds.
  mutating func note(_ key: String, _ value: String) {
    if details[key, default: []].contains(where: { $0.isBytes(of: value) }) { return }
    guard details[key, default: []].count < DocumentLimits.details else { return }
    details[key, default: []].append(value)
  }

  /// Adds values, of which no two are the same, to the details.
  mutating func note(_ key: String, unique values: [String]) {
    if values.isEmpty { return }
    if details[key] == nil, values.count <= DocumentLimits.details {
      details[key] = values
    } else {
      for value in values { note(key, value) }
    }
  }

  /// Takes over what another part of the file said where nothing is known yet.
  mutating func merge(_ other: DocumentMetadata) {
    fields.merge(other.fields) { mine, _ in mine }
    unreadable.merge(other.unreadable) { mine, _ in mine }
    custom += other.custom
    flags.formUnion(other.flags)
    via.merge(other.via) { mine, _ in mine }
    for (key, values) in other.details {
      for value in values { note(key, value) }
    }
  }
}
