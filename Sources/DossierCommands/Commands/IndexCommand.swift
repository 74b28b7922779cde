import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct IndexCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "index", abstract: HelpWords.help("index"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @Argument(help: .words("folder"))
  var folder: String

  @Option(help: .words("format-index"))
  var format: Format = .text

  @OptionGroup var judged: JudgingOptions
  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    let line = ProgressLine(desk)
    let examination = try await DossierExamination.look(
      at: folder, options: judged.options(workers: shared.workers, progress: line.handler))
    line.finish()
    let said = IndexOutput(desk: desk, examination: examination)
    switch format {
    case .text: try desk.console.write(said.text())
    case .json: try said.writeJSON()
    case .csv: try desk.console.write(said.csv())
    }
    return .yes
  }
}

/// The options of the commands that judge a dossier.
struct JudgingOptions: ParsableArguments, Sendable {
  @Option(help: .words("profile-option"))
  var profile: String?

  @Option(help: .words("year"))
  var year: Int?

  @Option(help: .words("unit"))
  var unit: String?

  func validate() throws {
    if let year { try Validation.year(year) }
    if let unit { try Validation.unit(unit) }
  }

  func options(workers: Int, progress: ProgressHandler?) -> DossierExamination.Options {
    DossierExamination.Options(
      profile: profile, year: year, unit: unit, workers: workers, progress: progress)
  }
}
