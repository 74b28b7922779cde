/// Looks into a PDF by libqpdf: what it says of itself, never what it shows.
///
/// Everything is bounded: pages, keys, tree nodes and the bytes of each stream. Streams are inflated
/// here and not by the library, which would follow a bomb to its end.
public enum PDFInspector {
  /// Larger files are not searched from start to end when their cross-reference is damaged.
  private static let recoveryLimit: UInt64 = 64 << 20
  static let textLimit = 65_536
  static let packetLimit = 1 << 20

  /// Inspects a PDF.
  ///
  /// - Parameters:
  ///   - path: the path of the file, which may be one of `/proc/self/fd`.
  ///   - size: its size in bytes.
  ///   - wantsRulings: whether to look for the lines that frame tables.
  ///   - asksForPlainText: whether to find out if the text need not be read to know that it is
  ///     there and in no old encoding; if so, no lines are looked for.
  /// - Returns: what it says; a damaged part is left out.
  /// - Throws: `PDFError` where it cannot be opened at all.
  public static func inspect(
    path: String, size: UInt64, wantsRulings: Bool = false, asksForPlainText: Bool = false
  ) throws(PDFError) -> PDFFacts {
    var bombs = try PDFBombGuard(path: path)
    let mayRecover = size <= recoveryLimit
    guard mayRecover || bombs.namesReference(size: size) else {
      throw PDFError(code: .damaged, detail: "no cross-reference at the end")
    }
    try bombs.check()
    let handle = try PDFHandle(path: path, attemptsRecovery: mayRecover)
    guard handle.isDictionary(handle.root) else {
      throw PDFError(code: .damaged, detail: "no document catalogue")
    }
    var facts = PDFFacts()
    facts.version = handle.version
    facts.encryption = handle.isEncrypted ? .restricted : .none
    addInfo(handle, to: &facts)
    facts.xmp = packet(handle)
    facts.language = handle.value(handle.root, "/Lang").flatMap { handle.text($0, limit: 256) }
    facts.pageCount = handle.pageCount
    PDFFormWalk.addSignatures(handle, to: &facts)
    PDFActionWalk.addNames(handle, to: &facts)
    handle.releaseAll()
    PDFPageWalk.addPages(handle, asksForPlainText: asksForPlainText, to: &facts)
    if wantsRulings, !facts.isPlainText, facts.hasTextLayer != false {
      facts.rulings = PDFRulingWalk.rulings(handle, pageCount: facts.pageCount ?? 0)
    }
    facts.actions = Array(Set(facts.actions)).sorted()
    facts.repair = handle.nextWarning()
    return facts
  }

  private static func addInfo(_ handle: borrowing PDFHandle, to facts: inout PDFFacts) {
    guard let info = handle.value(handle.trailer, "/Info") else { return }
    for key in handle.keys(info, limit: 200) {
      guard let value = handle.value(info, key) else { continue }
      // A name where a text belongs: what it says, without its slash.
      let name = handle.name(value).map { String($0.dropFirst()) }
      let text = handle.text(value, limit: textLimit) ?? name
      guard let text, !text.isEmpty else { continue }
      facts.info.append(PDFInfoEntry(key: String(key.dropFirst()), value: text))
    }
  }

  private static func packet(_ handle: borrowing PDFHandle) -> [UInt8]? {
    handle.value(handle.root, "/Metadata").flatMap {
      PDFPageWalk.bytes(handle, $0, rawLimit: packetLimit, limit: packetLimit)
    }
  }
}
