/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Codable, Comparable, CaseIterable {
  case note
  case warning
  case error

  /// Orders from note to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A value that a finding's sentence needs.
public enum FindingArgument: Sendable, Hashable {
  case text(String)
  case localized(LocalizedText)
  case count(Int)
  case points(Points)
  /// Points that are added up.
  case sum([Points])
  case date(CalendarDate)
  case list([String])
}

/// Words of a file that a finding rests on.
public struct Quote: Sendable, Hashable {
  /// The file.
  public var path: String
  /// The words, white space folded.
  public var text: String

  /// Makes a quote.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// One thing the audit says: which, where, resting on what.
///
/// The words come from the catalogue.
public struct Finding: Sendable, Hashable {
  /// Which finding.
  public var code: FindingCode
  /// The file it concerns.
  public var path: String?
  /// The item it concerns, by id.
  public var item: String?
  /// The criterion it concerns, by code.
  public var criterion: String?
  /// The values its sentence needs, by the placeholder's name.
  public var arguments: [String: FindingArgument]
  /// Which of the catalogue's sentences for the code fits, where it has several.
  public var variant: String?
  /// What it rests on.
  public var quotes: [Quote]
  /// The reason for which the user accepts it.
  public var accepted: String?
  /// Codes of findings that it says as well, where people are told; see `told()`.
  public var also: [FindingCode] = []

  /// Makes a finding.
  public init(
    _ code: FindingCode, path: String? = nil, item: String? = nil, criterion: String? = nil,
    variant: String? = nil, arguments: [String: FindingArgument] = [:], quotes: [Quote] = []
  ) {
    self.code = code
    self.path = path
    self.item = item
    self.criterion = criterion
    self.variant = variant
    self.arguments = arguments
    self.quotes = quotes
  }
}
