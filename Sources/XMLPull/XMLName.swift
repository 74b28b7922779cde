/// The name of an element or attribute, resolved against a vocabulary: two small numbers.
///
/// Matching is by namespace and local name; the prefix a file happens to use never matters.
public struct XMLName: Sendable, Hashable {
  /// The token of a namespace the vocabulary does not know.
  public static let unknownSpace = UInt16.max

  /// The token of the namespace: 0 for none, `unknownSpace` for one the vocabulary does not know.
  public let space: UInt16
  /// The token of the local name: its place in the vocabulary from 1, or 0 where it is unknown.
  public let local: UInt16

  /// Makes a name of tokens.
  public init(space: UInt16, local: UInt16) {
    self.space = space
    self.local = local
  }
}

/// The namespaces and local names a reader wants to tell apart.
public struct XMLVocabulary: Sendable {
  private let spaces: [[UInt8]: UInt16]
  private let locals: [[UInt8]: UInt16]

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - namespaces: each URI with the token it stands for; several URIs may share one (the strict
  ///     and the transitional spelling of ISO/IEC 29500). A token is neither 0 nor `unknownSpace`.
  ///   - names: the local names; the first has token 1.
  public init(namespaces: [(uri: String, token: UInt16)], names: [String]) {
    var spaces: [[UInt8]: UInt16] = [:]
    for (uri, token) in namespaces { spaces[Array(uri.utf8)] = token }
    var locals: [[UInt8]: UInt16] = [:]
    for (index, name) in names.enumerated() { locals[Array(name.utf8)] = UInt16(index + 1) }
    self.spaces = spaces
    self.locals = locals
  }

  func space(_ uri: [UInt8]) -> UInt16 {
    uri.isEmpty ? 0 : spaces[uri] ?? XMLName.unknownSpace
  }

  func local(_ name: [UInt8]) -> UInt16 { locals[name] ?? 0 }
}
