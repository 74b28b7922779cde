import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of bag-info.txt (RFC 8493 §2.2.2).
  static let infoRules: [BagRule] = [
    BagRule(
      "a line without a colon", error: "bag.malformed/info-line bag-info.txt", info("Nonsense\n")),
    BagRule(
      "a continuation of nothing", error: "bag.malformed/info-line bag-info.txt", info("  more\n")),
    BagRule(
      "a label with a space before the colon", error: "bag.malformed/info-label bag-info.txt",
      info("Label : x\n")),
    BagRule("no label", error: "bag.malformed/info-label bag-info.txt", info(": x\n")),
    BagRule(
      "no space after the colon of an element", error: "bag.malformed/info-separator bag-info.txt",
      info("Label:x\n")),
    BagRule(
      "a wrong Payload-Oxum", error: "bag.oxum/mismatch bag-info.txt", info("Payload-Oxum: 14.3\n")),
    BagRule(
      "a Payload-Oxum that is none", error: "bag.oxum/malformed bag-info.txt",
      info("Payload-Oxum: 14\n")),
    BagRule(
      "a Payload-Oxum with a sign", error: "bag.oxum/malformed bag-info.txt",
      info("Payload-Oxum: +14.2\n")),
    BagRule(
      "a Payload-Oxum beyond 64 bits", error: "bag.oxum/malformed bag-info.txt",
      info("Payload-Oxum: 99999999999999999999.2\n")),
    BagRule(
      "a Payload-Oxum that stands twice", error: "bag.oxum/repeated bag-info.txt",
      info("Payload-Oxum: 14.2\nPayload-Oxum: 14.2\n")),
    BagRule(
      "a Bagging-Date that is none", warning: "bag.recommendation/element-form bag-info.txt",
      info("Bagging-Date: 15/01/2024\n")),
    BagRule(
      "a Bagging-Date that stands twice",
      warning: "bag.recommendation/repeated-element bag-info.txt",
      info("Bagging-Date: 2024-01-15\nBagging-Date: 2024-01-16\n")),
    BagRule(
      "a Bag-Count alone", warning: "bag.recommendation/count-without-group bag-info.txt",
      info("Bag-Count: 1 of 2\n")),
    BagRule(
      "a Bag-Count that is none", warning: "bag.recommendation/element-form bag-info.txt",
      info("Bag-Group-Identifier: g\nBag-Count: 1/2\n")),
    BagRule(
      "a long line", warning: "bag.recommendation/long-line bag-info.txt",
      info("Label: \(String(repeating: "x", count: 80))\n")),
  ]
}
