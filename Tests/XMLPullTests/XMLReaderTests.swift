import Testing

@testable import XMLPull

/// Writes down what it is told.
final class Recorder: XMLHandler {
  var events: [String] = []
  var text: [UInt8] = []
  var onStart: ((borrowing XMLElement) -> Void)?

  func startElement(_ element: borrowing XMLElement) {
    flush()
    var line = "<\(element.name.space):\(element.name.local)@\(element.depth)"
    element.forEachAttribute { name, value in line += " \(name.space):\(name.local)=\(value)" }
    events.append(line)
    onStart?(element)
  }

  func endElement(_ name: XMLName) {
    flush()
    events.append("/\(name.space):\(name.local)")
  }

  func characters(_ text: borrowing XMLText) { text.append(to: &self.text) }

  private func flush() {
    if !text.isEmpty { events.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }
}

private let vocabulary = XMLVocabulary(
  namespaces: [("urn:one", 1), ("urn:one-strict", 1), ("urn:two", 2)],
  names: ["root", "item", "value"])

private func read(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws -> [String] {
  let recorder = Recorder()
  try XMLReader(vocabulary: vocabulary).parse(bytes, limits: limits, handler: recorder)
  return recorder.events
}

private func readInChunks(
  _ bytes: [UInt8], of size: Int, limits: XMLLimits = XMLLimits()
) throws -> [String] {
  let recorder = Recorder()
  let reader = XMLReader(vocabulary: vocabulary)
  try reader.open(limits: limits, handler: recorder)
  var start = 0
  while start < bytes.count {
    let end = min(bytes.count, start + size)
    guard reader.feed(Array(bytes[start..<end]).span.bytes) else { break }
    start = end
  }
  try reader.close()
  return recorder.events
}

@Suite struct XMLReaderTests {
  @Test(arguments: [
    #"<a:root xmlns:a="urn:one"><b:item xmlns:b="urn:two" value="1"/></a:root>"#,
    #"<root xmlns="urn:one-strict"><x:item xmlns:x="urn:two" value="1"/></root>"#,
  ])
  func matchesByNamespaceWhateverThePrefix(_ xml: String) throws {
    let expected = ["<1:1@1", "<2:2@2 0:3=1", "/2:2", "/1:1"]
    #expect(try read(Array(xml.utf8)) == expected)
    #expect(try readInChunks(Array(xml.utf8), of: 7) == expected)
  }

  @Test func tellsUnknownNamesApartFromKnownOnes() throws {
    let xml = #"<root xmlns="urn:other"><item xmlns=""/><else xmlns="urn:one"/></root>"#
    let unknown = XMLName.unknownSpace
    #expect(
      try read(Array(xml.utf8)) == [
        "<\(unknown):1@1", "<0:2@2", "/0:2", "<1:0@2", "/1:0", "/\(unknown):1",
      ])
  }

  @Test func resolvesReferencesInTextAndAttributes() throws {
    let xml =
      "<root value='A&amp;B &#38;#38; &lt;&quot;&#x1ED3;'>x &amp; &#7891; <![CDATA[<&>]]></root>"
    let events = try read(Array(xml.utf8))
    #expect(events == ["<0:1@1 0:3=A&B &#38; <\"ồ", "x & ồ <&>", "/0:1"])
  }

  @Test(arguments: [1, 3, 64, 4096])
  func readsUTF16AndVietnameseCodePage(_ size: Int) throws {
    let text = "<root>Nguyễn Thị Thu Hằng</root>"
    let expected = ["<0:1@1", "Nguyễn Thị Thu Hằng", "/0:1"]
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in declared.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try read(little) == expected)
    #expect(try read(big) == expected)
    #expect(try readInChunks(little, of: max(4, size)) == expected)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    #expect(try readInChunks([0xEF, 0xBB, 0xBF] + Array(text.utf8), of: size) == expected)
    let page = Array("<?xml version=\"1.0\" encoding=\"windows-1258\"?><root>Nguy".utf8)
    let rest: [UInt8] = [0xEA, 0xF0] + Array("</root>".utf8)
    #expect(try read(page + rest) == ["<0:1@1", "Nguyêđ", "/0:1"])
    #expect(try readInChunks(page + rest, of: size) == ["<0:1@1", "Nguyêđ", "/0:1"])
  }

  @Test(arguments: ["<root>a</root>", "<root><item>", "<root>stop<item/></root>", "abandon"])
  func readsEveryEncodingAfterAPartInChunks(_ chunks: String) throws {
    let long = String(repeating: "<item>Nguyễn Thị Thu Hằng</item>", count: 300)
    let text = "<?xml version=\"1.0\"?><root>\(long)</root>"
    let units = [0xFEFF] + Array(text.utf16)
    let page =
      Array("<?xml version=\"1.0\" encoding=\"windows-1258\"?><root>".utf8)
      + Array(repeating: 0xEA, count: 9000) + Array("</root>".utf8)
    for bytes in [
      units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, page, Array(text.utf8),
    ] {
      let reader = XMLReader(vocabulary: vocabulary)
      let before = Recorder()
      before.onStart = { if $0.name.local == 2, chunks.contains("stop") { reader.stop() } }
      try reader.open(handler: before)
      _ = reader.feed(Array(chunks.utf8))
      if chunks == "abandon" { reader.abandon() } else { try? reader.close() }
      let recorder = Recorder()
      try reader.parse(bytes, handler: recorder)
      #expect(try recorder.events == read(bytes))
    }
  }

