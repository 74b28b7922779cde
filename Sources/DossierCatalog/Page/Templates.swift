import Mustache

/// The embedded templates, parsed.
struct Templates {
  /// The text of every template by name.
  static let sources: [String: [UInt8]] = [
    "page": PackageResources.page_mustache,
    "page-head": PackageResources.page_head_mustache,
    "page-score": PackageResources.page_score_mustache,
    "page-evidence": PackageResources.page_evidence_mustache,
    "page-findings": PackageResources.page_findings_mustache,
    "page-documents": PackageResources.page_documents_mustache,
    "page-document": PackageResources.page_document_mustache,
    "page-timeline": PackageResources.page_timeline_mustache,
    "page-list": PackageResources.page_list_mustache,
    "page-list-row": PackageResources.page_list_row_mustache,
    "page-integrity": PackageResources.page_integrity_mustache,
    "handover": PackageResources.handover_mustache,
  ]

  private var library = MustacheLibrary()

  /// Parses them.
  ///
  /// - Throws: what the template library throws for a wrong template, which a test rules out.
  init() throws {
    for (name, bytes) in Self.sources {
      library.register(
        try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)), named: name)
    }
  }

  /// Renders a template with its partials.
  func render(_ name: String, _ context: [String: Any]) -> String {
    library.render(context, withTemplate: name) ?? ""
  }

  /// Renders a template for each row of a long table.
  ///
  /// A row for itself knows nothing of the page around it: ten thousand rows in the page's own
  /// context would stand in memory at once, and what a row has not would be looked for in all of it.
  ///
  /// - Parameters:
  ///   - name: the template of one row.
  ///   - fields: the names it uses, at most 64.
  ///   - rows: what the rows are about.
  ///   - values: what a row has, in the order of the fields.
  func rows<Row>(
    _ name: String, fields: [String], of rows: some Sequence<Row>, _ values: (Row) -> [Markup?]
  ) -> Markup {
    var form = RowForm(fields: fields) { render(name, $0) }
    var html = ""
    for row in rows { form.append(values(row), to: &html) }
    return Markup(trusted: html)
  }
}
