import DossierModel
import Mustache

/// Draws the page an inspector reads: `index.html` of an archive.
public enum PageRenderer {
  /// One self-contained page in both languages, without a script or any outside resource.
  ///
  /// - Parameters:
  ///   - input: what is shown.
  ///   - catalog: the words.
  /// - Returns: the HTML text.
  /// - Throws: what the template library throws for a wrong template, which a test rules out.
  public static func page(_ input: PageInput, catalog: Catalog) throws -> String {
    let words = PageWords(catalog: catalog, profile: input.profile)
    let catalogue = Catalogue(index: input.index, profile: input.profile)
    let files = PageFiles(catalogue, location: input.location)
    var context: [String: Any] = [
      "t": words.labels, "css": Markup(trusted: style),
      "head": PageHead(input: input, words: words, files: files).context,
      "evidence": PageEvidence(input: input, words: words, files: files).context,
      "findings": PageFindings(input: input, words: words, files: files).context,
      "documents": PageDocuments(input: input, words: words, files: files).context,
      "isPacked": input.packing != nil,
    ]
    context["score"] = PageScore(input: input, words: words).context
    context["timeline"] = PageTimeline(input: input, words: words, files: files).context
    return try Templates.render("page", context)
  }

  /// The style sheet without its indentation.
  private static var style: String {
    String(decoding: PackageResources.page_css, as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}

/// The embedded templates.
enum Templates {
  /// The text of every template by name.
  static let sources: [String: [UInt8]] = [
    "page": PackageResources.page_mustache,
    "page-head": PackageResources.page_head_mustache,
    "page-score": PackageResources.page_score_mustache,
    "page-evidence": PackageResources.page_evidence_mustache,
    "page-findings": PackageResources.page_findings_mustache,
    "page-documents": PackageResources.page_documents_mustache,
    "page-timeline": PackageResources.page_timeline_mustache,
    "page-list": PackageResources.page_list_mustache,
    "page-integrity": PackageResources.page_integrity_mustache,
  ]

  /// Renders a template with its partials.
  static func render(_ name: String, _ context: [String: Any]) throws -> String {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      library.register(
        try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)), named: name)
    }
    return library.render(context, withTemplate: name) ?? ""
  }
}
