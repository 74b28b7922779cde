/// Reads the header block and the end block (Nghị định 30/2020/NĐ-CP, Phụ lục I).
struct HeaderReader {
  /// The most lines a header block may take before the title.
  private static let headLines = 60

  let terms: Terms
  let cutter: HeadCutter
  let joiner: HeadJoiner

  init(_ terms: Terms) {
    self.terms = terms
    cutter = HeadCutter(terms)
    joiner = HeadJoiner(terms)
  }

  /// What the header says, and the line behind the subject, where the text begins.
  func header(of lines: [Line]) -> (header: DocumentHeader, bodyStart: Int) {
    let joined = joined(lines)
    guard let end = CoverReader(terms: terms).end(of: joined) else {
      return head(joined, of: lines)
    }
    let behind = Array(lines.dropFirst(end))
    var read = head(self.joined(behind), of: behind)
    guard read.header.typeName != nil, read.header.isBegun else { return head(joined, of: lines) }
    if read.header.issuingBody == nil {
      let front = Array(lines.prefix(end))
      let cover = head(self.joined(front), of: front).header
      (read.header.issuingBody, read.header.superiorBody) = (cover.issuingBody, cover.superiorBody)
    }
    return (read.header, end + read.bodyStart)
  }

  /// The first lines, what a narrow column has broken put together.
  private func joined(_ lines: [Line]) -> [Line] {
    joiner.joined(Array(lines.prefix(Self.headLines)))
  }

  private func head(
    _ head: [Line], of broken: [Line]
  ) -> (header: DocumentHeader, bodyStart: Int) {
    let lines = head + broken.dropFirst(head.count)
    var header = DocumentHeader()
    var bodies: [BodyPiece] = []
    var title: TitleReader.Title?
    var titleLine = 0
    var hasNational = false
    var motto: Line.Place?
    let titles = TitleReader(terms)
    for (index, line) in head.enumerated() {
      if index > 0, isBodyText(line) || hasNational && isAddressee(line) { break }
      if line.place.isInTable, index > 0,
        isTableOfData(line.place, in: lines) || hasNational && titles.standsAbove(bodies)
      {
        break
      }
      for piece in cutter.pieces(of: line) {
        switch piece {
        case .national(let isOfParty):
          hasNational = true
          header.isOfParty = header.isOfParty || isOfParty
        case .motto:
          hasNational = true
          motto = line.place
        case .notation(let notation): note(notation, in: &header)
        case .date(let match, let place, let quote):
          note(match, place: place, quote: quote, in: &header)
        case .text(let part):
          if titles.isStamp(part) { continue }
          if title == nil {
            title = titles.title(part, isFirst: index == 0, hasNational: hasNational)
            titleLine = index
          }
          if let found = title, !found.isUpper, titles.isUnderATitle(index, bodies, in: lines) {
            // "BẢNG TỔNG HỢP / Phiếu tự đánh giá …": the capitals are the title.
            title = nil
          }
          if title == nil {
            if header.informalDate == nil { header.informalDate = cutter.informalDate(part) }
            let isBelow = header.isBegun || isUnder(motto, line.place)
            bodies.append(BodyPiece(line: part, index: index, isBelowHead: isBelow))
          }
        }
      }
      if title != nil { break }
    }
    var bodyStart = 0
    if let title {
      header.typeName = title.name
      header.typeAbbreviation = title.abbreviation
      let read = SubjectReader(terms).subject(title, after: titleLine, in: lines)
      header.subject = read.subject
      bodyStart = read.end
    } else {
      let read = titles.untyped(bodies, in: lines, hasNational: hasNational)
      header.subject = read.subject
      bodyStart = read.end
      bodies.removeAll { read.taken.contains($0.index) }
      if let first = read.taken.min(), bodies.contains(where: { $0.index < first }) {
        bodies.removeAll { $0.index > first }
      }
    }
    let names = BodyReader(terms).bodies(bodies)
    header.issuingBody = names.issuing
    header.superiorBody = names.superior
    finish(&header, lines: lines, from: bodyStart)
    return (header, bodyStart)
  }

  /// Whether a cell stands below the motto in its own column, where all is one column.
  private func isUnder(_ motto: Line.Place?, _ place: Line.Place) -> Bool {
    guard let motto, let row = place.row, let above = motto.row else { return false }
    return place.block == motto.block && place.column == motto.column && row > above
  }

