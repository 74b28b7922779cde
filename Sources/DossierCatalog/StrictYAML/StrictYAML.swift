import Yams

/// Reads small YAML files that people write, and says everything that is wrong in them at once.
///
/// Stricter than YAML: one document, no anchors or aliases, no merge keys, bounded size and depth.
enum StrictYAML {
  /// The most bytes a data file may have.
  static let maximumBytes = 1 << 20

  /// Composes a text and lends its root to a reader.
  ///
  /// - Parameters:
  ///   - text: the YAML text.
  ///   - file: the name to say in an error.
  ///   - read: makes a value of the root; it may go on after a problem to find further ones, and
  ///     gives nothing where no value could be made.
  /// - Throws: `DataFileError` with every problem, where there is any.
  static func read<Value>(
    _ text: String, file: String, _ read: (YAMLValue) -> Value?
  ) throws(DataFileError) -> Value {
    let log = ProblemLog()
    let root = try compose(text, file: file, log: log)
    let value = read(root)
    guard log.problems.isEmpty, let value else {
      if log.problems.isEmpty { log.add(.init(.empty, line: 0, column: 0, path: "")) }
      throw DataFileError(file: file, problems: log.sorted)
    }
    return value
  }

  /// Reads an embedded file of the catalogue, which the tests have found to be right.
  static func read<Value>(
    embedded bytes: [UInt8], file: String, _ read: (YAMLValue) -> Value?
  ) throws(DataFileError) -> Value {
    try self.read(String(decoding: bytes, as: UTF8.self), file: file, read)
  }

  private static func compose(
    _ text: String, file: String, log: ProblemLog
  ) throws(DataFileError) -> YAMLValue {
    func refuse(_ problem: DataProblem) -> DataFileError {
      DataFileError(file: file, problems: [problem])
    }
    guard text.utf8.count <= maximumBytes else {
      throw refuse(.init(.tooLarge, line: 0, column: 0, path: "", expected: "1 MiB"))
    }
    var screen = YAMLScreen(text)
    if let problem = screen.firstProblem() { throw refuse(problem) }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw refuse(.init(.empty, line: 0, column: 0, path: ""))
      }
      return YAMLValue(node: node, path: "", log: log)
    } catch let error as DataFileError {
      throw error
    } catch {
      var problem = problem(of: error)
      if problem.kind == .syntax, isIndentedByTab(problem.line, of: text) { problem.kind = .tab }
      throw refuse(problem)
    }
  }

  /// Whether a tab stands before the first word of a line.
  private static func isIndentedByTab(_ line: Int, of text: String) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return false }
    return lines[line - 1].prefix { $0 == " " || $0 == "\t" }.contains("\t")
  }

  private static func problem(of error: any Error) -> DataProblem {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let kind: DataProblem.Kind = problem.contains("alias") ? .alias : .syntax
      return .init(kind, line: mark.line, column: mark.column, path: "", found: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      return .init(
        .duplicateKey, line: context.mark.line, column: context.mark.column, path: "",
        found: keys.joined(separator: ", "))
    case .reader(let problem, _, _, _):
      return .init(.syntax, line: 0, column: 0, path: "", found: problem)
    default:
      return .init(.syntax, line: 0, column: 0, path: "", found: "\(error)")
    }
  }
}

/// The problems of one file as they are found.
final class ProblemLog {
  private(set) var problems: [DataProblem] = []

  /// Keeps a problem, once.
  func add(_ problem: DataProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// The problems in the order of the lines, those of the whole file first.
  var sorted: [DataProblem] {
    problems.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }
}
