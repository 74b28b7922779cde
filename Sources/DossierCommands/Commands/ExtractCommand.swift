import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct ExtractCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "extract", abstract: HelpWords.help("extract"))
  }

  @Argument(help: .words("archive"))
  var archive: String

  @Option(name: .shortAndLong, help: .words("output-extract"))
  var output: String

  @Option(help: .words("item"))
  var item: String?

  @Option(help: .words("criterion"))
  var criterion: String?

  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    let line = ProgressLine(desk)
    defer { line.finish() }
    let taken = try await DossierExtraction(severities: desk.catalog.severities).extract(
      archive, to: output, item: item, criterion: criterion, workers: shared.workers,
      progress: line.handler)
    line.finish()
    try desk.console.write(
      desk.text(
        "extract.done", ["count": .count(taken), "path": .text(VisibleText.escaped(output))]) + "\n"
    )
    return .yes
  }
}
