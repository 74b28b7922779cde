import ArchiveIO
import DossierEngine
import DossierModel
import Testing

@Suite struct ContentSnifferTests {
  @Test(arguments: [
    ("%PDF-1.4\n", FileFormat.pdf), ("{\\rtf1", .rtf), ("GIF89a....", .gif),
    ("Rar!\u{1A}\u{7}\u{0}", .rar), ("<!DOCTYPE html><p>", .html),
    ("<?xml version='1.0'?><a/>", .xml),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", .svg), ("Kế hoạch năm 2023", .text),
    ("\u{FEFF}chữ", .text), ("a\u{0}b\u{1}c\u{2}", .unknown),
  ])
  func tellsAFormatByItsFirstBytes(_ text: String, _ format: FileFormat) throws {
    let source = MemorySource(name: "a.docx", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test(arguments: [("spreadsheet", FileFormat.flatODS), ("text", .flatODT)])
  func tellsAFlatDocumentBehindManyNamespaces(_ kind: String, _ format: FileFormat) throws {
    let spaces = (0..<40).map { "xmlns:n\($0)='urn:oasis:names:tc:opendocument:xmlns:n\($0):1.0'" }
    let text =
      "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      + spaces.joined(separator: " ")
      + " office:mimetype='application/vnd.oasis.opendocument.\(kind)'/>"
    let source = MemorySource(name: "a.xml", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><!-- a licence --><office:document ", FileFormat.flatODT),
    ("<!DOCTYPE office:document PUBLIC 'x' 'y'>\n<o:document ", .flatODT),
    ("<!DOCTYPE d [<!ENTITY a \"<html> ]>\">]><o:document ", .flatODT),
    ("<!DOCTYPE d [<!ENTITY a 'b'>]><!-- a --><o:documents ", .xml),
    ("<?xml version='1.0'?><o:document-meta ", .xml), ("<o:documents ", .xml),
    ("<html ", .html),
  ])
  func tellsAFlatDocumentByItsFirstElement(_ start: String, _ format: FileFormat) throws {
    let spaces = (0..<40).map { "xmlns:n\($0)='urn:oasis:names:tc:opendocument:xmlns:n\($0):1.0'" }
    let office = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    let text = start + (spaces + [office]).joined(separator: " ") + "><x:document/>"
    #expect(text.count > 2048)
    let source = MemorySource(name: "a.xml", bytes: Array(text.utf8))
    #expect(try ContentSniffer.format(of: source) == format)
  }

  @Test func tellsTextOfEveryEncoding() throws {
    let text = "Trường THPT Lê Quý Đôn"
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let legacy: [UInt8] = Array("C".utf8) + [0xE9] + Array("ng ho".utf8) + [0xB5]
    for bytes in [little, legacy, Array(text.utf8)] {
      #expect(try ContentSniffer.format(of: MemorySource(name: "", bytes: bytes)) == .text)
    }
    let long = Array(String(repeating: "ạ", count: 3000).utf8)
    #expect(try ContentSniffer.format(of: MemorySource(name: "", bytes: long)) == .text)
  }
}
