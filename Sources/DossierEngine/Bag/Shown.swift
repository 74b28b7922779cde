import DossierModel

/// Bytes of a bag as a person may safely see them.
enum Shown {
  /// A path: everything kept, what cannot be seen escaped.
  static func path(_ bytes: some Sequence<UInt8>) -> String {
    VisibleText.escaped(String(decoding: Array(bytes), as: UTF8.self), limit: 4096)
  }

  /// A line of a tag file: at most 120 characters of it.
  static func line(_ bytes: some Sequence<UInt8>) -> String {
    VisibleText.escaped(String(decoding: Array(bytes.prefix(480)), as: UTF8.self), limit: 120)
  }
}
