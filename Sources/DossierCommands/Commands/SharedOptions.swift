public import ArgumentParser
public import DossierModel
import Foundation

/// The options every subcommand takes.
struct SharedOptions: ParsableArguments, Sendable {
  @Option(help: .words("lang"))
  var lang: Language?

  @Option(help: .words("color"))
  var color: Console.ColourChoice = .auto

  @Option(help: .words("jobs"))
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, jobs < 1 || jobs > 1024 {
      throw HelpWords.refusal("jobs")
    }
  }

  /// How many files to work on at a time.
  var workers: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

extension Language: ExpressibleByArgument {}
extension Console.ColourChoice: ExpressibleByArgument {}

/// What the contract's exit statuses mean (contract §2).
enum ExitStatus: Int32, Sendable {
  /// Complete, intact, done.
  case yes = 0
  /// Incomplete, damaged: the answer is in the output.
  case no = 1
  /// The job could not be done.
  case impossible = 2
  case interrupted = 130
}
