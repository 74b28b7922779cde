/// Numbers as the labels of lists write them in words and signs.
public struct NumberWords: Sendable, Hashable, Decodable {
  /// The words of Vietnamese.
  public struct Vietnamese: Sendable, Hashable, Decodable {
    var digits: [String]
    var ten: String
    var tens: String
    var hundred: String
    var filler: String
    var one: String
    var five: String
  }

  /// The words of English.
  public struct English: Sendable, Hashable, Decodable {
    var small: [String]
    var tens: [String]
    var hundred: String
    var thousand: String
    var ordinals: [String: String]
    var ending: String
    var endingOfY: String
    var endings: [Int: String]
  }

  private var vietnamese: Vietnamese
  private var english: English
  private var russian: String
  private var chicago: String

  /// A number in Vietnamese words ("hai mươi mốt"); nothing outside 1 to 999.
  public func vietnamese(_ number: Int) -> String? {
    let words = vietnamese
    guard (1...999).contains(number), words.digits.count == 10 else { return nil }
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    var parts: [String] = hundreds > 0 ? [words.digits[hundreds], words.hundred] : []
    switch tens {
    case 0: if ones > 0, hundreds > 0 { parts.append(words.filler) }
    case 1: parts.append(words.ten)
    default: parts += [words.digits[tens], words.tens]
    }
    switch ones {
    case 0: break
    case 1 where tens > 1: parts.append(words.one)
    case 5 where tens > 0: parts.append(words.five)
    default: parts.append(words.digits[ones])
    }
    return parts.joined(separator: " ")
  }

  /// A number in English words with a capital ("Twenty-one"); nothing outside 1 to 32767.
  public func englishCardinal(_ number: Int) -> String? {
    guard (1...32_767).contains(number) else { return nil }
    return Self.capitalized(spelled(number))
  }

  /// The place of a number in English words with a capital ("Twenty-first"); nothing outside 1 to
  /// 32767.
  public func englishOrdinal(_ number: Int) -> String? {
    guard (1...32_767).contains(number) else { return nil }
    let words = spelled(number)
    let start = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) }
    let last = String(words[(start ?? words.startIndex)...])
    let place =
      english.ordinals[last]
      ?? (last.hasSuffix("y") ? last.dropLast() + english.endingOfY : last + english.ending)
    return Self.capitalized(words.dropLast(last.count) + place)
  }

  /// The place of a number in digits with its English ending ("21st").
  public func englishOrdinalDigits(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    return "\(number)" + (isTeen ? english.ending : english.endings[number % 10] ?? english.ending)
  }

  /// A number in small letters of the Russian alphabet, repeated behind its end.
  public func russian(_ number: Int) -> String? { Self.repeated(russian, number) }

  /// A number in the signs of notes: *, †, ‡, §, then twice each.
  public func chicago(_ number: Int) -> String? { Self.repeated(chicago, number) }

  private func spelled(_ number: Int) -> String {
    switch number {
    case ..<20: return english.small[max(0, number)]
    case ..<100:
      let tens = english.tens[number / 10 - 2]
      return number % 10 == 0 ? tens : "\(tens)-\(english.small[number % 10])"
    case ..<1000: return joined(number, by: 100, english.hundred)
    default: return joined(number, by: 1000, english.thousand)
    }
  }

  private func joined(_ number: Int, by unit: Int, _ name: String) -> String {
    let head = "\(spelled(number / unit)) \(name)"
    return number % unit == 0 ? head : "\(head) \(spelled(number % unit))"
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func repeated(_ signs: String, _ number: Int) -> String? {
    let signs = Array(signs)
    guard !signs.isEmpty, (1...signs.count * 30).contains(number) else { return nil }
    let (rounds, index) = (number - 1).quotientAndRemainder(dividingBy: signs.count)
    return String(repeating: signs[index], count: rounds + 1)
  }
}
