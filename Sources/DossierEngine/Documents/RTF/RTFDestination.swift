import DossierModel

/// Where the text of a group goes (RTF 1.9.1, "Destination Control Words").
enum RTFDestination: Equatable {
  case body(TextRegion)
  /// The number that a list paragraph shows.
  case label
  /// A text of the information group.
  case info(MetadataField)
  /// A time of the information group: its parts are control words.
  case time(MetadataField)
  case fontTable
  case styleSheet
  case propertyName
  case propertyValue
  case generator
  case template
  /// A container whose own text is nothing, but whose inner groups may be something.
  case container
  case ignored

  /// What a control word opens, or nothing where it opens no destination.
  static func named(_ word: String, region: TextRegion) -> RTFDestination? {
    if let field = infoTexts[word] { return .info(field) }
    if let field = infoTimes[word] { return .time(field) }
    switch word {
    case "fonttbl": return .fontTable
    case "stylesheet": return .styleSheet
    case "info", "userprops", "shp", "shpinst", "object", "upr": return .container
    case "propname": return .propertyName
    case "staticval": return .propertyValue
    case "generator": return .generator
    case "template": return .template
    case "header", "headerl", "headerr", "headerf": return .body(.header)
    case "footer", "footerl", "footerr", "footerf": return .body(.footer)
    case "footnote": return .body(.footnote)
    case "annotation": return .body(.comment)
    case "shptxt": return .body(.textBox)
    case "listtext", "pntext": return .label
    case "result", "fldrslt": return .body(region)
    default: return ignoredWords.contains(word) ? .ignored : nil
    }
  }

  private static let infoTexts: [String: MetadataField] = [
    "title": .title, "subject": .subject, "author": .creator, "operator": .lastModifiedBy,
    "keywords": .keywords, "doccomm": .description, "company": .company, "manager": .manager,
    "category": .category,
  ]

  private static let infoTimes: [String: MetadataField] = [
    "creatim": .created, "revtim": .modified, "printim": .lastPrinted,
  ]

  /// Destinations that are written without the mark that lets unknown ones be ignored.
  private static let ignoredWords: Set<String> = [
    "pict", "colortbl", "filetbl", "fldinst", "sp", "sn", "sv", "shprslt", "objdata", "objclass",
    "objname", "listtable", "listoverridetable", "revtbl", "rsidtbl", "themedata",
    "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "nonesttables", "comment",
    "buptim", "hlinkbase", "linkval", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
    "nonshppict", "bkmkstart", "bkmkend", "atnid", "atnauthor", "atnref", "atndate", "atntime",
    "atnicn", "atnparent", "atrfstart", "atrfend", "xe", "tc", "rxe", "txe", "private", "panose",
    "falt", "fontemb", "listpicture", "pgdsctbl", "mmathPr", "wgrffmtfilter", "do", "falt", "fname",
    "levelnumbers", "leveltext", "listname", "background", "protusertbl", "keycode", "docvar",
    "formfield", "nextfile", "factoidname", "xform", "password", "passwordhash",
  ]
}
