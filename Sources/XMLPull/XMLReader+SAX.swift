internal import CLibXML2

// What libxml2 calls: plain C functions that find their reader through the user data.
extension XMLReader {
  /// More attributes than any element has, and more namespaces than are in scope anywhere: libxml2
  /// compares each with all others.
  private static let attributeLimit = 1024
  private static let namespaceLimit = 1024
  /// Defaults for attributes are added to every element.
  private static let defaultLimit = 16

  static func install(on context: xmlParserCtxtPtr, reader: XMLReader) {
    guard let sax = unsafe context.pointee.sax else { return }
    unsafe sax.pointee = xmlSAXHandler()
    unsafe sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.pointee.startElementNs = { user, local, _, uri, _, _, count, _, attributes in
      guard let local = unsafe local else { return }
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef {
        unsafe $0.begin(local: local, uri: uri, count: Int(count), attributes: attributes)
      }
    }
    unsafe sax.pointee.endElementNs = { user, local, _, uri in
      guard let local = unsafe local else { return }
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef {
        unsafe $0.end(local: local, uri: uri)
      }
    }
    let text: charactersSAXFunc = { user, bytes, count in
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef {
        unsafe $0.text(bytes, count: Int(count))
      }
    }
    unsafe sax.pointee.characters = text
    unsafe sax.pointee.ignorableWhitespace = text
    unsafe sax.pointee.cdataBlock = text
    unsafe sax.pointee.entityDecl = { user, _, _, _, _, _ in
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef {
        $0.fail(XMLError(.dtdEntity, message: "an entity is declared"))
      }
    }
    unsafe sax.pointee.unparsedEntityDecl = { user, _, _, _, _ in
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef {
        $0.fail(XMLError(.dtdEntity, message: "an entity is declared"))
      }
    }
    unsafe sax.pointee.attributeDecl = { user, _, _, _, _, _, choices in
      unsafe xmlFreeEnumeration(choices)
      unsafe XMLReader.from(user)?._withUnsafeGuaranteedRef { $0.addDefault() }
    }
    unsafe context.pointee.userData = Unmanaged.passUnretained(reader).toOpaque()
  }

  /// The reader of a call; whoever reads holds it, so that no count of it is kept here.
  private static func from(_ user: UnsafeMutableRawPointer?) -> Unmanaged<XMLReader>? {
    unsafe user.map { unsafe Unmanaged<XMLReader>.fromOpaque($0) }
  }

  private func begin(
    local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil, !isStopped else { return }
    depth += 1
    elements += 1
    textBytes = 0
    guard depth <= limits.depth else {
      return fail(XMLError(.tooLarge, message: "elements nest deeper than \(limits.depth)"))
    }
    guard elements <= limits.elements else {
      return fail(XMLError(.tooLarge, message: "more than \(limits.elements) elements"))
    }
    guard count <= XMLReader.attributeLimit, namespaces <= XMLReader.namespaceLimit else {
      return failForAttributes()
    }
    let element = unsafe XMLElement(
      name: name(local, uri), depth: depth, localPointer: local, attributes: attributes,
      attributeCount: count, reader: Unmanaged.passUnretained(self))
    handler?.startElement(element)
  }

  private func addDefault() {
    attributeDefaults += 1
    if attributeDefaults > XMLReader.defaultLimit { failForAttributes() }
  }

  private func end(local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?) {
    guard failure == nil, !isStopped else { return }
    depth -= 1
    textBytes = 0
    handler?.endElement(unsafe name(local, uri))
  }

  private func text(_ bytes: UnsafePointer<xmlChar>?, count: Int) {
    guard failure == nil, !isStopped, count > 0 else { return }
    textBytes += count
    guard textBytes <= limits.textBytes else {
      return fail(XMLError(.tooLarge, message: "a text of more than \(limits.textBytes) bytes"))
    }
    handler?.characters(unsafe XMLText(bytes: UnsafeBufferPointer(start: bytes, count: count)))
  }
}
