/// The severity of each finding, as the catalogue has it.
public struct SeverityTable: Sendable {
  private let severities: [FindingCode: Severity]

  /// Makes a table.
  public init(_ severities: [FindingCode: Severity]) { self.severities = severities }

  /// The severity of a code; a code without an entry is an error, so that none is lost.
  public subscript(code: FindingCode) -> Severity { severities[code] ?? .error }
}
