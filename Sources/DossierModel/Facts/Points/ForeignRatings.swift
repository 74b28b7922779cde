/// Reads ratings that the profile does not have, beside the unit's own total points only.
///
/// Teachers, pupils and the Party's cells are rated in the same words all over such documents.
struct ForeignRatings: Sendable {
  /// So many blocks below a score sheet its rating may stand.
  private static let mostBelow = 3

  private let reader: RatingReader
  private let points: PointReader

  init(_ reader: RatingReader, _ points: PointReader) {
    self.reader = reader
    self.points = points
  }

  /// The foreign ratings of a document's lines.
  ///
  /// - Parameters:
  ///   - sections: the section of each line.
  ///   - sheetEnds: the last block and row of each score sheet that has a total.
  func ratings(
    in lines: [Line], _ sections: [SectionReader.Section], sheetEnds: [Line.Place], year: Int?
  ) -> [Stated<String>] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard line.contains(reader.words) else { return nil }
      if let total = total(line, sections[index], year) {
        return reader.beside(total, in: line, year: year)
      }
      let isBelowSheet = sheetEnds.contains { isBelow(line.place, $0) }
      guard
        isBelowSheet || index > 0 && total(lines[index - 1], sections[index - 1], year) != nil
      else { return nil }
      return reader.alone(in: line, year: year)
    }
  }

  private func isBelow(_ place: Line.Place, _ end: Line.Place) -> Bool {
    if place.block == end.block { return (place.row ?? 0) > (end.row ?? 0) }
    return !place.isInTable && place.block > end.block && place.block <= end.block + Self.mostBelow
  }

  /// The last points of a line that are the total.
  private func total(
    _ line: Line, _ section: SectionReader.Section, _ year: Int?
  ) -> PointReader.Candidate? {
    let totals = points.statements(of: [line], sections: [section], year: year)
      .filter { $0.subject == .total }
    return totals.last.flatMap { total in
      points.claims(in: line, year: year).last {
        $0.points == total.points && $0.maximum == total.maximum
      }
    }
  }
}

extension RatingReader {
  /// The rating at a total: "93/100 điểm (Giỏi)", "Xếp loại: Xuất sắc (93/100 điểm)".
  func beside(
    _ total: PointReader.Candidate, in line: Line, year: Int?
  ) -> Stated<String>? {
    for position in 0..<line.count {
      guard let value = labelled(in: line, at: position, year: year) else { continue }
      let isNear =
        position >= total.range.upperBound
        ? isOnlyFilled(line, total.range.upperBound..<position) && endsStatement(line, value.end)
        : isRightBefore(total, line, position..<value.end)
      if isNear { return stated(line, position, value) }
    }
    return besidePoints(line, year: year) { candidate, value in
      candidate.range == total.range && endsStatement(line, value.upperBound)
        && !line.isSign(value.lowerBound - 1, in: [",", ";"])
    }.first
  }

  /// A line that begins with the rating and says no more of it: "Xếp loại: Xuất sắc".
  func alone(in line: Line, year: Int?) -> Stated<String>? {
    let start = line.firstWord
    guard let value = labelled(in: line, at: start, year: year), endsStatement(line, value.end)
    else { return nil }
    return stated(line, start, value)
  }

  private func labelled(in line: Line, at start: Int, year: Int?) -> PhraseSet.Match? {
    guard let label = terms.match(.ratingLabel, line.ids, at: start),
      let value = value(in: line, behind: label.end),
      isOwn(line, labelAt: start, year: year),
      !isOfOtherYear(line, start...value.end + 2, year: year)
    else { return nil }
    return value
  }

  private func isRightBefore(
    _ total: PointReader.Candidate, _ line: Line, _ range: Range<Int>
  ) -> Bool {
    let start = total.range.lowerBound
    return range.upperBound <= start && start - range.upperBound <= Self.mostBeforeTotal
      && !(range.upperBound..<start).contains(where: line.isNumber)
      && filter.sentenceStart(in: line, before: start) <= range.lowerBound
  }

  /// Whether no number of people goes on behind a rating ("Xuất sắc: 5 người").
  private func endsStatement(_ line: Line, _ end: Int) -> Bool {
    end >= line.count || line.tokens[end].gap >= .wide
      || line.isSign(end, in: [".", ";", ",", "\"", "”", ")"])
  }

  /// Whether nothing but signs and words such as "đơn vị tự" stands between total and rating.
  private func isOnlyFilled(_ line: Line, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      if line.tokens[position].kind == .sign {
        position += 1
      } else if let filler = terms.match(.ratingFiller, line.ids, at: position)
        ?? terms.match(.and, line.ids, at: position)
      {
        position = filler.end
      } else {
        return false
      }
    }
    return true
  }
}
