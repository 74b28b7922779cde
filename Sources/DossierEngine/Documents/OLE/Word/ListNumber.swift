/// The numbers of automatic lists in their several scripts.
enum ListNumber {
  /// A number in one of the formats that Word and RTF number ([MS-OSHARED] 2.2.1.3).
  static func text(_ number: Int, format: Int) -> String {
    switch format {
    case 1: roman(number)
    case 2: roman(number).lowercased()
    case 3: letters(number).uppercased()
    case 4: letters(number)
    case 22: (0...9).contains(number) ? "0\(number)" : "\(number)"
    case 23, 255: ""
    default: String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, digits) in steps {
      while rest >= value {
        text += digits
        rest -= value
      }
    }
    return text
  }

  /// a to z, then aa, bb and so on.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return String(number) }
    let letter = Unicode.Scalar(UInt8(0x61 + (number - 1) % 26))
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }
}
