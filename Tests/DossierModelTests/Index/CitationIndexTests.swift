import Testing

@testable import DossierModel

@Suite struct CitationIndexTests {
  private static let types = ["QĐ", "KH", "BC", nil]
  private static let titles = [
    "khen thưởng học sinh giỏi", "khen thưởng", "Danh sách", "kế hoạch bồi dưỡng giáo viên", nil,
  ]

  private static func files() -> [IndexedFile] {
    var files: [IndexedFile] = []
    for number in [nil, 3, 12] {
      for type in types {
        for title in titles {
          for name in ["QD 012.pdf", "khen thuong.pdf", "Danh sach lop.docx", "scan.pdf"] {
            var file = IndexedFile(path: "5-minh-chung/1a/\(files.count)/\(name)", size: 10)
            var header = DocumentHeader()
            header.typeAbbreviation = type
            header.subject = title
            if let number {
              header.notation = Notation(
                written: "\(number)/\(type ?? "")-THAS", number: number,
                symbol: "\(type ?? "")-THAS")
            }
            if files.count.isMultiple(of: 3) {
              header.date = CalendarDate(iso: "2023-03-05").map { Stated($0, quote: "5/3/2023") }
            }
            file.facts.header = header
            file.placement.criteria = files.count.isMultiple(of: 2) ? ["1a"] : []
            files.append(file)
          }
        }
      }
    }
    return files
  }

  private static func citations() -> [Citation] {
    var citations: [Citation] = []
    for number in [nil, 3, 12] {
      for type in types {
        for title in titles {
          for basis in [Citation.Basis.notation, .mention, .named] {
            var citation = Citation(
              typeAbbreviation: type,
              notation: number.map {
                Notation(written: "\($0)/\(type ?? "")", number: $0, symbol: type ?? "")
              }, date: citations.count.isMultiple(of: 2) ? CalendarDate(iso: "2023-03-05") : nil,
              title: title, isLegalAct: false, quote: "")
            citation.basis = basis
            citations.append(citation)
          }
        }
      }
    }
    return citations
  }

  @Test func findsWhatComparingEveryFileFinds() {
    let matcher = CitationMatcher(lexicon: Reading.lexicon, profile: Reading.profile)
    let files = Self.files()
    let targets = files.map { matcher.target($0) }
    let index = CitationIndex(files, matcher: matcher)
    var pairs = 0
    for citation in Self.citations() {
      let wanted = matcher.wanted(citation)
      let all = targets.indices.filter { matcher.matches(wanted, targets[$0]) }
      #expect(index.places(of: citation) == all, "\(citation)")
      pairs += all.count
    }
    #expect(pairs > 1000)
  }
}
