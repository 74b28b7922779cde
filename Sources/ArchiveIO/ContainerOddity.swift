/// Something that an honest tool would not write, or that two readers could read in two ways.
///
/// A value, never an error.
public struct ContainerOddity: Sendable, Hashable {
  /// What it amounts to for whoever must trust the container.
  public enum Kind: String, Sendable, Hashable {
    /// Two readers could see different names or bytes.
    case ambiguous
    /// The structures or data contradict themselves.
    case damaged
    /// It ends before its own structures do.
    case truncated
    /// It would unpack to far more than it holds, or passes a limit.
    case bomb
    /// An entry's name would leave the folder, or cannot be trusted.
    case unsafePath
    /// Two entries of one name.
    case duplicate
    /// A link or special file.
    case link
    /// An encrypted entry.
    case encrypted
    /// A feature that is not read here, so that nothing can be said of the data.
    case unsupported
    /// Legal and of one meaning, yet risky on other systems (case twins, reserved names).
    case risky
  }

  /// What it amounts to.
  public var kind: Kind
  /// Which oddity it is, in one stable word ("local-name-differs").
  public var reason: String
  /// The entry's name, control characters escaped.
  public var entry: String?
  /// The byte offset where it is seen.
  public var offset: UInt64?

  /// Makes an oddity.
  public init(_ kind: Kind, _ reason: String, entry: String? = nil, offset: UInt64? = nil) {
    self.kind = kind
    self.reason = reason
    self.entry = entry
    self.offset = offset
  }
}
