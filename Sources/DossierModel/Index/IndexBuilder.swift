/// Places every file of a dossier into item and criteria, and says why.
///
/// In the order of their strength: `dossier.yaml`, folders, the title a document bears, its
/// notation, its file name, evidence codes, and what the required documents cite. Nothing is
/// placed on a guess: a file nothing speaks for stays unplaced, and two files of equal claim leave
/// their item open.
public enum IndexBuilder {
  /// Builds the index.
  ///
  /// - Parameters:
  ///   - files: the files as read, with their facts; what their placement holds is overwritten.
  ///   - declaration: what `dossier.yaml` says; empty where there is none.
  ///   - profile: the regime.
  ///   - lexicon: the words of documents, files and units.
  ///   - optionYear: the year the user gave, which wins over every other.
  ///   - optionUnit: the unit the user gave.
  /// - Returns: the index, its files sorted by the bytes of their paths.
  public static func build(
    files: [IndexedFile], declaration: Declaration = Declaration(), profile: Profile,
    lexicon: Lexicon, optionYear: Int? = nil, optionUnit: String? = nil
  ) -> DossierIndex {
    var placer = Placer(
      files: files, declaration: declaration, profile: profile, lexicon: lexicon)
    placer.placeByNameAlone()
    let first = placer.chooseItems(
      year: optionYear ?? declaration.year, unit: optionUnit ?? declaration.unit)
    let origin = OriginReader(profile: profile, units: placer.units)
    let stated = origin.read(first.documents(placer.files))
    let year = optionYear ?? declaration.year ?? stated.year
    let unit = optionUnit ?? declaration.unit ?? stated.unit
    let choices = placer.chooseItems(year: year, unit: unit)
    placer.place(choices)
    placer.placeByCitations()

    var index = DossierIndex(files: placer.files, declaration: declaration)
    index.year = year
    index.yearSource = source(optionYear, declaration.year, stated.year, declaration)
    index.unit = unit
    index.unitSource = source(optionUnit, declaration.unit, stated.unit, declaration)
    index.ambiguous = choices.tiedPaths(placer.files)
    if declaration.isPacked {
      for position in index.files.indices
      where index.files[position].placement.reason == .declared {
        index.files[position].placement.reason = .packed
      }
    }
    return index
  }

  private static func source<Value>(
    _ option: Value?, _ declared: Value?, _ stated: Value?, _ declaration: Declaration
  ) -> DossierIndex.Source? {
    if option != nil { return .option }
    if declared != nil { return declaration.isPacked ? .packer : .declaration }
    return stated == nil ? nil : .documents
  }
}

/// The choices for all document items.
struct ItemChoices: Sendable {
  /// The choice by item id.
  var byItem: [String: ItemChooser.Choice] = [:]

  /// The chosen files by item id, the best first; of a tie, all.
  func documents(_ files: [IndexedFile]) -> [String: [IndexedFile]] {
    byItem.mapValues { choice in
      (choice.chosen.isEmpty ? choice.tied : choice.chosen).map { files[$0.file] }
    }
  }

  /// The paths of equal claim by item id.
  func tiedPaths(_ files: [IndexedFile]) -> [String: [String]] {
    byItem.compactMapValues { choice in
      choice.tied.isEmpty ? nil : choice.tied.map { files[$0.file].path }
    }
  }
}
