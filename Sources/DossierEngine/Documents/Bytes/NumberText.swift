/// Numbers as a reader of a sheet would write them.
enum NumberText {
  /// The shortest text that gives the number again, whole numbers without a point.
  static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(number)
  }
}

extension String {
  /// The text without white space and zero characters at both ends.
  var trimmedOfWhitespace: String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0.value == 0 }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The text so trimmed, with one space for each run of white space.
  var collapsedWhitespace: String { PropertyText.collapsed(trimmedOfWhitespace) }
}
