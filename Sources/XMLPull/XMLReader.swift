internal import CLibXML2

/// Reads XML as a stream of elements and text, by libxml2's SAX2 interface.
///
/// One reader serves one task at a time and is meant to be used again and again: it keeps its
/// parser and the names it has met. Nothing outside the given bytes is ever opened: no network, no
/// external subset, no external entity. Internal entity declarations end the reading at once; a bare
/// `DOCTYPE` with an external identifier is tolerated and not loaded.
@safe public final class XMLReader {
  private let vocabulary: XMLVocabulary
  private var context: xmlParserCtxtPtr?
  private var names = NameTable()
  var limits = XMLLimits()
  var handler: (any XMLHandler)?
  var failure: XMLError?
  var isStopped = false
  var depth = 0
  var elements = 0
  var textBytes = 0
  private var fedBytes = 0
  private var isFeeding = false
  private var isPrimed = false
  private var firstBytes: [UInt8] = []
  private var gauge = StartTagGauge()
  var attributeDefaults = 0

  // NOENT, DTDLOAD, DTDATTR, XINCLUDE, RECOVER and HUGE are left out on purpose.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue)

  private static let prepareLibrary: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Makes a reader for a vocabulary.
  public init(vocabulary: XMLVocabulary) {
    XMLReader.prepareLibrary
    self.vocabulary = vocabulary
  }

  deinit { dropContext() }

  /// Reads a whole part.
  ///
  /// - Parameters:
  ///   - bytes: the part, in any encoding libxml2 knows.
  ///   - limits: what bounds the work.
  ///   - handler: who is told. It may call `stop()`, which is no error.
  /// - Throws: `XMLError`. What the handler was told before is then not to be trusted.
  public func parse(
    _ bytes: RawSpan, limits: XMLLimits = XMLLimits(), handler: any XMLHandler
  ) throws(XMLError) {
    guard bytes.byteCount <= limits.bytes else {
      throw XMLError(.tooLarge, message: "more than \(limits.bytes) bytes")
    }
    guard !bytes.isEmpty else { throw XMLError(.malformed, message: "empty") }
    let context = try unsafe begin(limits: limits, handler: handler)
    unsafe bytes.withUnsafeBytes { buffer in
      guard unsafe buffer.count <= StartTagGauge.window || gauge.passes(buffer) else {
        return failForAttributes()
      }
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let document = unsafe xmlCtxtReadMemory(
        context, start, Int32(buffer.count), nil, nil, XMLReader.options)
      unsafe xmlFreeDoc(document)
    }
    try conclude()
  }