  @Test(arguments: [
    "<root>", "<root></item>", "<root>&#1;</root>", "<root>&undeclared;</root>", "text", "",
    "<root/><root/>", "<p:root/>", "<root a='1' a='2'/>", "<root>\u{0}</root>",
  ])
  func namesMalformedText(_ xml: String) throws {
    let error = #expect(throws: XMLError.self) { try read(Array(xml.utf8)) }
    #expect(error?.code == .malformed)
    let streamed = #expect(throws: XMLError.self) { try readInChunks(Array(xml.utf8), of: 3) }
    #expect(streamed?.code == .malformed)
  }

  @Test func tellsTheLineOfAnError() throws {
    let error = #expect(throws: XMLError.self) { try read(Array("<root>\n\n</item>".utf8)) }
    #expect(error?.line == 3)
  }

  @Test(arguments: [
    "<!DOCTYPE root [<!ENTITY a \"aaaa\">]><root>&a;</root>",
    "<!DOCTYPE root [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><root>&a;</root>",
    "<!DOCTYPE root [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><root/>",
    "<!DOCTYPE root [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><root>never used</root>",
    "<!DOCTYPE root [<!NOTATION n SYSTEM \"n\"><!ENTITY a SYSTEM \"x\" NDATA n>]><root/>",
  ])
  func refusesEveryEntityDeclaration(_ xml: String) throws {
    for size in [0, 5, 4096] {
      let error = #expect(throws: XMLError.self) {
        size == 0 ? try read(Array(xml.utf8)) : try readInChunks(Array(xml.utf8), of: size)
      }
      #expect(error?.code == .dtdEntity)
    }
  }

  @Test func toleratesABareDocumentTypeWithoutLoadingIt() throws {
    let xml = "<!DOCTYPE root PUBLIC \"-//X\" \"file:///etc/hostname\"><root>&known;a</root>"
    #expect(try read(Array(xml.utf8)) == ["<0:1@1", "a", "/0:1"])
    let system = "<!DOCTYPE root SYSTEM \"http://127.0.0.1:1/x.dtd\"><root/>"
    #expect(try readInChunks(Array(system.utf8), of: 5) == ["<0:1@1", "/0:1"])
  }

  @Test func boundsDepthElementsTextAndBytes() throws {
    let deep = String(repeating: "<item>", count: 300) + String(repeating: "</item>", count: 300)
    let many = "<root>" + String(repeating: "<item/>", count: 300) + "</root>"
    let long = "<root>" + String(repeating: "a", count: 3000) + "</root>"
    var few = XMLLimits()
    few.elements = 100
    var short = XMLLimits()
    short.textBytes = 1000
    var small = XMLLimits()
    small.bytes = 100
    for (xml, limits) in [(deep, XMLLimits()), (many, few), (long, short), (long, small)] {
      let whole = #expect(throws: XMLError.self) { try read(Array(xml.utf8), limits: limits) }
      #expect(whole?.code == .tooLarge)
      let streamed = #expect(throws: XMLError.self) {
        try readInChunks(Array(xml.utf8), of: 50, limits: limits)
      }
      #expect(streamed?.code == .tooLarge)
    }
  }

  @Test func stopsWhenTheHandlerHasEnough() throws {
    let reader = XMLReader(vocabulary: vocabulary)
    let recorder = Recorder()
    recorder.onStart = { if $0.name.local == 2 { reader.stop() } }
    try reader.parse(Array("<root><item/><value/></root".utf8), handler: recorder)
    #expect(recorder.events == ["<0:1@1", "<0:2@2"])
  }

  @Test func servesAgainAfterAnError() throws {
    let reader = XMLReader(vocabulary: vocabulary)
    for _ in 0..<3 {
      for bad in ["<root>", "<!DOCTYPE root [<!ENTITY a 'b'>]><root/>"] {
        #expect(throws: XMLError.self) {
          try reader.parse(Array(bad.utf8), handler: Recorder())
        }
      }
      let recorder = Recorder()
      try reader.parse(Array("<root xmlns='urn:one'>a</root>".utf8), handler: recorder)
      #expect(recorder.events == ["<1:1@1", "a", "/1:1"])
    }
  }

  @Test func forgetsTheNamesOfAHostileFile() throws {
    let reader = XMLReader(vocabulary: vocabulary)
    let many = "<root>" + (0..<20_000).map { "<n\($0)/>" }.joined() + "</root>"
    try reader.parse(Array(many.utf8), handler: Recorder())
    let recorder = Recorder()
    try reader.parse(Array("<root xmlns='urn:one'/>".utf8), handler: recorder)
    #expect(recorder.events == ["<1:1@1", "/1:1"])
  }

  @Test func resolvesAPrefixNamedInAnAttribute() throws {
    let recorder = Recorder()
    var spaces: [UInt16] = []
    recorder.onStart = { element in
      for prefix in ["one", "two", "none"] { spaces.append(element.space(ofPrefix: prefix)) }
    }
    let xml = "<root xmlns:one='urn:one' xmlns:two='urn:unknown'/>"
    try XMLReader(vocabulary: vocabulary).parse(Array(xml.utf8), handler: recorder)
    #expect(spaces == [1, XMLName.unknownSpace, XMLName.unknownSpace])
  }
}
