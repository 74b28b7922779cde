/// Finds the straight lines that a content stream draws (ISO 32000-1 8.5): lines that are stroked,
/// and rectangles so thin that they are lines.
struct PDFRulingScanner {
  /// Thicker than this, in points, a filled rectangle is a surface.
  private static let thickest = 3.0
  /// Shorter than this, in points, a line frames nothing.
  private static let shortest = 4.0
  private static let mostRulings = 6000
  private static let mostPoints = 400
  private static let deepest = 64

  private struct Matrix {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    func applied(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (a * x + c * y + e, b * x + d * y + f)
    }

    /// This one first, then the other.
    func then(_ other: Matrix) -> Matrix {
      Matrix(
        a: a * other.a + b * other.c, b: a * other.b + b * other.d,
        c: c * other.a + d * other.c, d: c * other.b + d * other.d,
        e: e * other.a + f * other.c + other.e, f: e * other.b + f * other.d + other.f)
    }
  }

  private struct Subpath {
    var points: [(x: Double, y: Double)] = []
    var isClosed = false
    var isStraight = true
  }

  private let place: PDFPagePlace
  private var matrix = Matrix()
  private var saved: [Matrix] = []
  private var operands: [Double] = []
  private var path: [Subpath] = []
  private var rulings: [PDFRuling] = []

  private init(place: PDFPagePlace) { self.place = place }

  /// The lines of one page.
  ///
  /// - Parameters:
  ///   - content: the page's content stream, inflated.
  ///   - place: where the page's coordinates lie.
  static func rulings(in content: [UInt8], place: PDFPagePlace) -> [PDFRuling] {
    var scanner = PDFRulingScanner(place: place)
    var tokens = PDFContentTokens(content)
    while scanner.rulings.count < mostRulings, let token = tokens.next() {
      switch token {
      case .number(let value):
        if scanner.operands.count < 16 { scanner.operands.append(value) }
      case .word(let word):
        scanner.perform(word)
        scanner.operands.removeAll(keepingCapacity: true)
      case .name, .string, .other: break
      }
    }
    return scanner.rulings
  }

  // MARK: Operators

  private mutating func perform(_ word: String) {
    switch word {
    case "q": if saved.count < Self.deepest { saved.append(matrix) }
    case "Q": matrix = saved.popLast() ?? matrix
    case "cm":
      guard let o = last(6) else { return }
      matrix = Matrix(a: o[0], b: o[1], c: o[2], d: o[3], e: o[4], f: o[5]).then(matrix)
    case "m":
      guard let o = last(2), path.count < Self.mostRulings else { return }
      path.append(Subpath(points: [point(o[0], o[1])]))
    case "l": if let o = last(2) { extend(to: point(o[0], o[1])) }
    case "c", "v", "y": bend()
    case "h": close()
    case "re": if let o = last(4) { addRectangle(o) }
    case "S": paint(strokes: true, fills: false)
    case "s":
      close()
      paint(strokes: true, fills: false)
    case "f", "F", "f*": paint(strokes: false, fills: true)
    case "B", "B*": paint(strokes: true, fills: true)
    case "b", "b*":
      close()
      paint(strokes: true, fills: true)
    case "n": path = []
    default: break
    }
  }

  private func last(_ count: Int) -> [Double]? {
    operands.count >= count ? Array(operands.suffix(count)) : nil
  }

  private func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let user = matrix.applied(x, y)
    return place.shown(user.x, user.y)
  }

  private mutating func extend(to point: (x: Double, y: Double)) {
    guard let index = path.indices.last, path[index].points.count < Self.mostPoints else { return }
    path[index].points.append(point)
  }

  private mutating func bend() {
    if let index = path.indices.last { path[index].isStraight = false }
  }

  private mutating func close() {
    if let index = path.indices.last { path[index].isClosed = true }
  }

  private mutating func addRectangle(_ o: [Double]) {
    guard path.count < Self.mostRulings else { return }
    path.append(
      Subpath(
        points: [
          point(o[0], o[1]), point(o[0] + o[2], o[1]), point(o[0] + o[2], o[1] + o[3]),
          point(o[0], o[1] + o[3]),
        ], isClosed: true))
  }

  // MARK: Lines

  private mutating func paint(strokes: Bool, fills: Bool) {
    for part in path where part.isStraight && part.points.count > 1 {
      if strokes { stroke(part) } else if fills { fill(part) }
    }
    path = []
  }

  private mutating func stroke(_ part: Subpath) {
    for (from, to) in zip(part.points, part.points.dropFirst()) { add(from, to) }
    if part.isClosed, let first = part.points.first, let last = part.points.last {
      add(last, first)
    }
  }

  private mutating func fill(_ part: Subpath) {
    var left = Double.infinity
    var right = -Double.infinity
    var top = Double.infinity
    var bottom = -Double.infinity
    for point in part.points {
      left = min(left, point.x)
      right = max(right, point.x)
      top = min(top, point.y)
      bottom = max(bottom, point.y)
    }
    guard min(right - left, bottom - top) <= Self.thickest else { return }
    if right - left > bottom - top {
      add((left, (top + bottom) / 2), (right, (top + bottom) / 2))
    } else {
      add(((left + right) / 2, top), ((left + right) / 2, bottom))
    }
  }

  private mutating func add(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let across = abs(to.x - from.x)
    let down = abs(to.y - from.y)
    guard across.isFinite, down.isFinite, rulings.count < Self.mostRulings else { return }
    if down <= 0.5, across >= Self.shortest {
      rulings.append(
        PDFRuling(
          isHorizontal: true, position: (from.y + to.y) / 2, start: min(from.x, to.x),
          end: max(from.x, to.x)))
    } else if across <= 0.5, down >= Self.shortest {
      rulings.append(
        PDFRuling(
          isHorizontal: false, position: (from.x + to.x) / 2, start: min(from.y, to.y),
          end: max(from.y, to.y)))
    }
  }
}
