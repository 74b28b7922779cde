public import ArgumentParser
public import DossierModel
import Foundation

/// The options every subcommand takes.
struct SharedOptions: ParsableArguments, Sendable {
  @Option(help: "Language of the output: vi or en (default: the locale's).")
  var lang: Language?

  @Option(help: "Colour: auto, always or never.")
  var color: Console.ColourChoice = .auto

  @Option(help: "How many files to work on at a time (default: the cores).")
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
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
