/// The words of administrative documents (Nghị định 30/2020/NĐ-CP), as data.
///
/// The reading functions know the form; every word they look for comes from here.
public struct Lexicon: Sendable, Hashable {
  /// A type of administrative document.
  public struct DocumentType: Sendable, Hashable {
    /// The abbreviation in a notation ("BC"); empty for a type that has none.
    public var abbreviation: String
    /// Its name as written above the subject ("BÁO CÁO").
    public var name: String

    /// Makes a type.
    public init(abbreviation: String, name: String) {
      self.abbreviation = abbreviation
      self.name = name
    }
  }

  /// The types of documents.
  public var documentTypes: [DocumentType] = []
  /// Every other group of words, by key ("number", "day", "month", "points", …).
  public var words: [String: [String]] = [:]

  /// Makes an empty lexicon.
  public init() {}

  /// The words under a key; empty where the key is unknown.
  public subscript(key: String) -> [String] { words[key] ?? [] }
}
