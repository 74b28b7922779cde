/// What one PDF says of itself.
public struct PDFFacts: Sendable, Hashable {
  /// The number of pages.
  public var pageCount = 0
}
