import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct MetadataCommand: TakesManyPaths {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "metadata", abstract: HelpWords.help("metadata"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl }

  @Argument(help: .words("files", valueName: "files"))
  var paths: [String]

  @Option(help: .words("format-metadata"))
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    // Only the text form tells what a document states.
    let reader = try MetadataReader(
      depth: format == .text ? .full : .flags, workers: shared.workers)
    var failures: [DossierError] = []
    var isFirst = true
    if format == .json { try desk.console.write("[") }
    try await reader.read(paths) { row in
      if let failure = row.failure { failures.append(failure) }
      switch format {
      case .jsonl: try desk.console.write(bytes: try MetadataOutput.json(row) + Array("\n".utf8))
      case .json:
        let separator = Array((isFirst ? "\n" : ",\n").utf8)
        try desk.console.write(bytes: separator + (try MetadataOutput.json(row)))
      case .text:
        try desk.console.write(
          (isFirst ? "" : "\n") + MetadataText(desk: desk, row: row).rendered())
      }
      isFirst = false
    }
    if format == .json { try desk.console.write("\n]\n") }
    for failure in failures { desk.complain(of: failure) }
    return failures.isEmpty ? .yes : .impossible
  }
}
