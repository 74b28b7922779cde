import DossierModel
import TestSupport

@testable import DossierEngine

extension BagRule {
  /// Rules of what lies in the payload (RFC 8493 §2.1.2).
  static let payloadRules: [BagRule] = [
    BagRule("an altered file", error: "entry.altered/digest data/report.txt") {
      $0.broken["data/report.txt"] = Array("Report".utf8)
    },
    BagRule("a file that is gone", error: "entry.missing/listed data/report.txt") {
      $0.broken["data/report.txt"] = .some(nil)
    },
    BagRule("a file that was added", error: "entry.unlisted/payload data/more.txt") {
      $0.broken["data/more.txt"] = report
    },
    BagRule("no payload folder", error: "bag.malformed/no-payload-folder") { $0.payload = [:] },
    BagRule("names that differ only by case", warning: "entry.twin/case data/report.txt") {
      $0.payload["data/Report.txt"] = report
    },
    BagRule("a reserved name", warning: "entry.not-portable/name-reserved data/aux.txt") {
      $0.payload["data/aux.txt"] = report
    },
    BagRule("a character Windows refuses", warning: "entry.not-portable/name-not-portable data/a:b")
    {
      $0.payload["data/a:b"] = report
    },
    BagRule("a dot at the end", warning: "entry.not-portable/name-trailing-dot-or-space data/end.")
    {
      $0.payload["data/end."] = report
    },
    BagRule("a file of the system", warning: "entry.system-file data/Thumbs.db") {
      $0.payload["data/Thumbs.db"] = report
    },
    BagRule(
      "a file that a system added", error: "entry.unlisted/system data/minh chứng/.DS_Store"
    ) {
      $0.broken["data/minh chứng/.DS_Store"] = report
    },
    BagRule("a backslash in a name", error: "entry.unsafe-path/backslash data/a\\b") {
      $0.payload["data/a\\b"] = report
    },
  ]
}
