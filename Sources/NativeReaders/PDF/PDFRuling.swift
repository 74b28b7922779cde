/// A straight line drawn across or down a page: the frame of a table, mostly.
///
/// Places are points from the left and top of the page as it is shown.
public struct PDFRuling: Sendable, Hashable {
  /// Whether it runs across the page.
  public var isHorizontal: Bool
  /// How far below the top it runs, or how far from the left where it runs down.
  public var position: Double
  /// Where it begins, left or top.
  public var start: Double
  /// Where it ends, right or bottom.
  public var end: Double

  /// Makes a line.
  public init(isHorizontal: Bool, position: Double, start: Double, end: Double) {
    self.isHorizontal = isHorizontal
    self.position = position
    self.start = start
    self.end = end
  }
}

/// From the coordinates of a content stream to points from the left and top of the page as shown
/// (ISO 32000-1 8.3.3, 7.7.3.3: the media box and the rotation of a page).
struct PDFPagePlace {
  var box: (left: Double, bottom: Double, right: Double, top: Double)
  /// A multiple of 90 degrees, clockwise.
  var rotation: Int

  /// Where a point stands.
  func shown(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch rotation {
    case 90: (y - box.bottom, x - box.left)
    case 180: (box.right - x, y - box.bottom)
    case 270: (box.top - y, box.right - x)
    default: (x - box.left, box.top - y)
    }
  }
}
