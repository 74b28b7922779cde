/// A language people read the results in.
public enum Language: String, Sendable, CaseIterable, Codable {
  case vietnamese = "vi"
  case english = "en"
}

/// One text in each language the catalogue speaks.
public struct LocalizedText: Sendable, Hashable {
  /// The Vietnamese wording.
  public var vietnamese: String
  /// The English wording.
  public var english: String

  /// Pairs the two wordings.
  public init(vietnamese: String, english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
