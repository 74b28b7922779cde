/// Finds the straight lines of each page: what frames tables.
enum PDFRulingWalk {
  private static let maximumPages = 200
  private static let rawLimit = 8 << 20
  private static let contentLimit = 2 << 20
  /// Pages may share one content stream, so that a small file has gigabytes of them.
  private static let wholeContentLimit = 8 << 20
  private static let mostRulings = 20_000
  /// A table of two rows and two columns has as many lines.
  private static let fewest = 6

  /// The lines of each page, by its number from 1; pages with too few for a table are left out.
  static func rulings(_ handle: borrowing PDFHandle, pageCount: Int) -> [Int: [PDFRuling]] {
    var found: [Int: [PDFRuling]] = [:]
    var contentLeft = wholeContentLimit
    var rulingsLeft = mostRulings
    for index in 0..<min(pageCount, maximumPages) where contentLeft > 0 && rulingsLeft > 0 {
      let page = handle.page(index)
      if let place = place(handle, of: page) {
        let content = content(handle, of: page, limit: min(contentLimit, contentLeft))
        contentLeft -= content.count
        let rulings = PDFRulingScanner.rulings(in: content, place: place)
        if rulings.count >= fewest {
          found[index + 1] = rulings
          rulingsLeft -= rulings.count
        }
      }
      handle.releaseAll()
    }
    return found
  }

  private static func content(
    _ handle: borrowing PDFHandle, of page: PDFHandle.Object, limit: Int
  ) -> [UInt8] {
    guard let contents = handle.value(page, "/Contents") else { return [] }
    let streams = handle.isArray(contents) ? handle.items(contents, limit: 256) : [contents]
    var result: [UInt8] = []
    for stream in streams where handle.isStream(stream) && result.count < limit {
      let left = limit - result.count
      result += PDFPageWalk.bytes(handle, stream, rawLimit: rawLimit, limit: left) ?? []
      result.append(0x0A)
    }
    return result
  }

  private static func place(
    _ handle: borrowing PDFHandle, of page: PDFHandle.Object
  ) -> PDFPagePlace? {
    guard let box = PDFPageWalk.inherited(handle, "/MediaBox", of: page) else { return nil }
    var edges: [Double] = []
    for item in handle.items(box, limit: 4) {
      if let edge = handle.number(item) { edges.append(edge) }
    }
    guard edges.count == 4 else { return nil }
    let turn = PDFPageWalk.inherited(handle, "/Rotate", of: page).flatMap { handle.integer($0) }
    return PDFPagePlace(
      box: (
        min(edges[0], edges[2]), min(edges[1], edges[3]), max(edges[0], edges[2]),
        max(edges[1], edges[3])
      ), rotation: (((turn ?? 0) % 360) + 360) % 360)
  }
}
