import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct ExtractCommand: HosoSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take files out of an archive: verified first, only inside the folder named.")

  @Argument(help: "The archive, or the folder of a bag.")
  var archive: String

  @Option(name: .shortAndLong, help: "The folder to make; nothing may stand there yet.")
  var output: String

  @Option(help: "Only the files of this item, such as report; “hoso profile show” lists them.")
  var item: String?

  @Option(help: "Only the evidence of this criterion, such as 1a, or of a group, such as 1.")
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
