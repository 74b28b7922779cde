import XMLPull

/// The namespaces of office documents; spellings of one meaning share a case.
enum Space: UInt16 {
  case none = 0
  case relationships
  case contentTypes
  case core
  case dublinCore
  case dublinTerms
  case extended
  case custom
  case variant
  case word
  case officeRelationship
  case compatibility
  case drawing
  case sheet
  case presentation
  case math
  /// Word's namespace of people and comment threads, also understood in `mc:Choice`.
  case word2012
  /// An extension whose content is understood where `mc:Choice` asks for it.
  case understood
  case threaded
  case office
  case text
  case table
  case style
  case meta
  case link
  case draw
  case formatting
  case vector
  case manifest
  case presentationODF
  case libreOffice
  case signature
  case xmlSpace

  static let uris: [(uri: String, token: UInt16)] =
    (officeOpenXML + openDocument).map { ($0.0, $0.1.rawValue) }

  private static let officeOpenXML: [(String, Space)] = {
    let transitional = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/"
    return [
      (transitional + "package/2006/relationships", .relationships),
      (transitional + "package/2006/content-types", .contentTypes),
      (transitional + "package/2006/metadata/core-properties", .core),
      ("http://purl.org/dc/elements/1.1/", .dublinCore),
      ("http://purl.org/dc/terms/", .dublinTerms),
      (transitional + "officeDocument/2006/extended-properties", .extended),
      (strict + "officeDocument/extendedProperties", .extended),
      (transitional + "officeDocument/2006/custom-properties", .custom),
      (strict + "officeDocument/customProperties", .custom),
      (transitional + "officeDocument/2006/docPropsVTypes", .variant),
      (strict + "officeDocument/docPropsVTypes", .variant),
      (transitional + "wordprocessingml/2006/main", .word),
      (strict + "wordprocessingml/main", .word),
      (transitional + "officeDocument/2006/relationships", .officeRelationship),
      (strict + "officeDocument/relationships", .officeRelationship),
      (transitional + "markup-compatibility/2006", .compatibility),
      (transitional + "drawingml/2006/main", .drawing),
      (strict + "drawingml/main", .drawing),
      (transitional + "spreadsheetml/2006/main", .sheet),
      (strict + "spreadsheetml/main", .sheet),
      (transitional + "presentationml/2006/main", .presentation),
      (strict + "presentationml/main", .presentation),
      (transitional + "officeDocument/2006/math", .math),
      (strict + "officeDocument/math", .math),
      (microsoft + "word/2012/wordml", .word2012),
      (microsoft + "word/2010/wordml", .understood),
      (microsoft + "word/2010/wordprocessingShape", .understood),
      (microsoft + "word/2010/wordprocessingGroup", .understood),
      (microsoft + "word/2010/wordprocessingCanvas", .understood),
      (microsoft + "word/2010/wordprocessingDrawing", .understood),
      (microsoft + "drawing/2010/main", .understood),
      (microsoft + "powerpoint/2010/main", .understood),
      (microsoft + "powerpoint/2012/main", .understood),
      (microsoft + "spreadsheetml/2018/threadedcomments", .threaded),
    ]
  }()

  private static let openDocument: [(String, Space)] = {
    let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    // The namespaces of OpenOffice.org 1, whose packages are built alike.
    let first = "http://openoffice.org/2000/"
    let both: [(String, Space)] = [
      ("office", .office), ("text", .text), ("table", .table), ("style", .style), ("meta", .meta),
    ]
    return both.map { (oasis + $0.0 + ":1.0", $0.1) } + both.map { (first + $0.0, $0.1) } + [
      (oasis + "drawing:1.0", .draw), (first + "drawing", .draw),
      (oasis + "xsl-fo-compatible:1.0", .formatting),
      ("http://www.w3.org/1999/XSL/Format", .formatting),
      (oasis + "svg-compatible:1.0", .vector),
      ("http://www.w3.org/2000/svg", .vector),
      (oasis + "manifest:1.0", .manifest),
      ("http://openoffice.org/2001/manifest", .manifest),
      (oasis + "presentation:1.0", .presentationODF),
      (first + "presentation", .presentationODF),
      ("http://www.w3.org/1999/xlink", .link),
      ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", .libreOffice),
      ("http://www.w3.org/2000/09/xmldsig#", .signature),
      ("http://www.w3.org/XML/1998/namespace", .xmlSpace),
    ]
  }()
}

/// The local names that are told apart, in three groups by how their case makes the name.
enum Tag: UInt16, CaseIterable {
  case unknown = 0

