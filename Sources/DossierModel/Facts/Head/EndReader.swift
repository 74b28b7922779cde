/// Reads the end block: who signed, and who receives.
struct EndReader {
  let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  func end(of lines: [Line], from bodyStart: Int) -> (signer: Signer?, recipients: [String]) {
    let start = max(bodyStart, lines.count - 60)
    let tail = Array(lines.dropFirst(start))
    return (signer(in: tail), recipients(in: tail))
  }

  // MARK: Recipients

  private func recipients(in lines: [Line]) -> [String] {
    guard
      let first = lines.firstIndex(where: {
        $0.begins(with: terms[.recipients]) != nil && $0.count <= 80
      }), let label = lines[first].begins(with: terms[.recipients])
    else { return [] }
    var found: [String] = []
    append(lines[first], from: label.end, to: &found)
    for line in lines.dropFirst(first + 1) {
      guard line.place.isInTable == lines[first].place.isInTable,
        line.place.column == lines[first].place.column,
        line.place.block - lines[first].place.block < 14
      else { break }
      let isItem = line.isListMark(0)
      guard isItem || line.contains(terms[.archive], to: 2) else { break }
      append(line, from: 0, to: &found)
    }
    return found
  }

  private func append(_ line: Line, from start: Int, to found: inout [String]) {
    var itemStart = start
    var position = start
    func flush(_ end: Int) {
      var range = itemStart..<end
      while let first = range.first, line.tokens[first].kind == .sign {
        range = first + 1..<range.upperBound
      }
      while let last = range.last, line.isSign(last, in: [";", ","]) {
        range = range.lowerBound..<last
      }
      if !range.isEmpty { found.append(line.quote(range)) }
    }
    while position < line.count {
      if line.isSign(position, ";")
        || (line.isSign(position, "-") && line.tokens[position].gap != .none)
      {
        flush(position)
        itemStart = position + 1
      }
      position += 1
    }
    flush(line.count)
  }

  // MARK: Signer

  private func signer(in lines: [Line]) -> Signer? {
    var found: Signer?
    var position = 0
    while position < lines.count {
      let columns = columns(of: lines[position])
      for (index, column) in columns.enumerated() {
        guard var signer = mark(column) else { continue }
        read(&signer, below: position, column: (index, columns.count), in: lines)
        if found == nil || signer.authority != nil || found?.name == nil { found = signer }
      }
      position += 1
    }
    return found
  }

  /// The part of a line that stands in a column, or nothing where it goes on with another one.
  private func part(of line: Line, in column: (index: Int, count: Int)) -> Line? {
    let parts = columns(of: line)
    if parts.count > 1, parts.count == column.count { return parts[column.index] }
    let isRecipient =
      line.begins(with: terms[.recipients]) != nil || line.contains(terms[.archive], to: 2)
      || line.isListMark(0)
    if parts.count == 1, isRecipient { return nil }
    return column.count > 1 ? parts.last : line
  }

  private func columns(of line: Line) -> [Line] {
    guard line.tokens.dropFirst().contains(where: { $0.gap >= .wide }) else { return [line] }
    var columns: [Line] = []
    var start = 0
    for position in line.tokens.indices.dropFirst() where line.tokens[position].gap >= .wide {
      columns.append(line.part(start..<position, vocabulary: terms.vocabulary))
      start = position
    }
    columns.append(line.part(start..<line.count, vocabulary: terms.vocabulary))
    return columns
  }

  /// The authority mark and position a line begins with.
  private func mark(_ line: Line) -> Signer? {
    guard line.count <= 16, line.firstWord < line.count else { return nil }
    let start = line.firstWord
    if let authority = terms.match(.authority, line.ids, at: start),
      line.isMostlyUpper, authority.end < line.count
    {
      return Signer(
        authority: terms.lexicon[TermKey.authority.name][authority.entry],
        position: line.quote(authority.end..<line.count))
    }
    guard let position = terms.match(.position, line.ids, at: start), line.isMostlyUpper,
      position.end + 6 >= line.count
    else { return nil }
    return Signer(position: line.quote(start..<line.count))
  }

  /// A lower position, and the name, under the mark.
  ///
  /// - Parameter column: which of how many columns of its line the mark stands in.
  private func read(
    _ signer: inout Signer, below index: Int, column: (index: Int, count: Int), in lines: [Line]
  ) {
    let first = signer.position
    var marks = 1
    for (place, whole) in lines.enumerated().dropFirst(index + 1).prefix(column.count > 1 ? 10 : 6)
    {
      guard whole.place.column == lines[index].place.column else { continue }
      guard let line = part(of: whole, in: column) else { continue }
      if line.begins(with: terms[.signNoise]) != nil || line.text.isBlank || line.isSign(0, "(") {
        continue
      }
      if let position = terms.match(.position, line.ids, at: line.firstWord), line.isMostlyUpper,
        position.end + 4 >= line.count
      {
        signer.position = line.text.quote
        marks += 1
        continue
      }
      guard isName(line) else { return }
      signer.name = line.text.quote
      // "THƯ KÝ", "CHỦ TRÌ" and two names below: columns read one line after the other.
      let names = lines[place...].prefix { isName($0) && $0.place.column == whole.place.column }
      if marks > 1, names.count == marks { signer.position = first }
      return
    }
  }

  private func isName(_ line: Line) -> Bool {
    (2...6).contains(line.tokens.count { $0.kind == .word })
      && line.tokens.allSatisfy { $0.isCapitalized || ($0.kind == .sign && $0.folded == ".") }
  }
}
