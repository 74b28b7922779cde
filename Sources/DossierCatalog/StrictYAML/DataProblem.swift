/// One thing that is wrong in a data file a person wrote (a profile, `dossier.yaml`).
///
/// The words come from the catalogue, under `data.` and the kind.
public struct DataProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The text is no YAML.
    case syntax
    /// A tab stands where a line is indented.
    case tab
    /// The text holds an anchor or alias, or an unquoted value that begins like one.
    case alias
    /// The text is nested deeper than any file of this kind.
    case tooDeep = "too-deep"
    /// The file is larger than `StrictYAML.maximumBytes`.
    case tooLarge = "too-large"
    /// The bytes are no UTF-8.
    case notUTF8 = "not-utf8"
    /// The file holds nothing.
    case empty
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    /// A number stands in quotes.
    case quotedNumber = "quoted-number"
    case emptyValue = "empty-value"
    case unknownValue = "unknown-value"
    case outOfRange = "out-of-range"
    /// Two entries carry one identifier.
    case duplicateValue = "duplicate-value"
    /// A value names something the file does not have.
    case unknownReference = "unknown-reference"
    /// Numbers of the file do not agree with each other.
    case disagreement
  }

  /// What is wrong.
  public var kind: Kind
  /// The line, from 1; 0 where the problem is the whole file.
  public var line: Int
  /// The column in characters, from 1; 0 where the problem is the whole file.
  public var column: Int
  /// The key path ("items[2].folder"); empty at the top of the file.
  public var path: String
  /// What the file has there ("yeer"), where it helps.
  public var found: String?
  /// What would be right ("text", "plan, report"), where it can be said.
  public var expected: String?
  /// The key or value that was probably meant.
  public var suggestion: String?

  /// Makes a problem.
  public init(
    _ kind: Kind, line: Int, column: Int, path: String, found: String? = nil,
    expected: String? = nil, suggestion: String? = nil
  ) {
    self.kind = kind
    self.line = line
    self.column = column
    self.path = path
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }
}

/// A data file that cannot be used, with everything that is wrong in it.
public struct DataFileError: Error, Sendable {
  /// The file's name, as it was given.
  public var file: String
  /// What is wrong, in the order of the lines; never empty.
  public var problems: [DataProblem]

  /// Makes an error.
  public init(file: String, problems: [DataProblem]) {
    self.file = file
    self.problems = problems
  }
}
