import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// A bag of the Library of Congress's conformance suite.
struct SuiteBag: Sendable, CustomTestStringConvertible {
  var url: URL
  var expectation: String

  var testDescription: String { url.pathComponents.suffix(3).joined(separator: "/") }

  /// This bag is broken: its .DS_Store got lost, and it is no longer only worth a warning.
  var isKnownBroken: Bool { url.lastPathComponent == "special-system-files" }

  static let all: [SuiteBag] = {
    guard let suite = Places.shared?.appending(path: "suites/bagit-conformance-suite") else {
      return []
    }
    func folders(_ url: URL) -> [URL] {
      let all =
        (try? FileManager.default.contentsOfDirectory(
          at: url, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
      return all.filter {
        (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
          && !$0.lastPathComponent.hasPrefix(".")
      }.sorted { $0.path < $1.path }
    }
    return folders(suite).flatMap { version in
      folders(version).flatMap { expectation in
        folders(expectation).map { SuiteBag(url: $0, expectation: expectation.lastPathComponent) }
      }
    }
  }()

  /// Whether a verdict is the one that the suite's folder asks for.
  func problem(_ judged: Judged) -> String? {
    let said = "errors \(judged.errors), warnings \(judged.warnings)"
    switch expectation {
    case _ where isKnownBroken: return judged.errors.isEmpty ? said : nil
    case "valid": return judged.result.verdict == .intact ? nil : said
    case "warning":
      return judged.result.verdict == .intact && !judged.warnings.isEmpty ? nil : said
    default: return judged.result.verdict == .damaged ? nil : said
    }
  }
}

@Suite(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
struct ConformanceSuiteTests {
  @Test func theSuiteIsWhole() {
    #expect(SuiteBag.all.count == 60)
  }

  @Test(arguments: SuiteBag.all)
  func judgesTheFolderAsTheSuiteDoes(_ bag: SuiteBag) async throws {
    let problem = bag.problem(try await judge(bag.url.path))
    #expect(problem == nil)
  }
}
