import DossierCatalog
import DossierEngine
import DossierModel
import Foundation

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

  /// Why a job could not be done, and what to do.
  func sentence(of error: DossierError) -> String {
    let key = "stop.\(error.code.rawValue)"
    let path = FindingArgument.text(VisibleText.escaped(error.path))
    // What was probably meant is a name, and no word to be put into another language.
    if !error.detail.isEmpty, catalog.has("\(key)-near") {
      return text("\(key)-near", ["path": path, "detail": .text(error.detail)])
    }
    let detail = VisibleText.escaped(catalog.detail(error.detail, language))
    return text(key, ["path": path, "detail": .text(detail)])
  }

  /// Says in one line why a job could not be done, and what to do.
  func complain(of error: any Error) {
    switch error {
    case let error as DossierError: console.tell("hoso: " + sentence(of: error))
    case let error as DataFileError:
      console.tell(
        "hoso: " + text("stop.data-file", ["path": .text(VisibleText.escaped(error.file))]))
      for problem in error.problems.prefix(20) { console.tell("  " + sentence(of: problem)) }
    default:
      // Foundation's errors describe themselves in many lines of no use to anybody.
      let isFoundations =
        type(of: error) is NSError.Type || error is CocoaError || error is POSIXError
      let detail =
        isFoundations ? catalog.detail(DossierError.reason(error), language) : "\(error)"
      console.tell("hoso: " + text("stop.other", ["detail": .text(VisibleText.escaped(detail))]))
    }
  }

  /// A problem of a data file in words, with its line.
  func sentence(of problem: DataProblem) -> String {
    let path = problem.path.isEmpty ? text("data.top") : problem.path
    var arguments: [String: FindingArgument] = [
      "found": .text(VisibleText.escaped(problem.found ?? "")), "path": .text(path),
      "line": .count(problem.line), "column": .count(problem.column),
    ]
    if let expected = problem.expected {
      let type = "data.type.\(expected)"
      arguments["expected"] = .text(catalog.has(type) ? text(type) : expected)
    }
    let key = "data.\(problem.kind.rawValue)"
    let withExpected = "\(key)-expected"
    // The keys there are help where none of them was meant.
    let isListed =
      problem.expected != nil && (problem.kind != .unknownKey || problem.suggestion == nil)
    let words = text(isListed && catalog.has(withExpected) ? withExpected : key, arguments)
    let place = problem.line > 0 ? text("findings.line", arguments) : ""
    let hint = problem.suggestion.map {
      " " + text("data.suggestion", ["suggestion": .text(VisibleText.escaped($0))])
    }
    return place + words + (hint ?? "")
  }
}
