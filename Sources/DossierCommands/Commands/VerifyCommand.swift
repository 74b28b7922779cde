import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct VerifyCommand: TakesManyPaths {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: HelpWords.help("verify"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: .words("archives"))
  var paths: [String]

  @Option(help: .words("expect"))
  var expect: String?

  @Flag(help: .words("digest"))
  var digest = false

  @Option(help: .words("format-verify"))
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  mutating func validate() throws {
    guard let expect else { return }
    let compact = expect.lowercased().filter { !$0.isWhitespace }
    guard compact.utf8.count == 64, compact.utf8.allSatisfy(Self.isHexDigit) else {
      throw HelpWords.refusal("expect")
    }
    guard paths.count == 1 else { throw HelpWords.refusal("expect-one") }
    self.expect = compact
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  func perform(at desk: Desk) async throws -> ExitStatus {
    var options = BagVerifier.Options()
    options.expectedSHA256 = expect
    options.computesDigest = digest
    options.jobs = shared.workers
    let verifier = BagVerifier(severities: desk.catalog.severities)
    var results: [VerifyResult] = []
    for path in paths {
      let line = ProgressLine(desk)
      defer { line.finish() }
      results.append(try await verifier.verify(path, options: options, progress: line.handler))
    }
    switch format {
    case .json: try desk.console.write(VerifyJSON(desk: desk, results: results).rendered())
    case .text: try desk.console.write(VerifyText(desk: desk, results: results).rendered())
    }
    for result in results {
      if let failure = result.failure {
        desk.complain(of: DossierError(failure, path: result.path))
      }
    }
    if results.contains(where: { $0.verdict == .unreadable }) { return .impossible }
    return results.contains { $0.verdict == .damaged } ? .no : .yes
  }
}
