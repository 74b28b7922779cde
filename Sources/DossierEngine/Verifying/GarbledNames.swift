import ArchiveIO
import DossierModel

/// The names that unzip decodes otherwise than they were encoded.
///
/// unzip 6.0 takes names of what was made under DOS and Windows for a code page's, also where a flag
/// says UTF-8. So 7-Zip and .NET write on Windows, Java and Go everywhere, and all others read them
/// right: it is a note, and only one.
struct GarbledNames {
  private var count = 0
  private var first: BagPath?

  /// Adds an entry of a ZIP.
  mutating func add(_ entry: ZIPEntry, _ path: BagPath) {
    guard Self.isGarbled(entry) else { return }
    count += 1
    first = first ?? path
  }

  /// What is to be said of all of them.
  var finding: Finding? {
    first.map { .bag(.archiveNamesGarbled, path: $0, ["count": .count(count)]) }
  }

  private static func isGarbled(_ entry: ZIPEntry) -> Bool {
    guard entry.flags & 1 << 11 != 0, entry.rawName.contains(where: { $0 >= 0x80 }) else {
      return false
    }
    let version = entry.madeBy & 0xff
    switch entry.madeBy >> 8 {
    // With a Unix mode and one of these versions it is Info-ZIP under DOS, which unzip knows.
    case 0: return entry.externalAttributes >> 16 == 0 || ![25, 26, 40].contains(version)
    case 6: return true
    case 11: return version == 50
    default: return false
    }
  }
}