  private func note(_ notation: Notation?, in header: inout DocumentHeader) {
    guard !header.hasNotationLine else { return }
    header.hasNotationLine = true
    header.notation = notation
  }

  private func note(
    _ match: DateScanner.Match, place: String?, quote: String, in header: inout DocumentHeader
  ) {
    guard header.date == nil else { return }
    if let date = match.date {
      header.date = Stated(date, quote: quote)
      header.incompleteDate = nil
      header.place = place
    } else if header.incompleteDate == nil {
      header.incompleteDate = quote
      header.isUnrealDate = match.isWhole
      header.place = place
    }
  }

  /// Whether a line is so long, or begins so, that the header is over.
  private func isBodyText(_ line: Line) -> Bool {
    if line.count > 160 { return true }
    if line.count > 60 { return LetterRun.first(terms.nationalNames, in: line.text) == nil }
    guard let last = line.tokens.last else { return false }
    return line.count > 20 && last.kind == .sign && [".", ";"].contains(last.folded)
  }

  /// "Kính gửi: …" below the head of a letter: what dates stand behind it are of other documents.
  private func isAddressee(_ line: Line) -> Bool {
    line.begins(with: terms[.addressee]) != nil
  }

  /// Whether a line stands in a row of three cells or more.
  ///
  /// A head has two columns. A row with the national name, or with the number, is the head's,
  /// however many cells it has.
  private func isTableOfData(_ place: Line.Place, in lines: [Line]) -> Bool {
    guard let row = place.row else { return false }
    var columns: Set<Int> = []
    var isHead = false
    for line in lines.prefix(Self.headLines * 2) where line.place.block == place.block {
      guard line.place.row == row, !line.text.isBlank, let column = line.place.column else {
        continue
      }
      columns.insert(column)
      isHead =
        isHead || LetterRun.first(terms.nationalNames, in: line.text) != nil
        || cutter.notations.labelled(in: line, at: line.firstWord) != nil
    }
    return columns.count > 2 && !isHead
  }

  /// What may also stand behind the title: a late notation, a date in the end block, the type.
  private func finish(_ header: inout DocumentHeader, lines: [Line], from bodyStart: Int) {
    if !header.hasNotationLine {
      for line in lines.dropFirst(max(0, bodyStart - 2)).prefix(6) {
        guard let match = cutter.notations.labelled(in: line, at: line.firstWord),
          match.range.upperBound + 1 >= line.count
        else { continue }
        note(match.notation, in: &header)
        break
      }
    }
    if header.date == nil { readLateDate(&header, lines: lines, from: bodyStart) }
    if header.typeAbbreviation == nil, header.typeName == nil, let notation = header.notation {
      header.typeAbbreviation = terms.types.type(ofSymbol: notation.symbol)?.abbreviation
    }
    let end = EndReader(terms).end(of: lines, from: bodyStart)
    header.signer = end.signer
    header.recipients = end.recipients
  }

  /// Forms and score sheets bear place and date above the signature.
  private func readLateDate(_ header: inout DocumentHeader, lines: [Line], from bodyStart: Int) {
    for line in lines.dropFirst(bodyStart).reversed()
    where line.count <= 24 && (line.contains(terms[.day]) || line.contains(terms[.month]))
      && holdsDate(line)
    {
      let pieces = cutter.pieces(of: line)
      guard pieces.count == 1, case .date(let match, let place, let quote) = pieces[0],
        place != nil
      else { continue }
      note(match, place: place, quote: quote, in: &header)
      if header.date != nil { return }
    }
  }

  /// Whether there is a date to be cut out of a line at all, which most of a text's lines hold not.
  private func holdsDate(_ line: Line) -> Bool {
    (0..<line.count).contains { cutter.dates.match(in: line, at: $0, allowsBare: false) != nil }
  }
}

/// A piece of text before the title.
struct BodyPiece {
  var line: Line
  var index: Int
  /// Whether number or date stand before it.
  var isBelowHead: Bool
}

extension DocumentHeader {
  /// Whether its number or date was met.
  fileprivate var isBegun: Bool { hasNotationLine || date != nil || incompleteDate != nil }
}
