import DossierModel
import Testing

@testable import DossierCatalog

/// The line written by hand is the one Foundation writes.
@Suite struct MetadataLineTests {
  private func line(_ metadata: DocumentMetadata, problem: ReadProblem? = nil) throws -> String {
    let document = MetadataDocument(
      file: "thư mục/a \"b\".docx", format: .docx, problem: problem, metadata: metadata)
    let written = String(decoding: try document.line(), as: UTF8.self)
    #expect(written == (try JSONText.line(document)))
    return written
  }

  @Test func writesAnEmptyDocumentAsTheEncoderDoes() throws {
    _ = try line(DocumentMetadata())
  }

  @Test func writesEveryKindOfValueAsTheEncoderDoes() throws {
    var metadata = DocumentMetadata()
    metadata.fields = [
      .title: .text("Báo cáo"), .pages: .number(-3), .keywords: .list(["một", "hai", ""]),
      .created: .date(
        MetadataDate(
          raw: "2024-01-01T00:00:00+07:00", normalized: "2023-12-31T17:00:00Z", seconds: 0,
          zone: .doubtful)),
    ]
    metadata.unreadable = [.modified: .malformedXML]
    metadata.custom = [
      CustomProperty(name: "Mã", type: "lpwstr", value: "1/2"),
      CustomProperty(name: "Mã", type: "i4", value: "2"),
      CustomProperty(name: "a", type: "bool", value: "true"),
    ]
    metadata.flags = [.macros, .comments, .trackedChanges]
    metadata.via = ["core": "rel", "app": "path"]
    metadata.details = ["rsids": ["00A1", "00B2"], "empty": [], "Z": ["z"], "é": ["e"]]
    metadata.isPartial = true
    let written = try line(metadata, problem: ReadProblem(.truncated))
    #expect(written.contains("\"Mã (2)\""))
    #expect(!written.contains("\n"))
  }

  @Test func escapesEveryCharacterAsTheEncoderDoes() throws {
    var metadata = DocumentMetadata()
    for value in UInt32(0)..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      metadata.details["k\(scalar)"] = ["v\(scalar)v"]
    }
    metadata.details["more"] = ["\u{2028}\u{2029}\u{FEFF}\u{1F600}\u{FFFF}e\u{301}", "</script>"]
    _ = try line(metadata)
  }
}
