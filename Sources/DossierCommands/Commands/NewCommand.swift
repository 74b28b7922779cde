import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct NewCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: HelpWords.help("new"))
  }

  @Argument(help: .words("folder-new"))
  var folder: String

  @Option(help: .words("profile-option"))
  var profile: String?

  @Option(help: .words("year-new"))
  var year: Int?

  @Option(help: .words("unit-new"))
  var unit: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let year { try Validation.year(year) }
    if let unit { try Validation.unit(unit) }
  }

  func perform(at desk: Desk) async throws -> ExitStatus {
    let profile = try ProfileFinder.profile(named: self.profile, declared: nil, in: nil)
    let comments = comments(profile, desk)
    let made = try DossierLayout.make(
      at: folder, profile: profile, year: year, unit: unit, comments: comments)
    let width = desk.console.width
    let place: [String: FindingArgument] = ["path": .text(VisibleText.escaped(folder))]
    var lines = DisplayWidth.wrap(desk.text("new.made", place), to: width)
    let column = 2 + (made.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 2
    for path in made {
      let item = profile.items.first { path == "\($0.folder)/" }
      let criterion = profile.leafCriteria.first { path.hasSuffix("/\($0.code)/") }
      let title = item?.title[desk.language] ?? criterion?.title[desk.language] ?? ""
      let parts = DisplayWidth.wrap(title, to: max(16, width - column))
      for (number, part) in parts.enumerated() {
        let label = DisplayWidth.fit(number == 0 ? "  \(path)" : "", to: column)
        lines.append((label + part).trimmingTrailingSpaces)
      }
    }
    // A command that is to be copied stays on one line, and its folder in quotes where it has blanks.
    let shown = VisibleText.escaped(folder)
    let quoted = shown.contains(" ") ? "\"\(shown)\"" : shown
    lines += DisplayWidth.wrap(desk.text("new.next"), to: width)
    lines.append("  hoso check \(quoted)")
    try desk.console.write(lines.joined(separator: "\n") + "\n")
    return .yes
  }

  /// The lines that `dossier.yaml` begins with, the example in the codes of the profile.
  private func comments(_ profile: Profile, _ desk: Desk) -> [String] {
    let codes = profile.leafCriteria.prefix(2).map(\.code)
    let text = desk.text(
      "new.declaration-comment",
      [
        "folder": .text(profile.evidenceItem?.folder ?? ""),
        "first": .text(codes.first ?? "1"), "second": .text(codes.dropFirst().first ?? "2"),
      ])
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Checks of option values that several commands make.
enum Validation {
  /// Refuses what is no year of an assessment.
  static func year(_ year: Int) throws {
    let years = DeclarationReader.years
    guard years.contains(year) else {
      throw HelpWords.refusal(
        "year", ["first": .text("\(years.lowerBound)"), "last": .text("\(years.upperBound)")])
    }
  }

  /// Refuses a name of which nothing is to be seen.
  static func unit(_ unit: String) throws {
    guard unit.contains(where: { !$0.isWhitespace }) else {
      throw HelpWords.refusal("unit")
    }
  }

  /// Refuses what is no day as `YYYY-MM-DD`.
  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text), (1980...2107).contains(date.year) else {
      throw HelpWords.refusal("date")
    }
    return date
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmingTrailingSpaces: String {
    var copy = Substring(self)
    while copy.last == " " { copy.removeLast() }
    return String(copy)
  }
}
