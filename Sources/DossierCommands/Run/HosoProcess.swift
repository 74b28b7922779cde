import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel
import Glibc

/// The process: parses the arguments, runs the command, leaves with the contract's status.
public enum HosoProcess {
  /// Runs the command that the process's arguments name, and ends the process.
  public static func run() async -> Never {
    do {
      exit(await status(of: try command(for: Array(CommandLine.arguments.dropFirst()))).rawValue)
    } catch {
      exit(say(error).rawValue)
    }
  }

  /// Says what the parser has to say: help to stdout, a refusal to stderr.
  private static func say(_ error: any Error) -> ExitCode {
    let code = HosoCommand.exitCode(for: error)
    let console = Console(language: HelpWords.language, colour: .never)
    let message = HelpWords.message(for: error)
    guard code.isSuccess else {
      console.tell(message)
      return code
    }
    do {
      try console.write(message + "\n")
      return code
    } catch {
      return ExitCode(ExitStatus.impossible.rawValue)
    }
  }

  /// The command that arguments name.
  ///
  /// - Parameter words: the process's arguments without its name.
  /// - Throws: what the parser says of a wrong argument, and its way of showing help.
  static func command(for words: [String]) throws -> any HosoSubcommand {
    let arguments = LeadingOptions.moved(words)
    try LeadingOptions.requireCommand(arguments)
    if ProfileCommand.isAskedAbout(arguments) { throw CleanExit.helpRequest(ProfileCommand.self) }
    let list = LongPathList(arguments)
    let parsed = try HosoCommand.parseAsRoot(list.parsed)
    if !list.rest.isEmpty {
      guard var command = parsed as? any TakesManyPaths else {
        // No such command takes them: the parser says so in its own words.
        return try command(try HosoCommand.parseAsRoot(arguments))
      }
      command.paths += list.rest
      return command
    }
    return try command(parsed)
  }

  private static func command(_ parsed: any ParsableCommand) throws -> any HosoSubcommand {
    if let command = parsed as? any HosoSubcommand { return command }
    var help = parsed
    try help.run()
    throw CleanExit.message("")
  }

  private static func status(of command: any HosoSubcommand) async -> ExitStatus {
    let console = Console(language: command.shared.lang, colour: command.shared.color)
    do {
      let catalog = try Catalog.load()
      let desk = Desk(console: console, catalog: catalog, workers: command.shared.workers)
      do {
        switch try await Interrupts.watch({ try await command.perform(at: desk) }) {
        case .finished(let status): return status
        case .interrupted: return .interrupted
        }
      } catch {
        desk.complain(of: error)
        return .impossible
      }
    } catch {
      console.tell("hoso: \(error)")
      return .impossible
    }
  }
}

/// A subcommand of hoso: arguments in, an exit status out.
protocol HosoSubcommand: ParsableCommand, Sendable {
  /// The options every subcommand takes.
  var shared: SharedOptions { get }

  /// Does the job.
  ///
  /// - Parameter desk: where it writes and whose words it uses.
  /// - Returns: yes or no; "no" has its reasons in the output.
  /// - Throws: where the job could not be done.
  func perform(at desk: Desk) async throws -> ExitStatus
}

/// hoso and its subcommands.
struct HosoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hoso", abstract: HelpWords.help("hoso"), version: HosoVersion.current,
      subcommands: [
        NewCommand.self, IndexCommand.self, CheckCommand.self, PackCommand.self,
        VerifyCommand.self, ShowCommand.self, ExtractCommand.self, MetadataCommand.self,
        ProfileCommand.self, ExplainCommand.self,
      ])
  }
}
