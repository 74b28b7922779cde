import DossierCatalog
import DossierEngine
import DossierModel

/// Where a command works: the console it writes to, the words it uses, the workers it may put on.
struct Desk: Sendable {
  let console: Console
  let catalog: Catalog
  let workers: Int

  /// The language of the output.
  var language: Language { console.language }

  /// A text of the interface.
  func text(_ key: String, _ arguments: [String: FindingArgument] = [:]) -> String {
    catalog.text(key, language, arguments)
  }

  /// Says in one line why a job could not be done, and what to do.
  func complain(of error: any Error) {
    switch error {
    case let error as DossierError:
      let arguments: [String: FindingArgument] = [
        "path": .text(Shown.escaped(error.path)), "detail": .text(Shown.escaped(error.detail)),
      ]
      console.tell("hoso: " + text("error.\(error.code.rawValue)", arguments))
    case let error as DataFileError:
      console.tell("hoso: " + text("error.data-file", ["path": .text(Shown.escaped(error.file))]))
      for problem in error.problems.prefix(20) { console.tell("  " + sentence(of: problem)) }
    default:
      console.tell("hoso: " + text("error.other", ["detail": .text(Shown.escaped("\(error)"))]))
    }
  }

  /// A problem of a data file in words, with its line.
  func sentence(of problem: DataProblem) -> String {
    let words = catalog.text(
      "data.\(problem.kind.rawValue)", language,
      [
        "found": .text(Shown.escaped(problem.found ?? "")), "key": .text(problem.path),
        "expected": .text(problem.expected ?? ""),
      ])
    let place = problem.line > 0 ? text("data.line", ["line": .count(problem.line)]) + ": " : ""
    let hint = problem.suggestion.map { " " + text("data.suggestion", ["word": .text($0)]) } ?? ""
    let path = problem.path.isEmpty ? "" : "\(problem.path): "
    return place + path + words + hint
  }
}
