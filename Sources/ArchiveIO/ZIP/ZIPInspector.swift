/// Reads the structures of one ZIP and notes whatever could be read in two ways.
///
/// Each step lives in a file of its own: the end records, the central directory, the local headers,
/// the layout, the names.
struct ZIPInspector {
  let source: any ByteSource
  let limits: ZIPLimits
  var window: ByteWindow
  var oddities: OddityList
  var entries = ZIPEntries()
  var end = ZIPEnd()
  /// Where the central directory was found.
  var directoryStart: UInt64 = 0
  /// The bytes that the entries read so far say they take before the directory.
  var claimed: UInt64 = 0

  init(_ source: any ByteSource, limits: ZIPLimits) throws(ArchiveError) {
    self.source = source
    self.limits = limits
    window = try ByteWindow(source, stride: 64 << 10)
    oddities = OddityList(limit: limits.oddities)
  }

  mutating func run() throws(ArchiveError) {
    try findEnd()
    try readCentralDirectory()
    if source.size > UInt64(ByteWindow.wholeLimit) {
      // Local headers lie far apart: a short stride copies less of the data between them.
      window = try ByteWindow(source, stride: 1 << 10)
    }
    try readLocalHeaders()
    checkNames()
    checkSizes()
    try checkChecksumTwins()
    try checkStoredStreams()
    checkReparsePoints()
    try checkPolyglot()
  }

  func failure(_ code: ArchiveError.Code, _ detail: String) -> ArchiveError {
    ArchiveError(code, path: source.name, detail: detail)
  }
}
