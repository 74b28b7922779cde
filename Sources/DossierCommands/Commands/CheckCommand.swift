import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel
import Foundation

struct CheckCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: HelpWords.help("check"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @Argument(help: .words("folder-or-archive"))
  var path: String

  @Flag(help: .words("strict"))
  var strict = false

  @Option(help: .words("format-check"))
  var format: Format = .text

  @Option(help: .words("output-check"))
  var output: String?

  @OptionGroup var judged: JudgingOptions
  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    let line = ProgressLine(desk)
    let examination = try await DossierExamination.look(
      at: path, options: judged.options(workers: shared.workers, progress: line.handler))
    line.finish()
    let report = examination.report(severities: desk.catalog.severities, strict: strict)
    let text: String
    switch format {
    case .text:
      text = CheckText(
        desk: desk, profile: examination.profile, index: examination.index, report: report,
        archive: examination.folder == nil ? path : nil, isBag: examination.isBag
      ).rendered()
    case .json: text = try CheckOutput.json(desk, examination, report)
    case .html: text = try CheckOutput.page(desk, examination, report)
    }
    if let output, output != "-" {
      try ResultFile.write(text, to: output, about: path)
    } else {
      try desk.console.write(text)
    }
    return report.verdict == .complete ? .yes : .no
  }
}
