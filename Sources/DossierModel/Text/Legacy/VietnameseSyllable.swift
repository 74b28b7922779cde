/// The build of Vietnamese syllables: an initial, a rime, a tone.
///
/// The lists are of the written language: an initial and a rime of them with a tone that its ending
/// allows. Few other languages' words with letters beyond ASCII pass.
enum VietnameseSyllable {
  private static let initials: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes: Set<String> = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on \
    ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyp uyt \
    uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu \
    y yêm yên yêng yêt yêu ynh yt
    """.split(separator: " ").map(String.init))

  private enum Tone { case level, grave, hook, tilde, acute, dot }

  private static let tones: [Unicode.Scalar: (base: Unicode.Scalar, tone: Tone)] = {
    let order: [Tone] = [.level, .grave, .hook, .tilde, .acute, .dot]
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ",
      "ưừửữứự", "yỳỷỹýỵ",
    ]
    var table: [Unicode.Scalar: (base: Unicode.Scalar, tone: Tone)] = [:]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      for (scalar, tone) in zip(scalars, order) { table[scalar] = (scalars[0], tone) }
    }
    return table
  }()

  /// Whether a word is written as a Vietnamese syllable, in precomposed Unicode.
  static func isValid(_ word: String) -> Bool {
    var plain = String.UnicodeScalarView()
    var tone = Tone.level
    var toneCount = 0
    for scalar in word.lowercased().unicodeScalars {
      guard plain.count < 8 else { return false }
      if let entry = tones[scalar] {
        plain.append(entry.base)
        if entry.tone != .level {
          tone = entry.tone
          toneCount += 1
        }
      } else if scalar == "đ" || (0x61...0x7A).contains(scalar.value) {
        plain.append(scalar)
      } else {
        return false
      }
    }
    guard toneCount <= 1 else { return false }
    return isValid(plain: String(plain), tone: tone)
  }

  private static func isValid(plain: String, tone: Tone) -> Bool {
    let scalars = Array(plain.unicodeScalars)
    for length in 0...min(3, scalars.count) {
      let initial = String(String.UnicodeScalarView(scalars[..<length]))
      let rime = String(String.UnicodeScalarView(scalars[length...]))
      guard initials.contains(initial), rimes.contains(rime) else { continue }
      // A closed ending allows two tones only.
      let isStopped = ["c", "h", "p", "t"].contains { rime.hasSuffix($0) } && !rime.hasSuffix("nh")
      if !isStopped || tone == .acute || tone == .dot { return true }
    }
    return false
  }
}