  /// Reads a whole part.
  ///
  /// - Throws: as `parse(_:limits:handler:)` with a span.
  public func parse(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), handler: any XMLHandler
  ) throws(XMLError) {
    try unsafe parse(bytes.span.bytes, limits: limits, handler: handler)
  }

  /// Begins a part that comes in chunks.
  public func open(
    limits: XMLLimits = XMLLimits(), handler: any XMLHandler
  ) throws(XMLError) {
    _ = try unsafe begin(limits: limits, handler: handler)
    isFeeding = true
    firstBytes = []
  }

  /// Takes the next chunk of a part begun with `open`.
  ///
  /// - Returns: whether more is wanted; false after an error (which `close` throws) or a `stop()`.
  public func feed(_ chunk: RawSpan) -> Bool {
    guard isFeeding, failure == nil, !isStopped else { return false }
    fedBytes += chunk.byteCount
    guard fedBytes <= limits.bytes else {
      fail(XMLError(.tooLarge, message: "more than \(limits.bytes) bytes"))
      return false
    }
    unsafe chunk.withUnsafeBytes { buffer in
      guard unsafe gauge.passes(buffer) else { return failForAttributes() }
      var rest = unsafe buffer[...]
      if !isPrimed {
        let missing = unsafe rest.prefix(4 - firstBytes.count)
        unsafe firstBytes.append(contentsOf: missing)
        unsafe rest = rest.dropFirst(missing.count)
        guard firstBytes.count == 4 else { return }
        prime()
      }
      unsafe push(UnsafeRawBufferPointer(rebasing: rest))
    }
    guard let context = unsafe context else { return false }
    return unsafe failure == nil && !isStopped && (!isPrimed || context.pointee.wellFormed == 1)
  }

  /// Takes the next bytes of a part begun with `open`.
  ///
  /// - Returns: as `feed(_:)` with a span.
  public func feed(_ bytes: [UInt8]) -> Bool { unsafe feed(bytes.span.bytes) }

  // libxml2 tells the encoding of a pushed text from the first four bytes, if it is given exactly
  // these when it is set up.
  private func prime() {
    isPrimed = true
    let result = unsafe firstBytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe xmlCtxtResetPush(context, start, Int32(buffer.count), nil, nil)
    }
    guard result == 0, let context = unsafe context else {
      failure = XMLError(.malformed, message: "the parser could not be set up")
      return
    }
    unsafe XMLReader.install(on: context, reader: self)
    unsafe xmlCtxtUseOptions(context, XMLReader.options)
  }

  private func push(_ buffer: UnsafeRawBufferPointer) {
    guard unsafe !buffer.isEmpty, failure == nil else { return }
    let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    // A chunk is far smaller than Int32 can count.
    unsafe xmlParseChunk(context, start, Int32(buffer.count), 0)
  }

  /// Ends a part begun with `open`.
  ///
  /// - Throws: `XMLError`, whatever call it was seen in.
  public func close() throws(XMLError) {
    guard isFeeding else { return }
    if !isPrimed { prime() }
    if failure == nil, !isStopped { unsafe xmlParseChunk(context, nil, 0, 1) }
    try conclude()
  }

  /// Drops a part begun with `open` without looking at the rest.
  public func abandon() {
    isFeeding = false
    handler = nil
  }

  /// Ends the reading from inside a handler; the call that reads then returns without an error.
  public func stop() {
    isStopped = true
    unsafe xmlStopParser(context)
  }

  private func begin(
    limits: XMLLimits, handler: any XMLHandler
  ) throws(XMLError) -> xmlParserCtxtPtr {
    self.limits = limits
    self.handler = handler
    failure = nil
    isStopped = false
    depth = 0
    elements = 0
    textBytes = 0
    fedBytes = 0
    attributeDefaults = 0
    gauge = StartTagGauge()
    isFeeding = false
    if isPrimed {
      // A parser that took chunks goes on taking all later text for chunks, whatever resets it: of a
      // whole text in another encoding than UTF-8 it would convert the beginning only.
      dropContext()
      isPrimed = false
    }
    if let context = unsafe context {
      unsafe XMLReader.install(on: context, reader: self)
      return unsafe context
    }
    guard let made = unsafe xmlNewParserCtxt() else {
      throw XMLError(.malformed, message: "no memory for a parser")
    }
    unsafe context = made
    unsafe XMLReader.install(on: made, reader: self)
    return unsafe made
  }

  private func conclude() throws(XMLError) {
    isFeeding = false
    handler = nil
    defer { renewContextIfGrown() }
    if let failure { throw failure }
    if isStopped { return }
    guard let context = unsafe context else { return }
    // A name with an undeclared prefix has no namespace: it means nothing that could be matched.
    guard unsafe context.pointee.wellFormed == 1, unsafe context.pointee.nsWellFormed == 1 else {
      throw unsafe XMLReader.lastError(of: context)
    }
  }

  // The names of all parts read so far stay interned in the parser: forget them when a hostile
  // file has filled it.
  private func renewContextIfGrown() {
    guard let context = unsafe context else { return }
    if unsafe xmlDictSize(context.pointee.dict) > 8192 { dropContext() }
  }

  private func dropContext() {
    guard let context = unsafe context else { return }
    // A pushed text's document type makes a document, which the parser does not free with itself.
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe xmlFreeParserCtxt(context)
    unsafe self.context = nil
    names = NameTable()
  }

  private static func lastError(of context: xmlParserCtxtPtr) -> XMLError {
    guard let error = unsafe xmlCtxtGetLastError(context) else {
      return XMLError(.malformed, message: "not well-formed")
    }
    let message =
      unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "not well-formed"
    let line = unsafe Int(error.pointee.line)
    return XMLError(
      .malformed, line: line,
      message: message.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  func fail(_ error: XMLError) {
    guard failure == nil else { return }
    failure = error
    unsafe xmlStopParser(context)
  }

  func failForAttributes() {
    fail(XMLError(.tooLarge, message: "an element with too many attributes or namespaces"))
  }

  func name(_ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) -> XMLName {
    if let known = unsafe names.find(local, uri) { return known }
    let name = unsafe XMLName(
      space: vocabulary.space(XMLReader.bytes(uri)), local: vocabulary.local(XMLReader.bytes(local))
    )
    unsafe names.insert(local, uri, name)
    return name
  }

  /// The number of namespaces in scope.
  var namespaces: Int { unsafe context.map { unsafe Int($0.pointee.nsNr) / 2 } ?? 0 }

  func space(ofPrefix prefix: String) -> UInt16 {
    guard let context = unsafe context, let table = unsafe context.pointee.nsTab else {
      return XMLName.unknownSpace
    }
    var index = unsafe Int(context.pointee.nsNr) - 2
    while index >= 0 {
      if let candidate = unsafe table[index], unsafe String(cString: candidate) == prefix {
        return unsafe vocabulary.space(XMLReader.bytes(table[index + 1]))
      }
      index -= 2
    }
    return XMLName.unknownSpace
  }

  private static func bytes(_ pointer: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let pointer = unsafe pointer else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: pointer, count: Int(xmlStrlen(pointer))))
  }
}
