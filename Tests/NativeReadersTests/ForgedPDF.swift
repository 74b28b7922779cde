/// A PDF made in code: objects by number, with a right cross-reference.
struct ForgedPDF {
  var objects: [(number: Int, body: [UInt8])] = []
  var trailer = "/Root 1 0 R"

  mutating func add(_ number: Int, _ body: String) { objects.append((number, Array(body.utf8))) }

  mutating func add(_ number: Int, dictionary: String, stream: [UInt8]) {
    let head = "<< \(dictionary) /Length \(stream.count) >>\nstream\n"
    objects.append((number, Array(head.utf8) + stream + Array("\nendstream".utf8)))
  }

  /// One page with the given content, and whatever else was added.
  static func page(content: String, info: String = "") -> ForgedPDF {
    var pdf = ForgedPDF()
    pdf.add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    pdf.add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>")
    pdf.add(4, dictionary: "", stream: Array(content.utf8))
    if !info.isEmpty {
      pdf.add(5, "<< \(info) >>")
      pdf.trailer += " /Info 5 0 R"
    }
    return pdf
  }

  func bytes() -> [UInt8] {
    var result = Array("%PDF-1.7\n".utf8)
    var offsets: [Int: Int] = [:]
    for object in objects {
      offsets[object.number] = result.count
      result += Array("\(object.number) 0 obj\n".utf8) + object.body + Array("\nendobj\n".utf8)
    }
    let start = result.count
    let size = (offsets.keys.max() ?? 0) + 1
    result += Array("xref\n0 \(size)\n0000000000 65535 f \n".utf8)
    for number in 1..<size {
      let digits = String(offsets[number] ?? 0)
      let padded = String(repeating: "0", count: 10 - digits.count) + digits
      result += Array("\(padded) 00000 \(offsets[number] == nil ? "f" : "n") \n".utf8)
    }
    result += Array("trailer\n<< /Size \(size) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return result
  }
}
