import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of fetch.txt (RFC 8493 §2.2.3).
  static let fetchRules: [BagRule] = [
    BagRule("a file left to be fetched", error: "entry.missing/to-fetch data/far.bin") { forge in
      adding("\(hex)  data/far.bin\n")(&forge)
      forge.tags["fetch.txt"] = Array("https://example.org/far 12 data/far.bin\n".utf8)
    },
    BagRule("a fetch line without a length", error: "bag.malformed/fetch-line fetch.txt") {
      $0.tags["fetch.txt"] = Array("https://example.org/far data/report.txt\n".utf8)
    },
    BagRule("a fetch line with a wrong length", error: "bag.malformed/fetch-line fetch.txt") {
      $0.tags["fetch.txt"] = Array("https://example.org/far x data/report.txt\n".utf8)
    },
    BagRule("a relative URL", error: "bag.malformed/fetch-url fetch.txt") {
      $0.tags["fetch.txt"] = Array("far - data/report.txt\n".utf8)
    },
    BagRule("a tag file to be fetched", error: "bag.malformed/outside-payload fetch.txt") {
      $0.tags["fetch.txt"] = Array("https://example.org/far - bag-info.txt\n".utf8)
    },
    BagRule("a path that leaves the bag", error: "entry.unsafe-path/parent data/../../x") {
      $0.tags["fetch.txt"] = Array("https://example.org/far - data/../../x\n".utf8)
    },
    BagRule("a fetched file in no manifest", error: "bag.malformed/fetch-not-listed data/none.bin")
    {
      $0.tags["fetch.txt"] = Array("https://example.org/far - data/none.bin\n".utf8)
    },
    BagRule(
      "a length that does not fit", warning: "bag.recommendation/fetch-length data/report.txt"
    ) { $0.tags["fetch.txt"] = Array("https://example.org/far 7 data/report.txt\n".utf8) },
  ]
}
