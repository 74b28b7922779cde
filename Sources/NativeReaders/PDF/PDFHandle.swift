import CLibQPDF
import Glibc

/// Owns one document of libqpdf; all its C types stay in this file.
///
/// The library keeps every object handle until it is released: callers that loop call
/// `releaseAll` between rounds.
@safe struct PDFHandle: ~Copyable {
  /// An object of the document; valid until `releaseAll`.
  struct Object {
    fileprivate let number: UInt32
  }

  private let data: qpdf_data

  /// Opens a document without a password.
  ///
  /// - Parameter path: the path of a file; only what is needed of it is read.
  /// - Parameter attemptsRecovery: whether a damaged file may be searched from start to end.
  init(path: String, attemptsRecovery: Bool) throws(PDFError) {
    guard let opened = unsafe qpdf_init() else {
      throw PDFError(code: .io, detail: "libqpdf could not be started")
    }
    unsafe Self.silence(opened)
    unsafe qpdf_set_attempt_recovery(opened, attemptsRecovery ? 1 : 0)
    let status = unsafe path.withCString { unsafe qpdf_read(opened, $0, nil) }
    // Bit 1 is "there were errors": qpdf/qpdf-c.h, QPDF_ERRORS.
    guard status & 2 == 0 else {
      let error = unsafe Self.error(of: opened)
      var dying: qpdf_data? = unsafe opened
      unsafe qpdf_cleanup(&dying)
      throw error
    }
    unsafe data = opened
  }

  deinit {
    // An error that nobody asked for would be printed.
    if unsafe qpdf_has_error(data) != 0 { _ = unsafe qpdf_get_error(data) }
    var dying: qpdf_data? = unsafe data
    unsafe qpdf_cleanup(&dying)
  }

  private static func silence(_ data: qpdf_data) {
    unsafe qpdf_set_suppress_warnings(data, 1)
    unsafe qpdf_silence_errors(data)
    var logger = unsafe qpdflogger_create()
    unsafe qpdflogger_set_info(logger, qpdf_log_dest_discard, nil, nil)
    unsafe qpdflogger_set_warn(logger, qpdf_log_dest_discard, nil, nil)
    unsafe qpdflogger_set_error(logger, qpdf_log_dest_discard, nil, nil)
    unsafe qpdf_set_logger(data, logger)
    unsafe qpdflogger_cleanup(&logger)
  }

  private static func error(of data: qpdf_data) -> PDFError {
    guard unsafe qpdf_has_error(data) != 0, let error = unsafe qpdf_get_error(data) else {
      return PDFError(code: .damaged, detail: "not readable")
    }
    let detail = unsafe qpdf_get_error_message_detail(data, error).map {
      unsafe String(cString: $0)
    }
    let code: PDFError.Code
    switch unsafe qpdf_get_error_code(data, error) {
    case qpdf_e_password, qpdf_e_unsupported: code = .locked
    case qpdf_e_system: code = .io
    default: code = .damaged
    }
    return PDFError(code: code, detail: detail ?? "")
  }

  /// The first thing the library warned of, or nothing; asking again gives the next.
  func nextWarning() -> String? {
    guard unsafe qpdf_more_warnings(data) != 0, let warning = unsafe qpdf_next_warning(data) else {
      return nil
    }
    return unsafe qpdf_get_error_message_detail(data, warning).map { unsafe String(cString: $0) }
  }

  var version: String {
    unsafe qpdf_get_pdf_version(data).map { unsafe String(cString: $0) } ?? ""
  }

  var isEncrypted: Bool { unsafe qpdf_is_encrypted(data) != 0 }

  /// More pages than this are not all loaded: each takes some kilobytes for good.
  private static let manyPages = 1000

  /// The number of pages that the root of their tree states.
  private var statedPageCount: Int {
    value(root, "/Pages").flatMap { value($0, "/Count") }.flatMap { integer($0) } ?? 0
  }

  /// The number of pages, or nothing where the page tree cannot be followed.
  ///
  /// Of a tree that states very many their number is believed.
  var pageCount: Int? {
    let stated = statedPageCount
    if stated > Self.manyPages, hasPages(stated) { return stated }
    let count = unsafe qpdf_get_num_pages(data)
    return count >= 0 ? Int(count) : nil
  }

  var root: Object { Object(number: unsafe qpdf_get_root(data)) }

  var trailer: Object { Object(number: unsafe qpdf_get_trailer(data)) }

  /// A page by its number from 0.
  func page(_ index: Int) -> Object {
    if statedPageCount > Self.manyPages, let found = descend(to: index) { return found }
    return Object(number: unsafe qpdf_get_page_n(data, index))
  }

  /// Whether the numbers that the first nodes of the tree state add up to that of its root.
  private func hasPages(_ count: Int) -> Bool {
    guard let kids = value(root, "/Pages").flatMap({ value($0, "/Kids") }), isArray(kids) else {
      return false
    }
    let length = Int(unsafe qpdf_oh_get_array_n_items(data, kids.number))
    // A flat tree has a kid a page; only the inner nodes of others are looked at.
    if length == count { return true }
    guard length <= Self.manyPages else { return false }
    return items(kids, limit: length).reduce(0) { $0 + pages(in: $1) } == count
  }

