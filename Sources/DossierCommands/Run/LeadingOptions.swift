import ArgumentParser
import DossierCatalog
import DossierModel

/// Lets the options that every command takes stand before the command as well.
///
/// The parser knows them only behind it, and its own `help` takes none.
enum LeadingOptions {
  private static let names = ["--lang", "--color", "--jobs"]

  /// The arguments with such options behind the words of the command; without them where it is help
  /// that is asked for, which finds its language by itself.
  static func moved(_ arguments: [String]) -> [String] {
    let (options, rest) = cut(arguments)
    if rest.first == "help" { return ["help"] + withoutOptions(rest.dropFirst()) }
    let words = commandWords(rest)
    return words == 0 ? rest : Array(rest[..<words]) + options + rest[words...]
  }

  /// Refuses a first word that is no command: the parser would blame an option behind it.
  static func requireCommand(_ arguments: [String]) throws {
    let commands = HosoCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let name = arguments.first, !name.hasPrefix("-"), !(commands + ["help"]).contains(name)
    else { return }
    guard let near = Nearest.word(to: name, among: commands) else {
      throw HelpWords.refusal("command", ["name": .text(name)])
    }
    throw HelpWords.refusal("command-near", ["name": .text(name), "suggestion": .text(near)])
  }

  /// The options at the front with their values, and what follows.
  private static func cut(_ arguments: [String]) -> (options: [String], rest: [String]) {
    var rest = arguments[...]
    var options: [String] = []
    while let option = rest.first, isOption(option) {
      let length = option.contains("=") ? 1 : 2
      options += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
    return (options, Array(rest))
  }

  private static func isOption(_ argument: String) -> Bool {
    names.contains { argument == $0 || argument.hasPrefix("\($0)=") }
  }

  private static func withoutOptions(_ arguments: ArraySlice<String>) -> [String] {
    var kept: [String] = []
    var rest = arguments
    while let first = rest.first {
      let length = isOption(first) && !first.contains("=") ? 2 : 1
      if !isOption(first) { kept.append(first) }
      rest = rest.dropFirst(length)
    }
    return kept
  }

  /// How many of the first words name a command and its subcommand.
  private static func commandWords(_ arguments: [String]) -> Int {
    var commands = HosoCommand.configuration.subcommands
    var count = 0
    for word in arguments {
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else {
        break
      }
      count += 1
      commands = command.configuration.subcommands
    }
    return count
  }
}
