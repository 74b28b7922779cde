/// The papers that a list of evidence names and the dossier has not, told by counting: every file
/// of the criterion is another paper of the list.
///
/// Lists call papers as their writers like. Where any file of the criterion is none of the papers
/// listed, it may be the one that seems to be wanting; so may a scan that nobody can read.
struct UnheldPieces {
  /// So many words of weight a paper's name has at least.
  private static let fewestWords = 2

  private struct Piece {
    let text: String
    var citations: [Citation]
  }

  let subject: AuditSubject
  let matcher: CitationMatcher
  private let statements: Set<String>
  private let vague: WordSet

  init(_ subject: AuditSubject, matcher: CitationMatcher) {
    self.subject = subject
    self.matcher = matcher
    statements = Set(subject.lexicon["files-statement-words"].flatMap { SlugText($0).words })
    vague = WordSet(subject.lexicon["files-vague-words"])
  }

  /// The papers one document lists and the dossier has not.
  func findings(
    of document: AuditSubject.RequiredDocument, among files: CitationIndex, _ held: [IndexedFile]
  ) -> [Finding] {
    // A page has lines where the writer had words: what one holds may be half a name.
    guard document.file.format != .pdf else { return [] }
    let listed = document.file.facts.citations.filter { $0.piece != nil && !$0.isCoded }
    let byCriterion = Dictionary(grouping: listed) { $0.criterion ?? "" }
    return byCriterion.sorted { $0.key < $1.key }.flatMap { code, citations -> [Finding] in
      let own = held.filter { !$0.placement.isAlternative && $0.placement.criteria.contains(code) }
      guard !own.isEmpty, own.allSatisfy({ $0.hasText || $0.format.isPicture }) else { return [] }
      let pieces = pieces(citations)
      let places = pieces.map { Set($0.citations.flatMap(files.places(of:)).map { held[$0].path }) }
      let found = places.reduce(into: Set<String>()) { $0.formUnion($1) }
      guard own.allSatisfy({ found.contains($0.path) }) else { return [] }
      return zip(pieces, places).compactMap { piece, places in
        guard places.isEmpty, isPaper(piece) else { return nil }
        return Finding(
          .evidenceDangling, path: document.file.path, item: document.item.id, criterion: code,
          arguments: ["cited": .text(piece.text), "document": .text(document.file.path)],
          quotes: Quote.list(document.file.path, piece.text))
      }
    }
  }

  private func pieces(_ citations: [Citation]) -> [Piece] {
    var pieces: [Piece] = []
    for citation in citations {
      guard let text = citation.piece else { continue }
      if let last = pieces.indices.last, pieces[last].text == text {
        pieces[last].citations.append(citation)
      } else {
        pieces.append(Piece(text: text, citations: [citation]))
      }
    }
    return pieces
  }

  /// Whether a piece is the name of a paper, and neither a statement nor a hint where to look; what
  /// has a number of its own is asked for by that.
  private func isPaper(_ piece: Piece) -> Bool {
    let slug = SlugText(piece.text)
    guard piece.citations.allSatisfy({ $0.notation == nil && !$0.isLegalAct }),
      let first = slug.words.first(where: { Int($0) == nil }), !statements.contains(first),
      matcher.heavy(slug.words).count >= Self.fewestWords
    else { return false }
    return !piece.text.contains("%") && !vague.matches(slug)
  }
}
