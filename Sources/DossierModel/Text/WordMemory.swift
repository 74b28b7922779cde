/// The words that were folded already: the texts of a dossier say the same few thousand again and
/// again.
///
/// Of bounded size, for one worker: it forgets a word when another takes its place.
public final class WordMemory {
  /// What folding makes of a word.
  struct Word {
    var folded = ""
    var id = Vocabulary.unknown
    var isCapitalized = false
    var isUpper = false
    /// Whether the bytes are one word and nothing else.
    var isWhole = false
  }

  /// The bytes of a word, as numbers that are quickly compared.
  struct Key: Equatable {
    private(set) var count = 0
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0

    static let mostBytes = 24

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      switch count {
      case ..<8: first = first << 8 | UInt64(byte)
      case ..<16: second = second << 8 | UInt64(byte)
      default: third = third << 8 | UInt64(byte)
      }
      count += 1
    }

    fileprivate var slot: Int {
      let mixed =
        (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
        ^ (third &* 0x1656_67B1_9E37_79F9)
      return Int(truncatingIfNeeded: mixed >> (64 - WordMemory.slotBits))
    }
  }

  private static let slotBits = 12

  let vocabulary: Vocabulary
  private var slots: [(key: Key, word: Word)]
  private let signs: [Int32]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    slots = Array(repeating: (Key(), Word()), count: 1 << Self.slotBits)
    signs = (0..<0x80).map { vocabulary.id(String(Unicode.Scalar(UInt8($0)))) }
  }

  /// Folds a text.
  ///
  /// - Returns: what `FoldedText` makes of it, and the numbers of its tokens.
  func fold(_ text: String) -> (text: FoldedText, ids: [Int32]) {
    var scanner = FoldingScanner(text, memory: self)
    let tokens = scanner.scan()
    return (FoldedText(source: text, tokens: tokens), scanner.ids)
  }

  /// The word that some bytes are.
  ///
  /// - Returns: nothing where they are not one word.
  func word(_ key: Key, in text: String, at offset: Int) -> Word? {
    let known = slots[key.slot]
    if known.key == key { return known.word.isWhole ? known.word : nil }
    let bytes = text.utf8.dropFirst(offset).prefix(key.count)
    let fresh = word(String(decoding: bytes, as: UTF8.self))
    slots[key.slot] = (key, fresh)
    return fresh.isWhole ? fresh : nil
  }

  private func word(_ text: String) -> Word {
    var scanner = FoldingScanner(text)
    let tokens = scanner.scan()
    guard let token = tokens.first, tokens.count == 1, token.kind == .word, token.start == 0,
      token.end == text.utf8.count
    else { return Word() }
    return Word(
      folded: token.folded, id: vocabulary.id(token.folded), isCapitalized: token.isCapitalized,
      isUpper: token.isUpper, isWhole: true)
  }

  /// The number of a sign.
  func id(ofSign sign: String) -> Int32 {
    if let byte = sign.utf8.first, byte < 0x80, sign.utf8.count == 1 { return signs[Int(byte)] }
    return vocabulary.id(sign)
  }
}
