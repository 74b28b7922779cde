import Testing

@testable import XMLPull

private let vocabulary = XMLVocabulary(namespaces: [("urn:one", 1)], names: ["root", "item"])

private func attributes(_ count: Int, _ prefix: String = "") -> String {
  (0..<count).map { " \(prefix)a\($0)='b'" }.joined()
}

/// Reads a text whole and in chunks.
private func outcomes(_ text: String) -> [XMLError.Code?] {
  func outcome(_ body: (XMLReader) throws(XMLError) -> Void) -> XMLError.Code? {
    do throws(XMLError) {
      try body(XMLReader(vocabulary: vocabulary))
      return nil
    } catch {
      return error.code
    }
  }
  let bytes = Array(text.utf8)
  let whole = outcome { reader throws(XMLError) in try reader.parse(bytes, handler: Recorder()) }
  let parts = [1000, 1 << 18].map { size in
    outcome { reader throws(XMLError) in
      try reader.open(handler: Recorder())
      for start in stride(from: 0, to: bytes.count, by: size) {
        guard reader.feed(Array(bytes[start..<min(bytes.count, start + size)])) else { break }
      }
      try reader.close()
    }
  }
  return [whole] + parts
}

@Suite struct StartTagTests {
  @Test(arguments: [
    "<root\(attributes(100_000))/>",
    "<root\(attributes(2000))/>",
    "<root\(attributes(100_000, "xmlns:"))/>",
    (0..<30).map { "<root\(attributes(100, "xmlns:x\($0)"))>" }.joined()
      + String(repeating: "</root>", count: 30),
    "<!DOCTYPE root [<!ATTLIST item \((0..<300).map { "a\($0) (b|c) 'b' " }.joined())>]>"
      + "<root>\(String(repeating: "<item/>", count: 1000))</root>",
  ])
  func moreAttributesOrNamespacesThanAnyNeedsAreTooLarge(_ text: String) {
    #expect(outcomes(text) == [.tooLarge, .tooLarge, .tooLarge])
  }

  @Test(arguments: [
    "<root\(attributes(500))/>",
    "<root\(attributes(60, "xmlns:"))>\(String(repeating: "<item/>", count: 50))</root>",
    // A drawing's path, and a formula or a program that is kept as text.
    "<root d=\"\(String(repeating: "M 1 2 ", count: 60_000))\"/>",
    "<root>\(String(repeating: "x='y' ", count: 60_000))</root>",
    "<root><![CDATA[if a < b \(String(repeating: "x=\"y\" ", count: 60_000))]]></root>",
    "<root><!-- \(String(repeating: "x=\"y\" ", count: 60_000)) --></root>",
    "<root>\(String(repeating: "<item a='1' b='>' c='2'/>", count: 20_000))</root>",
    "<!DOCTYPE root [<!ATTLIST root a CDATA 'b'>]><root/>",
  ])
  func whatDocumentsHoldIsRead(_ text: String) {
    #expect(outcomes(text) == [nil, nil, nil])
  }
}
