import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// One rule of RFC 8493, and a bag that breaks it.
struct BagRule: Sendable, CustomTestStringConvertible {
  var claim: String
  var isError: Bool
  /// "code/variant path", as `Judged` says it.
  var says: String
  var change: @Sendable (inout BagForge) -> Void

  var testDescription: String { claim }

  init(
    _ claim: String, error says: String, _ change: @escaping @Sendable (inout BagForge) -> Void
  ) {
    self.claim = claim
    isError = true
    self.says = says
    self.change = change
  }

  init(
    _ claim: String, warning says: String, _ change: @escaping @Sendable (inout BagForge) -> Void
  ) {
    self.claim = claim
    isError = false
    self.says = says
    self.change = change
  }
}

/// What the tables of rules share.
extension BagRule {
  static let report = Array("report".utf8)
  static let manifestFile = "manifest-sha256.txt"

  /// Adds a line to the payload manifest, before the tag manifest is made.
  static func adding(_ line: String) -> @Sendable (inout BagForge) -> Void {
    { forge in
      let old = (try? forge.files()[manifestFile]) ?? []
      forge.replaced[manifestFile] = old + Array(line.utf8)
    }
  }

  static func declaring(_ text: String) -> @Sendable (inout BagForge) -> Void {
    { $0.replaced["bagit.txt"] = Array(text.utf8) }
  }

  static func info(_ text: String) -> @Sendable (inout BagForge) -> Void { { $0.info = text } }

  static let hex = String(repeating: "a", count: 64)
}
