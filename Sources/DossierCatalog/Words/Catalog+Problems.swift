public import DossierModel

extension Catalog {
  /// One problem of a data file as a line: the place, what is wrong, what was probably meant.
  public func word(
    _ problem: DataProblem, file: String, language: Language
  ) -> String {
    var place = text("data.place-file", language, ["name": .text(file)])
    if problem.line > 0 {
      place = text(
        "data.place", language,
        [
          "name": .text(file), "line": .text(String(problem.line)),
          "column": .text(String(problem.column)),
        ])
    }
    let path = problem.path.isEmpty ? text("data.top", language) : problem.path
    var arguments: [String: FindingArgument] = ["path": .text(path)]
    arguments["found"] = problem.found.map { .text($0) }
    arguments["expected"] = problem.expected.map { .text(typeName($0, language)) }
    var key = "data.\(problem.kind.rawValue)"
    if problem.kind == .unknownValue, problem.expected != nil { key += "-expected" }
    var line = place + text(key, language, arguments)
    if let suggestion = problem.suggestion {
      line += " " + text("data.suggestion", language, ["suggestion": .text(suggestion)])
    }
    return line
  }

  /// The lines of an error of a data file, one a problem.
  public func lines(of error: DataFileError, language: Language) -> [String] {
    error.problems.map { word($0, file: error.file, language: language) }
  }

  private func typeName(_ expected: String, _ language: Language) -> String {
    has("data.type.\(expected)") ? text("data.type.\(expected)", language) : expected
  }
}
