import DossierModel

/// The text of a paragraph as it grows: runs of one font each.
struct RTFParagraph {
  private struct Run {
    var font: Int
    var units: [UInt16]
  }

  private var runs: [Run] = []
  private var deleted: [UInt16] = []
  var label: [UInt16] = []
  var headingLevel: Int?
  var isInTable = false

  var isEmpty: Bool { runs.isEmpty }

  mutating func append(_ unit: UInt16, font: Int, isDeleted: Bool) {
    if isDeleted {
      deleted.append(unit)
    } else if let last = runs.last, last.font == font {
      runs[runs.count - 1].units.append(unit)
    } else {
      runs.append(Run(font: font, units: [unit]))
    }
  }

  /// The current text; runs in a font of a legacy encoding become Unicode.
  ///
  /// - Parameters:
  ///   - fontNames: the names by number.
  ///   - usesLegacy: set where a run was in such an encoding.
  func text(fontNames: [Int: String], usesLegacy: inout Bool) -> String {
    var result = ""
    for run in runs {
      let text = String(decoding: run.units, as: UTF16.self)
      let font = fontNames[run.font]
      if let encoding = LegacyText.encoding(font: font, text: text) {
        let isUpper = LegacyText.isUpperCase(font: font)
        let decoded = LegacyText.decode(text, as: encoding, fontIsUpperCase: isUpper)
        usesLegacy = usesLegacy || !text.utf8.elementsEqual(decoded.text.utf8)
        result += decoded.text
      } else {
        result += LegacyText.isPlainUpperCase(text, font: font) ? text.uppercased() : text
      }
    }
    return result
  }

  var deletedText: String { String(decoding: deleted, as: UTF16.self) }
}
