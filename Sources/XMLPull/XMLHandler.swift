internal import CLibXML2

/// What is told about a part while it streams past.
///
/// The values lent to the calls cannot be kept: what is needed later is copied out of them.
public protocol XMLHandler: AnyObject {
  /// An element begins.
  func startElement(_ element: borrowing XMLElement)
  /// An element ends; the name is the one it began with.
  func endElement(_ name: XMLName)
  /// A piece of text; one text may come in many pieces.
  func characters(_ text: borrowing XMLText)
}

extension XMLHandler {
  /// Ignores text.
  public func characters(_ text: borrowing XMLText) {}
  /// Ignores the end of elements.
  public func endElement(_ name: XMLName) {}
}

/// An element as it begins, lent for the time of one call.
@safe public struct XMLElement: ~Copyable {
  /// Its name.
  public let name: XMLName
  /// How deep it stands: 1 for the root.
  public let depth: Int
  let localPointer: UnsafePointer<xmlChar>
  let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let attributeCount: Int
  let reader: Unmanaged<XMLReader>

  /// The local name as the file has it.
  public var localName: String { unsafe String(cString: localPointer) }

  /// The value of an attribute.
  ///
  /// - Parameters:
  ///   - local: the token of its local name.
  ///   - space: the token of its namespace, 0 for none.
  /// - Returns: the value with references resolved, or nothing where it is absent.
  public func attribute(local: UInt16, space: UInt16) -> String? {
    guard let attributes = unsafe attributes else { return nil }
    let reader = unsafe reader._withUnsafeGuaranteedRef { $0 }
    for index in 0..<attributeCount {
      let entry = unsafe attributes + index * 5
      guard let pointer = unsafe entry[0] else { continue }
      let name = unsafe reader.name(pointer, entry[2])
      guard name.local == local, name.space == space else { continue }
      return unsafe XMLElement.value(from: entry[3], to: entry[4])
    }
    return nil
  }

  /// Tells every attribute to a closure, in the order of the file.
  public func forEachAttribute(_ body: (_ name: XMLName, _ value: String) -> Void) {
    guard let attributes = unsafe attributes else { return }
    let reader = unsafe reader._withUnsafeGuaranteedRef { $0 }
    for index in 0..<attributeCount {
      let entry = unsafe attributes + index * 5
      guard let pointer = unsafe entry[0] else { continue }
      let name = unsafe reader.name(pointer, entry[2])
      body(name, unsafe XMLElement.value(from: entry[3], to: entry[4]))
    }
  }

  /// The token of the namespace a prefix stands for at this element, `unknownSpace` where the
  /// vocabulary or the file does not know it.
  public func space(ofPrefix prefix: String) -> UInt16 {
    unsafe reader._withUnsafeGuaranteedRef { $0 }.space(ofPrefix: prefix)
  }

  // libxml2 leaves "&" as "&#38;" in attribute values where entities are not replaced: a second
  // pass is expected there. A literal "&#38;" cannot come otherwise.
  private static func value(
    from start: UnsafePointer<xmlChar>?, to end: UnsafePointer<xmlChar>?
  ) -> String {
    guard let start = unsafe start, let end = unsafe end else { return "" }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
    guard unsafe bytes.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    let escaped: [UInt8] = Array("&#38;".utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if unsafe bytes[index] == UInt8(ascii: "&"),
        bytes.count - index >= escaped.count,
        unsafe bytes[index..<index + escaped.count].elementsEqual(escaped)
      {
        result.append(UInt8(ascii: "&"))
        index += escaped.count
      } else {
        result.append(unsafe bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A piece of text, lent for the time of one call: UTF-8 whatever the encoding of the file.
@safe public struct XMLText: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The number of bytes in UTF-8.
  public var count: Int { unsafe bytes.count }

  /// Whether it is nothing but XML white space.
  public var isBlank: Bool {
    unsafe bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }

  /// Appends the UTF-8 bytes to an array.
  public func append(to array: inout [UInt8]) { unsafe array.append(contentsOf: bytes) }

  /// Gives each byte of the UTF-8 to a closure.
  public func forEachByte(_ body: (UInt8) -> Void) {
    for index in 0..<count { unsafe body(bytes[index]) }
  }

  /// A copy as text.
  public var string: String { unsafe String(decoding: bytes, as: UTF8.self) }
}