  private func pages(in node: Object) -> Int {
    value(node, "/Kids") == nil ? 1 : value(node, "/Count").flatMap { integer($0) } ?? 0
  }

  /// Goes down the tree of pages to one of them, by the numbers that its nodes state.
  private func descend(to index: Int) -> Object? {
    guard var node = value(root, "/Pages") else { return nil }
    var left = index
    for _ in 0..<32 {
      guard let kids = value(node, "/Kids"), isArray(kids) else { return left == 0 ? node : nil }
      var next: Object?
      let length = unsafe qpdf_oh_get_array_n_items(data, kids.number)
      for place in 0..<max(0, length) {
        let kid = Object(number: unsafe qpdf_oh_get_array_item(data, kids.number, place))
        let count = pages(in: kid)
        if left < count {
          next = kid
          break
        }
        left -= count
      }
      guard let next else { return nil }
      node = next
    }
    return nil
  }

  /// Lets go of all objects.
  func releaseAll() { unsafe qpdf_oh_release_all(data) }

  func isDictionary(_ object: Object) -> Bool {
    unsafe qpdf_oh_is_dictionary(data, object.number) != 0
  }

  func isStream(_ object: Object) -> Bool { unsafe qpdf_oh_is_stream(data, object.number) != 0 }

  func isArray(_ object: Object) -> Bool { unsafe qpdf_oh_is_array(data, object.number) != 0 }

  /// The number of an object that others refer to, 0 for one written in place.
  func identity(_ object: Object) -> Int { Int(unsafe qpdf_oh_get_object_id(data, object.number)) }

  /// The value of a key of a dictionary or of a stream's dictionary.
  func value(_ object: Object, _ key: String) -> Object? {
    let dictionary = isStream(object) ? unsafe qpdf_oh_get_dict(data, object.number) : object.number
    guard unsafe qpdf_oh_is_dictionary(data, dictionary) != 0 else { return nil }
    let found = unsafe qpdf_oh_get_key(data, dictionary, key)
    return unsafe qpdf_oh_is_null(data, found) != 0 ? nil : Object(number: found)
  }

  /// The keys of a dictionary, with their slash, at most so many.
  func keys(_ object: Object, limit: Int) -> [String] {
    guard isDictionary(object) else { return [] }
    var keys: [String] = []
    unsafe qpdf_oh_begin_dict_key_iter(data, object.number)
    while unsafe qpdf_oh_dict_more_keys(data) != 0 {
      guard let key = unsafe qpdf_oh_dict_next_key(data) else { break }
      if keys.count < limit { unsafe keys.append(String(cString: key)) }
    }
    return keys
  }

  /// The items of an array, at most so many.
  func items(_ object: Object, limit: Int) -> [Object] {
    guard isArray(object) else { return [] }
    let count = min(Int(unsafe qpdf_oh_get_array_n_items(data, object.number)), limit)
    return (0..<max(0, count)).map {
      Object(number: unsafe qpdf_oh_get_array_item(data, object.number, Int32($0)))
    }
  }

  /// A string as Unicode, cut at a number of bytes.
  func text(_ object: Object, limit: Int) -> String? {
    guard unsafe qpdf_oh_is_string(data, object.number) != 0 else { return nil }
    var length = 0
    guard let bytes = unsafe qpdf_oh_get_binary_utf8_value(data, object.number, &length) else {
      return nil
    }
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: min(length, limit))
    return unsafe Self.withoutLanguages(String(decoding: buffer, as: UTF8.self))
  }

  /// A text string without the marks that tell its language: `ESC vi ESC`, `ESC viVN ESC`
  /// (ISO 32000-1 7.9.2.2).
  private static func withoutLanguages(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    return text.replacing(/\u{1B}[A-Za-z]{2}(?:[A-Za-z]{2})?\u{1B}/, with: "")
  }

  /// A name with its slash.
  func name(_ object: Object) -> String? {
    guard unsafe qpdf_oh_is_name(data, object.number) != 0 else { return nil }
    return unsafe qpdf_oh_get_name(data, object.number).map { unsafe String(cString: $0) }
  }

  func integer(_ object: Object) -> Int? {
    guard unsafe qpdf_oh_is_integer(data, object.number) != 0 else { return nil }
    return Int(unsafe qpdf_oh_get_int_value(data, object.number))
  }

  func number(_ object: Object) -> Double? {
    guard unsafe qpdf_oh_is_number(data, object.number) != 0 else { return nil }
    return unsafe qpdf_oh_get_numeric_value(data, object.number)
  }

  /// The bytes of a stream as they lie in the file (after decryption), not inflated.
  ///
  /// - Returns: nothing where the stream is longer than the limit or cannot be read.
  func rawBytes(_ object: Object, limit: Int) -> [UInt8]? {
    guard isStream(object), let length = value(object, "/Length").flatMap({ integer($0) }),
      length <= limit
    else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = unsafe qpdf_oh_get_stream_data(
      data, object.number, qpdf_dl_none, nil, &buffer, &count)
    defer { unsafe free(buffer) }
    guard status & 2 == 0, count <= limit else { return nil }
    guard let start = unsafe buffer else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}
