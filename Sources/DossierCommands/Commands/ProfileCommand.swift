import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct ProfileCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "profile", abstract: HelpWords.help("profile"),
      subcommands: [List.self, Show.self, Validate.self], defaultSubcommand: List.self)
  }

  /// Whether arguments ask for the help of `profile` itself, which the parser would give for the
  /// subcommand that stands for it.
  static func isAskedAbout(_ arguments: [String]) -> Bool {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    return arguments.first == "profile" && arguments.contains { ["--help", "-h"].contains($0) }
      && !arguments.contains { names.contains($0) }
  }

  struct List: HosoSubcommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "list", abstract: HelpWords.help("profile-list"))
    }

    @OptionGroup var shared: SharedOptions

    func perform(at desk: Desk) async throws -> ExitStatus {
      let lines = try ProfileCatalog.list().flatMap { profile in
        DisplayWidth.wrap(profile.title[desk.language], to: desk.console.width - 14)
          .enumerated().map { number, text in
            DisplayWidth.fit(number == 0 ? profile.id : "", to: 12) + "  " + text
          }
      }
      try desk.console.write(lines.joined(separator: "\n") + "\n")
      return .yes
    }
  }

  struct Show: HosoSubcommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "show", abstract: HelpWords.help("profile-show"))
    }

    @Argument(help: .words("profile-name"))
    var profile: String

    @Flag(help: .words("yaml"))
    var yaml = false

    @OptionGroup var shared: SharedOptions

    func perform(at desk: Desk) async throws -> ExitStatus {
      if yaml {
        guard let text = ProfileCatalog.yaml(of: profile) else {
          throw DossierError(.unknownProfile, path: profile)
        }
        try desk.console.write(text)
        return .yes
      }
      let found = try ProfileFinder.profile(named: profile, declared: nil, in: nil)
      let lines = ProfileText(desk: desk, profile: found).lines()
      try desk.console.write(lines.joined(separator: "\n") + "\n")
      return .yes
    }
  }

  struct Validate: HosoSubcommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "validate", abstract: HelpWords.help("profile-validate"))
    }

    @Argument(help: .words("profile-file"))
    var file: String

    @OptionGroup var shared: SharedOptions

    func perform(at desk: Desk) async throws -> ExitStatus {
      let path = FindingArgument.text(VisibleText.escaped(file))
      do {
        let profile = try ProfileCatalog.load(try DataFile.text(at: file), name: file)
        let count = FindingArgument.count(profile.leafCriteria.count)
        try desk.console.write(
          desk.text("profile.valid", ["path": path, "count": count]) + "\n")
        return .yes
      } catch let error as DataFileError {
        let count = FindingArgument.count(error.problems.count)
        let lines =
          [desk.text("profile.invalid", ["path": path, "count": count])]
          + error.problems.map { "  " + desk.sentence(of: $0) }
        try desk.console.write(lines.joined(separator: "\n") + "\n")
        return .no
      }
    }
  }
}

/// Draws a profile for people.
struct ProfileText {
  let desk: Desk
  let profile: Profile

  /// The lines of the whole.
  func lines() -> [String] {
    let language = desk.language
    let width = desk.console.width
    var lines = DisplayWidth.wrap(profile.title[language], to: width)
    lines += ["", desk.text("profile.source")]
    lines += DisplayWidth.wrap(profile.source[language], to: width - 2).map { "  \($0)" }
    lines += ["", desk.text("profile.items")]
    lines += profile.items.flatMap { row($0, width: width) }
    if let deadline { lines += [""] + DisplayWidth.wrap(deadline, to: width) }
    if !profile.criteria.isEmpty { lines += ["", desk.text("profile.criteria")] }
    lines += profile.allCriteria.flatMap { row($0, width: width) }
    if let scoring = profile.scoring {
      lines += ["", desk.text("profile.ratings")]
      lines += scoring.ratings.map {
        let from = desk.text("profile.from", ["points": .points($0.minimum)])
        return "  " + DisplayWidth.fit($0.title[language], to: 16) + " " + from
      }
    }
    return lines.map(\.trimmingTrailingSpaces)
  }

  /// The folder, the id that `items:` and --item take, the name.
  private func row(_ item: DossierItem, width: Int) -> [String] {
    let ids = profile.items.map { DisplayWidth.columns(of: $0.id) }.max() ?? 0
    let folders = profile.items.map { DisplayWidth.columns(of: $0.folder) }.max() ?? 0
    let label =
      "  " + DisplayWidth.fit(item.folder, to: folders) + "  "
      + DisplayWidth.fit(item.id, to: ids) + "  "
    let mark = item.isRequired ? "" : " (" + desk.text("profile.optional") + ")"
    let column = DisplayWidth.columns(of: label)
    return DisplayWidth.wrap(item.title[desk.language] + mark, to: max(16, width - column))
      .enumerated().map { ($0 == 0 ? label : String(repeating: " ", count: column)) + $1 }
  }

  private var deadline: String? {
    profile.dates.deadline.map { day in
      let which = day.yearsAfter == 0 ? "same" : (day.yearsAfter == 1 ? "next" : "other")
      return desk.text(
        "profile.deadline.\(which)",
        [
          "day": .text(Self.twoDigits(day.day)), "month": .text(Self.twoDigits(day.month)),
          "count": .count(day.yearsAfter),
        ])
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private func row(_ criterion: Criterion, width: Int) -> [String] {
    let maximum = criterion.maximum.map {
      " (" + desk.text("profile.maximum", ["points": .points($0)]) + ")"
    }
    let text = criterion.title[desk.language] + (maximum ?? "")
    return DisplayWidth.wrap(text, to: width - 9).enumerated().map { number, part in
      "  " + DisplayWidth.fit(number == 0 ? criterion.code : "", to: 6) + part
    }
  }
}
