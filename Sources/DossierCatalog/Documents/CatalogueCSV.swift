public import DossierModel

/// The catalogue of a dossier as CSV that Excel opens right.
public enum CatalogueCSV {
  /// “Mục lục văn bản, tài liệu” with its seven columns.
  ///
  /// UTF-8 with a byte-order mark, CRLF line ends and quoting by RFC 4180. A cell that a
  /// spreadsheet would take for a formula is preceded by an apostrophe.
  public static func text(
    index: DossierIndex, profile: Profile, catalog: Catalog, language: Language
  ) -> String {
    var lines = [
      ["number", "notation", "date", "subject", "author", "pages", "note"].map {
        catalog.text("page.catalogue.\($0)", language)
      }
    ]
    for row in Catalogue(index: index, profile: profile).rows {
      lines.append([
        String(row.number), row.notation, row.date.map { Wording.date($0, language) } ?? "",
        row.subject, row.author, row.pages.map(String.init) ?? "",
        note(row, profile, catalog, language),
      ])
    }
    let text = lines.map { $0.map { cell($0) }.joined(separator: ",") }.joined(separator: "\r\n")
    return "\u{FEFF}" + text + "\r\n"
  }

  private static func note(
    _ row: Catalogue.Row, _ profile: Profile, _ catalog: Catalog, _ language: Language
  ) -> String {
    var parts: [String] = []
    if !row.places.isEmpty {
      let codes = row.places.joined(separator: ", ")
      parts.append("\(catalog.text("label.criterion", language)) \(codes)")
    } else if let id = row.file.placement.item {
      parts.append(profile.item(id)?.title[language] ?? id)
    }
    parts.append(row.file.path)
    return parts.joined(separator: "; ")
  }

  private static func cell(_ text: String) -> String {
    var value = text
    // Excel, LibreOffice and Sheets run a cell that begins so.
    if let first = value.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      value = "'" + value
    }
    let needsQuotes = value.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
