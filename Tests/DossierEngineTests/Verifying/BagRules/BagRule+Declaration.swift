import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of bagit.txt (RFC 8493 §2.1.1).
  static let declarationRules: [BagRule] = [
    BagRule(
      "a third line", error: "bag.malformed/declaration-lines bagit.txt",
      declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n")),
    BagRule(
      "one line", error: "bag.malformed/declaration-lines bagit.txt",
      declaring("BagIt-Version: 1.0\n")),
    BagRule(
      "an empty declaration", error: "bag.malformed/declaration-lines bagit.txt", declaring("")),
    BagRule(
      "lines in the wrong order", error: "bag.malformed/declaration-form bagit.txt",
      declaring("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n")),
    BagRule(
      "a byte-order mark", error: "bag.malformed/declaration-bom bagit.txt",
      declaring("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "a version of the future", error: "bag.malformed/declaration-version bagit.txt",
      declaring("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "a version with a sign", error: "bag.malformed/declaration-version bagit.txt",
      declaring("BagIt-Version: +1.0\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "a version with a leading zero", error: "bag.malformed/declaration-version bagit.txt",
      declaring("BagIt-Version: 01.0\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "no space after the colon", error: "bag.malformed/declaration-form bagit.txt",
      declaring("BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "no space after the colon before 1.0",
      warning: "bag.recommendation/declaration-space bagit.txt",
      declaring("BagIt-Version:0.97\nTag-File-Character-Encoding: UTF-8\n")),
    BagRule(
      "labels in small letters", warning: "bag.recommendation/declaration-case bagit.txt",
      declaring("bagit-version: 1.0\ntag-file-character-encoding: UTF-8\n")),
    BagRule(
      "an encoding nobody knows, plain ASCII",
      warning: "bag.recommendation/encoding-unknown bagit.txt",
      { forge in
        forge.payload = ["data/report.txt": report]
        declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: X-KLINGON\n")(&forge)
      }),
    BagRule(
      "an encoding nobody knows, and letters beyond ASCII",
      error: "bag.malformed/encoding-unknown manifest-sha256.txt",
      declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: X-KLINGON\n")),
    BagRule(
      "no newline at the end", warning: "bag.recommendation/final-newline bagit.txt",
      declaring("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8")),
  ]
}
