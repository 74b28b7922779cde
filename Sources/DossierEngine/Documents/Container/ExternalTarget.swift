/// Where a link out of a document leads.
enum ExternalTarget {
  /// Whether a target would be fetched from another machine: over the web, by mail protocol, or
  /// from a share; a path on the machine of the author is not.
  static func isRemote(_ target: String) -> Bool {
    let text = PartNameCoding.decoded(PropertyText.trimmed(target)).lowercased()
      .replacing("\\", with: "/")
    if text.hasPrefix("file:") {
      // file:///C:/… and file:///home/… are local; file://server/…, file:////server/… are shares.
      let rest = text.dropFirst(5)
      let slashes = rest.prefix { $0 == "/" }.count
      switch slashes {
      case 0, 1, 3: return false
      case 2: return !rest.dropFirst(2).hasPrefix("localhost/") && !isDrive(rest.dropFirst(2))
      default: return !isDrive(rest.dropFirst(slashes))
      }
    }
    if text.hasPrefix("//") { return !isDrive(text.dropFirst(2)) }
    guard let colon = text.firstIndex(of: ":") else { return false }
    let scheme = text[..<colon]
    return scheme.count > 1
      && ["http", "https", "ftp", "ftps", "smb", "mhtml", "mhtml!http", "ms-word", "dav", "webdav"]
        .contains(String(scheme))
  }

  private static func isDrive(_ path: Substring) -> Bool {
    let start = Array(path.utf8.prefix(2))
    return start.count == 2 && start[1] == UInt8(ascii: ":")
  }
}
