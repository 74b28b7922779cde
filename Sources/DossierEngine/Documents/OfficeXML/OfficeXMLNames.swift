import XMLPull

/// The names of what Word and Excel wrote as one XML file before Office Open XML, and of the
/// properties that they put into web pages.
enum OfficeXMLNames {
  enum Space: UInt16 {
    case office = 1, sheet, word, hint, annotation
  }

  enum Name: String, CaseIterable {
    case properties = "DocumentProperties"
    case title = "Title"
    case subject = "Subject"
    case author = "Author"
    case keywords = "Keywords"
    case description = "Description"
    case lastAuthor = "LastAuthor"
    case revision = "Revision"
    case totalTime = "TotalTime"
    case lastPrinted = "LastPrinted"
    case created = "Created"
    case lastSaved = "LastSaved"
    case pages = "Pages"
    case words = "Words"
    case characters = "Characters"
    case paragraphs = "Paragraphs"
    case category = "Category"
    case manager = "Manager"
    case company = "Company"
    case template = "Template"
    case version = "Version"
    case workbook = "Workbook"
    case worksheet = "Worksheet"
    case table = "Table"
    case row = "Row"
    case cell = "Cell"
    case data = "Data"
    case comment = "Comment"
    case index = "Index"
    case mergeAcross = "MergeAcross"
    case mergeDown = "MergeDown"
    case sheetName = "Name"
    case document = "wordDocument"
    case paragraph = "p"
    case text = "t"
    case tab, br, tbl, tr, tc, gridSpan, vmerge, val, hdr, ftr, footnote, endnote, annotation
    case type

    /// The token of the name.
    var token: UInt16 { UInt16((Name.allCases.firstIndex(of: self) ?? 0) + 1) }

    init?(_ token: UInt16) {
      guard token >= 1, Int(token) <= Name.allCases.count else { return nil }
      self = Name.allCases[Int(token) - 1]
    }
  }

  static let vocabulary = XMLVocabulary(
    namespaces: [
      ("urn:schemas-microsoft-com:office:office", Space.office.rawValue),
      ("urn:schemas-microsoft-com:office:spreadsheet", Space.sheet.rawValue),
      ("http://schemas.microsoft.com/office/word/2003/wordml", Space.word.rawValue),
      ("http://schemas.microsoft.com/office/word/2003/auxHint", Space.hint.rawValue),
      ("http://schemas.microsoft.com/aml/2001/core", Space.annotation.rawValue),
    ], names: Name.allCases.map(\.rawValue))
}
