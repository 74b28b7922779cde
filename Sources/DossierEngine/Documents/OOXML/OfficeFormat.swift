import DossierModel

/// The kinds of Office Open XML by the content type of the main part.
enum OfficeFormat {
  /// The format of a content type in lower case.
  static func byContentType(_ type: String) -> FileFormat? {
    guard type.endsInBytes(of: "main+xml") else { return nil }
    return kinds.first { type.holdsBytes(of: $0.key) }?.format
  }

  // Only what makes each of them unlike the others; templates and macros come before plain ones.
  private static let kinds: [(key: String, format: FileFormat)] = [
    ("word.template.macroenabled", .dotm), ("word.document.macroenabled", .docm),
    ("wordprocessingml.template", .dotx), ("wordprocessingml.document", .docx),
    ("excel.sheet.macroenabled", .xlsm), ("excel.template.macroenabled", .xlsm),
    ("excel.addin.macroenabled", .xlsm), ("spreadsheetml.template", .xltx),
    ("spreadsheetml.sheet", .xlsx), ("powerpoint.presentation.macroenabled", .pptm),
    ("powerpoint.slideshow.macroenabled", .pptm), ("powerpoint.template.macroenabled", .pptm),
    ("presentationml.template", .potx), ("presentationml.slideshow", .pptx),
    ("presentationml.presentation", .pptx),
  ]

  /// What a package is: by the type of its main part, else by where its parts lie.
  static func find(
    _ package: OfficePackage, _ types: ContentTypes, main: OfficePackage.Part?
  ) -> FileFormat {
    if let main, let type = types.type(of: main), let format = byContentType(type) {
      return format
    }
    let folder = main.map { $0.name.prefix { $0 != "/" } }.map(String.init) ?? ""
    if let format = byFolder(folder.lowercased()) { return format }
    for name in ["word/", "xl/", "ppt/"]
    where !package.parts(where: { $0.beginsInBytes(of: name) }).isEmpty {
      if let format = byFolder(String(name.dropLast())) { return format }
    }
    return .zip
  }

  private static func byFolder(_ folder: String) -> FileFormat? {
    switch folder {
    case "word": .docx
    case "xl": .xlsx
    case "ppt": .pptx
    default: nil
    }
  }
}