  // As written here: ISO/IEC 29500 and Dublin Core.
  case title, subject, creator, keywords, description, lastModifiedBy, revision
  case created, modified, lastPrinted, category, contentStatus, language, version, identifier
  case contentType, property, name, linkTarget
  case body, p, r, t, tab, br, cr, noBreakHyphen, softHyphen, sym, ptab, delText, fldChar
  case fldCharType
  case del, ins, moveFrom, moveTo, author, date, tbl, tr, tc, tblGrid, gridCol, tcPr, trPr, tblPr
  case gridSpan, vMerge, hMerge, gridBefore, cellDel, cellIns, cellMerge, rowSpan
  case lang, pPr, rPr, pStyle, rStyle, numPr, numId, ilvl, outlineLvl, rFonts, ascii, hAnsi, cs
  case asciiTheme, hAnsiTheme, vanish, val, sectPr, headerReference, footerReference, id, type
  case txbxContent, pPrChange, rPrChange, sectPrChange, tblPrChange, tblPrExChange, trPrChange
  case tcPrChange, tblGridChange, numberingChange, footnote, endnote, comment, rt, altChunk, font
  case char, style, styles, styleId, basedOn, docDefaults, rPrDefault, `default`, initials
  case abstractNum, abstractNumId, num, lvl, lvlOverride, start, startOverride, numFmt, format
  case lvlText, lvlRestart, isLgl, numStyleLink, styleLink, sdt, instrText
  case rsid, rsidRoot, trackRevisions, documentProtection, edit, enforcement, attachedTemplate
  case removePersonalInformation, removeDateAndTime, mailMerge
  case person, presenceInfo, userId, providerId, displayName
  case fld, sldId, pPrDefault, buAutoNum, buChar, startAt
  case sheet, si, `is`, row, c, v, f, mergeCell, ref, s, formatCode, numFmtId, cellXfs, xf
  case workbookPr, date1904, text, rPh, state, threadedComment, personId, external
  case tx, txBody

  // With a capital: packaging, markup compatibility and signatures.
  case relationship, target, targetMode, override, partName, partExtension, alternateContent
  case requires, choice, fallback, signature, defaultType, contentTypeName, relationshipID,
    relationshipType

  // With hyphens: OpenDocument.
  case fileEntry, fullPath, mediaType, encryptionData, encryptedKey
  case generator, initialCreator, creationDate, printDate, printedBy, editingCycles
  case editingDuration, keyword, template, href, documentStatistic, pageCount, wordCount
  case characterCount, paragraphCount, userDefined, valueType
  case h, span, tabStop, lineBreak, list, listItem, listHeader, number, note, noteBody, noteCitation
  case annotation, textBox, frame, object, objectOle, image, plugin, floatingFrame, sectionSource
  case tableSource, cellRangeSource, trackedChanges, changedRegion, deletion, insertion
  case formatChange, changeInfo, rubyText, forms, indexTitleTemplate
  case tableOfContentSource, tableIndexSource, illustrationIndexSource, objectIndexSource
  case userIndexSource, alphabeticalIndexSource, bibliographySource
  case tableRow, tableCell, coveredTableCell, numberColumnsRepeated, numberRowsRepeated
  case numberColumnsSpanned, numberRowsSpanned, table, page, notes, section, display
  case styleName, parentStyleName, defaultOutlineLevel, outlineLevel, listStyleName, listStyle
  case outlineStyle, outlineLevelStyle, listLevelStyleNumber, listLevelStyleBullet, level
  case numFormat, numPrefix, numSuffix, displayLevels, startValue, bulletChar, numListFormat
  case numLetterSync, continueNumbering, continueList, isListHeader, restartNumbering
  case paragraphProperties, textProperties, properties, fontName, fontFamily, fontFace
  case masterPage, header, footer, headerFirst, footerFirst, headerLeft, footerLeft
  case automaticStyles, masterStyles, presentation, spreadsheet, drawing, document
  case value, formula, dateValue, timeValue, booleanValue, stringValue, condition, hiddenText
  case hiddenParagraph, isHidden, family, meta, scripts, script, eventListeners, binaryData
  case customShape, mimetype, covered, dateString, shapes, trackedChange, cellContentChange
  case visibility, fontDecl, orderedListStyle, legacyDisplay, tableProperties

  private static let firstCapital = Tag.relationship.rawValue
  private static let firstHyphen = Tag.fileEntry.rawValue

  private var xmlName: String {
    let name = "\(self)"
    if rawValue < Tag.firstCapital { return name }
    if let irregular = Tag.irregular[self] { return irregular }
    if rawValue < Tag.firstHyphen { return name.prefix(1).uppercased() + name.dropFirst() }
    var result = ""
    for letter in name {
      if letter.isUppercase { result += "-" }
      result += letter.lowercased()
    }
    return result
  }

  // Names that Swift, or a twin in another group, has taken.
  private static let irregular: [Tag: String] = [
    .partExtension: "Extension", .defaultType: "Default", .contentTypeName: "ContentType",
    .relationshipID: "Id", .relationshipType: "Type",
  ]

  static let names: [String] = allCases.dropFirst().map(\.xmlName)
}

extension XMLVocabulary {
  /// The words of all office documents.
  static let office = XMLVocabulary(namespaces: Space.uris, names: Tag.names)
}

extension XMLName {
  var tag: Tag { Tag(rawValue: local) ?? .unknown }
  var isIn: Space? { Space(rawValue: space) }
  func matches(_ space: Space, _ tag: Tag) -> Bool {
    self.space == space.rawValue && local == tag.rawValue
  }
}

extension XMLElement {
  var tag: Tag { name.tag }
  var space: Space? { name.isIn }

  /// The value of an attribute.
  func value(_ tag: Tag, _ space: Space = .none) -> String? {
    attribute(local: tag.rawValue, space: space.rawValue)
  }

  /// The value of `w:val`.
  var val: String? { value(.val, .word) }

  /// Whether an on/off property is on: present without a value, or with one that says so
  /// (ISO/IEC 29500-1 17.17.4).
  var isOn: Bool {
    switch val {
    case nil, "1", "true", "on": true
    default: false
    }
  }
}
