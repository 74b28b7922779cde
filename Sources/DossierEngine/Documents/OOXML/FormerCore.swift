import DossierModel

/// One core part as it was read.
struct CoreReading {
  var part: OfficePackage.Part
  var properties: CoreProperties
  var problem: ReadProblem?

  /// When the part says it was written.
  fileprivate var written: Int? {
    let text = properties.values[.modified]?.first ?? properties.values[.created]?.first
    return text.flatMap { PropertyDate.read($0).seconds }
  }
}

extension OfficeOpenXMLReader {
  /// The seconds by which the local time of the furthest zone is ahead of UTC.
  private static let furthestZone = 14 * 3600

  /// Sets aside what an earlier program left behind.
  ///
  /// LibreOffice relates its core part by the spelling of the first edition. Word, saving such a
  /// file, writes a part of its own and carries the old one along: the document then has two, of
  /// which only Word's is meant. That holds where one part alone has the spelling of the standard
  /// and none of the others is younger; else all of them stand, and disagree. LibreOffice writes
  /// local time as though it were UTC, so that its part may seem younger by a zone.
  mutating func setFormerAside(_ all: inout [CoreReading]) {
    guard all.count > 1 else { return }
    let standard = relationships.parts(
      in: package, where: { $0.isCoreProperties && !$0.isFormerCoreProperties })
    guard standard.count == 1, let current = all.first(where: { $0.part == standard[0] }),
      current.problem == nil, let written = current.written,
      all.count(where: { package.parts(named: $0.part.name).count > 1 }) == 0
    else { return }
    let former = all.filter { $0.part != current.part }
    guard former.allSatisfy({ ($0.written ?? .min) <= written + Self.furthestZone }) else { return }
    all = [current]
    for old in former {
      reading.metadata.note("formerCoreParts", old.part.name)
      for (field, texts) in old.properties.values where old.problem == nil {
        for text in texts { reading.metadata.note("former.\(field.rawValue)", text) }
      }
    }
  }
}
