/// Finds what a PDF carries or would do: embedded files, scripts, actions that reach outside.
enum PDFActionWalk {
  /// The actions that run something or reach outside (ISO 32000-1 12.6.4); a plain link on a page
  /// is none of them.
  private static let notable: Set<String> = [
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition",
  ]
  private static let maximumNodes = 5000

  static func addNames(_ handle: borrowing PDFHandle, to facts: inout PDFFacts) {
    let root = handle.root
    if let action = handle.value(root, "/OpenAction") { add(handle, action, to: &facts) }
    addTriggers(handle, of: root, to: &facts)
    // The document it was made from, as LibreOffice puts it into a "hybrid" file.
    if let streams = handle.value(handle.trailer, "/AdditionalStreams") {
      facts.embeddedFiles += handle.items(streams, limit: 32).compactMap {
        handle.name($0).map { String($0.dropFirst()) }
      }
    }
    guard let names = handle.value(root, "/Names") else { return }
    if let scripts = handle.value(names, "/JavaScript"), handle.isDictionary(scripts) {
      facts.actions.append("JavaScript")
    }
    if let files = handle.value(names, "/EmbeddedFiles") {
      facts.embeddedFiles += namesOfTree(handle, files)
    }
  }

  /// Adds the actions that hang on an object's own events.
  static func addTriggers(
    _ handle: borrowing PDFHandle, of object: PDFHandle.Object, to facts: inout PDFFacts
  ) {
    guard let triggers = handle.value(object, "/AA") else { return }
    for key in handle.keys(triggers, limit: 32) {
      if let action = handle.value(triggers, key) { add(handle, action, to: &facts) }
    }
  }

  /// Adds an action if it is a notable one.
  static func add(
    _ handle: borrowing PDFHandle, _ action: PDFHandle.Object, to facts: inout PDFFacts
  ) {
    guard handle.isDictionary(action),
      let kind = handle.value(action, "/S").flatMap({ handle.name($0) }), notable.contains(kind)
    else { return }
    facts.actions.append(String(kind.dropFirst()))
  }

  private static func namesOfTree(
    _ handle: borrowing PDFHandle, _ root: PDFHandle.Object
  ) -> [String] {
    var names: [String] = []
    var visited = Set<Int>()
    var waiting = [root]
    var count = 0
    while let node = waiting.popLast(), count < maximumNodes {
      count += 1
      let identity = handle.identity(node)
      if identity != 0, !visited.insert(identity).inserted { continue }
      if let kids = handle.value(node, "/Kids") {
        waiting += handle.items(kids, limit: maximumNodes).reversed()
      }
      guard let pairs = handle.value(node, "/Names") else { continue }
      for (index, item) in handle.items(pairs, limit: 2000).enumerated() where index % 2 == 0 {
        if let name = handle.text(item, limit: 1024) { names.append(name) }
      }
    }
    return names
  }
}
