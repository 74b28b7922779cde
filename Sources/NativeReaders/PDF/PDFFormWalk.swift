/// Finds the signatures in the fields of a PDF's form (ISO 32000-1 12.7.4.5, 12.8.1).
enum PDFFormWalk {
  private static let maximumFields = 20_000
  private static let maximumDepth = 32

  static func addSignatures(_ handle: borrowing PDFHandle, to facts: inout PDFFacts) {
    var seen = Set<Int>()
    if let form = handle.value(handle.root, "/AcroForm"),
      let fields = handle.value(form, "/Fields")
    {
      addFields(handle, fields, seen: &seen, to: &facts)
    }
    // A certifying signature may be named by the permissions alone.
    if let permissions = handle.value(handle.root, "/Perms") {
      for key in ["/DocMDP", "/UR3"] {
        if let value = handle.value(permissions, key) {
          add(handle, value, seen: &seen, to: &facts)
        }
      }
    }
  }

  private static func addFields(
    _ handle: borrowing PDFHandle, _ fields: PDFHandle.Object, seen: inout Set<Int>,
    to facts: inout PDFFacts
  ) {
    var visited = Set<Int>()
    var count = 0
    var waiting = handle.items(fields, limit: maximumFields).map { ($0, 0) }
    waiting.reverse()
    while let (field, depth) = waiting.popLast(), count < maximumFields {
      count += 1
      let identity = handle.identity(field)
      if identity != 0, !visited.insert(identity).inserted { continue }
      if let value = handle.value(field, "/V") { add(handle, value, seen: &seen, to: &facts) }
      guard depth < maximumDepth, let kids = handle.value(field, "/Kids") else { continue }
      for kid in handle.items(kids, limit: maximumFields).reversed() {
        waiting.append((kid, depth + 1))
      }
    }
  }

  private static func add(
    _ handle: borrowing PDFHandle, _ value: PDFHandle.Object, seen: inout Set<Int>,
    to facts: inout PDFFacts
  ) {
    guard handle.isDictionary(value), let range = handle.value(value, "/ByteRange"),
      handle.isArray(range)
    else { return }
    let identity = handle.identity(value)
    if identity != 0, !seen.insert(identity).inserted { return }
    let text = { (key: String, handle: borrowing PDFHandle) in
      handle.value(value, key).flatMap { handle.text($0, limit: 1024) }
    }
    let subFilter = handle.value(value, "/SubFilter").flatMap { handle.name($0) }
    facts.signatures.append(
      PDFSignature(
        name: text("/Name", handle), date: text("/M", handle),
        subFilter: subFilter.map { String($0.dropFirst()) }))
  }
}
