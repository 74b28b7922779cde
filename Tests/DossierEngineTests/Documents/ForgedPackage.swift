import ArchiveIO
import DossierEngine
import DossierModel
import Foundation

/// A package put together in memory: stored entries, or deflated-looking lies where a test wants them.
struct ForgedPackage {
  private var entries: [(name: String, data: [UInt8])] = []

  init(_ parts: [(String, String)] = []) {
    for (name, text) in parts { add(name, text) }
  }

  /// A workbook of sheets, each with a name, further attributes, and what stands in its data.
  static func workbook(
    _ sheets: [(name: String, attributes: String, data: String)]
  ) -> ForgedPackage {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var package = ForgedPackage()
    package.add(
      "[Content_Types].xml",
      "<Types xmlns='\(Self.package)/content-types'><Override PartName='/xl/workbook.xml' "
        + "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
        + "</Types>")
    package.add(
      "_rels/.rels", relationships([("r1", "\(office)/officeDocument", "xl/workbook.xml")]))
    let listed = sheets.enumerated().map { number, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(number + 1)' \(sheet.attributes) r:id='r\(number + 1)'/>"
    }
    package.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>\(listed.joined())</sheets></workbook>"
    )
    package.add(
      "xl/_rels/workbook.xml.rels",
      relationships(
        sheets.indices.map { ("r\($0 + 1)", "\(office)/worksheet", "sheet\($0 + 1).xml") }))
    for (number, sheet) in sheets.enumerated() {
      package.add(
        "xl/sheet\(number + 1).xml",
        "<worksheet xmlns='\(main)'><sheetData>\(sheet.data)</sheetData></worksheet>")
    }
    return package
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ data: [UInt8]) { entries.append((name, data)) }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in entries {
      let crc = Int(CRC32.of(data))
      let rest =
        ForgedPackage.little(0, 2) + ForgedPackage.little(0x5A21_0000, 4)
        + ForgedPackage.little(crc, 4) + ForgedPackage.little(data.count, 4)
        + ForgedPackage.little(data.count, 4) + ForgedPackage.little(name.utf8.count, 2)
        + ForgedPackage.little(0, 2)
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + rest
      directory += ForgedPackage.little(0, 10) + ForgedPackage.little(body.count, 4)
      directory += Array(name.utf8)
      body += [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + rest + Array(name.utf8) + data
    }
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + ForgedPackage.little(entries.count, 2)
      + ForgedPackage.little(entries.count, 2) + ForgedPackage.little(directory.count, 4)
      + ForgedPackage.little(body.count, 4) + [0, 0]
    return body + directory + end
  }

  /// The same parts deflated, as programs write them.
  func deflated() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "hoso-forged-\(UUID().uuidString).zip").path
    defer { unlink(path) }
    var writer = StrictZIPWriter(try OutputFile(creating: path))
    var preparer = ZIPPreparer()
    for (name, data) in entries {
      let part = ZIPPart(
        name: name, content: MemorySource(name: name, bytes: data),
        time: DOSTime(year: 2024, month: 1, day: 1), effort: .thorough)
      try writer.append(try preparer.prepare(part))
    }
    _ = try writer.finish()
    let file = try FileSource(path: path)
    return try file.bytes(at: 0, count: Int(file.size))
  }

  func read(_ name: String, depth: DocumentReader.Depth = .full) -> DocumentReading {
    DocumentReader().read(MemorySource(name: name, bytes: bytes), name: name, depth: depth)
  }

  // MARK: Word

  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"

  static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    "<Relationships xmlns='\(package)/relationships'>"
      + list.map { item in
        let mode =
          item.target.contains(":") || item.target.hasPrefix("\\") ? "External" : "Internal"
        return
          "<Relationship Id='\(item.id)' Type='\(item.type)' Target='\(item.target)' TargetMode='\(mode)'/>"
      }.joined() + "</Relationships>"
  }

  /// A Word document of a body; further parts by the tail of their relationship's type.
  static func docx(
    _ body: String, parts: [(kind: String, file: String, xml: String)] = [],
    links: [(id: String, type: String, target: String)] = []
  ) -> ForgedPackage {
    var package = ForgedPackage()
    package.add(
      "[Content_Types].xml",
      "<Types xmlns='\(ForgedPackage.package)/content-types'><Override PartName='/word/document.xml' "
        + "ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
        + "</Types>")
    package.add(
      "_rels/.rels", relationships([("r1", "\(office)/officeDocument", "word/document.xml")]))
    package.add("word/document.xml", wordXML("document", "<w:body>\(body)</w:body>"))
    var list = links
    for part in parts {
      list.append((part.file, "\(office)/\(part.kind)", part.file))
      package.add("word/\(part.file)", part.xml)
    }
    package.add("word/_rels/document.xml.rels", relationships(list))
    return package
  }

  static func wordXML(_ root: String, _ content: String) -> String {
    "<w:\(root) xmlns:w='\(word)' xmlns:r='\(office)' "
      + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
      + "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
      + "xmlns:zz='urn:zz' xmlns:v='urn:schemas-microsoft-com:vml'>\(content)</w:\(root)>"
  }

  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space='preserve'>\(text)</w:t></w:r></w:p>"
  }

  // MARK: OpenDocument

  static let namespaces =
    ["office", "text", "table", "style", "meta"].map {
      "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'"
    }.joined(separator: " ")
    + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
    + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
    + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
    + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'"

  static func odt(
    _ body: String, styles: String = "", kind: String = "text", meta: String? = nil
  ) -> ForgedPackage {
    var package = ForgedPackage()
    package.add("mimetype", "application/vnd.oasis.opendocument.\(kind)")
    package.add(
      "content.xml",
      "<office:document-content \(namespaces)><office:automatic-styles>\(styles)"
        + "</office:automatic-styles><office:body><office:\(kind)>\(body)</office:\(kind)>"
        + "</office:body></office:document-content>")
    if let meta {
      package.add(
        "meta.xml",
        "<office:document-meta \(namespaces)><office:meta>\(meta)</office:meta></office:document-meta>"
      )
    }
    return package
  }
}
