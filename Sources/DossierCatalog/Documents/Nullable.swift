/// A value that is written as `null` where it is absent, so that a reader always finds the key.
///
/// Swift's own coding leaves out the key of an absent value.
@propertyWrapper
public struct Nullable<Value: Codable & Sendable>: Codable, Sendable {
  /// The value.
  public var wrappedValue: Value?

  /// Wraps a value.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  /// Reads a value or `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
  }

  /// Writes the value or `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension Nullable: Equatable where Value: Equatable {}

extension KeyedDecodingContainer {
  /// Reads a value that may be `null`, or whose key may be missing in a document of another hand.
  public func decode<Value>(
    _ type: Nullable<Value>.Type, forKey key: Key
  ) throws -> Nullable<Value> {
    try decodeIfPresent(type, forKey: key) ?? Nullable(wrappedValue: nil)
  }
}

// What the compiler writes for a document calls these: the encoder takes a text or a number as it is
// several times faster than a value that writes itself.
extension KeyedEncodingContainer {
  /// Writes a text or `null`.
  public mutating func encode(_ value: Nullable<String>, forKey key: Key) throws {
    if let text = value.wrappedValue {
      try encode(text, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }

  /// Writes a number or `null`.
  public mutating func encode(_ value: Nullable<Int>, forKey key: Key) throws {
    if let number = value.wrappedValue {
      try encode(number, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }

  /// Writes a value or `null`.
  public mutating func encode<Value>(_ value: Nullable<Value>, forKey key: Key) throws {
    if let value = value.wrappedValue {
      try encode(value, forKey: key)
    } else {
      try encodeNil(forKey: key)
    }
  }
}
