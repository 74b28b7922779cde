/// A number of points, exact to a hundredth.
///
/// Score sheets use whole and half points, now and then quarters; binary fractions would make
/// sums that are right on paper wrong in memory.
public struct Points: Sendable, Hashable, Comparable {
  /// The value in hundredths of a point.
  public var hundredths: Int

  /// Makes a value from hundredths of a point.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Makes a value from whole points.
  public init(_ whole: Int) { self.hundredths = whole * 100 }

  /// No points.
  public static let zero = Points(hundredths: 0)

  /// Adds two values.
  public static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }

  /// Orders by value.
  public static func < (left: Points, right: Points) -> Bool {
    left.hundredths < right.hundredths
  }

  /// The value in decimal digits, without trailing zeros.
  ///
  /// - Parameter separator: the decimal sign, "," in Vietnamese and "." in English and in JSON.
  public func formatted(separator: String = ".") -> String {
    let sign = hundredths < 0 ? "-" : ""
    let whole = hundredths.magnitude / 100
    let rest = hundredths.magnitude % 100
    guard rest != 0 else { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole)\(separator)\(digits)"
  }
}

extension Points: Codable {
  /// Reads a JSON number.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer().decode(Double.self)
    self.init(hundredths: Int((value * 100).rounded()))
  }

  /// Writes a JSON number, whole where it is whole.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if hundredths % 100 == 0 {
      try container.encode(hundredths / 100)
    } else {
      try container.encode(Double(hundredths) / 100)
    }
  }
}
