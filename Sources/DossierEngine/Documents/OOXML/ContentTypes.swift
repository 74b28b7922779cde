import DossierModel
import XMLPull

/// What `[Content_Types].xml` says of each part (ISO/IEC 29500-2 7.2).
struct ContentTypes {
  private(set) var overrides: [(partName: String, type: String)] = []
  private var defaults: [String: String] = [:]
  private(set) var problem: ReadProblem?
  private(set) var isPresent = false

  static let name = "[Content_Types].xml"

  init(of package: OfficePackage) {
    guard let part = package.part(named: ContentTypes.name) else { return }
    isPresent = true
    let handler = ContentTypeHandler()
    problem = package.read(part, by: handler)
    guard problem == nil else { return }
    overrides = handler.overrides
    defaults = handler.defaults
  }

  /// The parts whose override fulfils a condition, in lower case, and that are there.
  func parts(
    in package: OfficePackage, where condition: (String) -> Bool
  ) -> [OfficePackage.Part] {
    var found: [OfficePackage.Part] = []
    for (name, type) in overrides where condition(type) {
      guard let part = package.part(named: ContentTypes.path(name)), !found.contains(part)
      else { continue }
      found.append(part)
    }
    return found
  }

  /// The type of a part in lower case, by its override or else by its extension.
  func type(of part: OfficePackage.Part) -> String? {
    for (name, type) in overrides
    where ContentTypes.path(name).isBytesWithoutCase(of: part.name) {
      return type
    }
    return typeByExtension(of: part)
  }

  private func typeByExtension(of part: OfficePackage.Part) -> String? {
    guard let dot = part.name.lastIndex(of: ".") else { return nil }
    return defaults[part.name[part.name.index(after: dot)...].lowercased()]
  }

  /// Whether any part that is there is said to be of a type, by itself or by its extension.
  ///
  /// What is only said of an extension that no part has holds nothing.
  func holds(in package: OfficePackage, _ condition: (String) -> Bool) -> Bool {
    if !parts(in: package, where: condition).isEmpty { return true }
    return defaults.values.contains(where: condition)
      && package.parts.contains { typeByExtension(of: $0).map(condition) ?? false }
  }

  private static func path(_ name: String) -> String {
    PartNameCoding.decoded(name.hasPrefix("/") ? String(name.dropFirst()) : name)
  }
}

private final class ContentTypeHandler: XMLHandler {
  var overrides: [(partName: String, type: String)] = []
  var defaults: [String: String] = [:]

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .contentTypes, overrides.count < 100_000, defaults.count < 100_000
    else { return }
    switch element.tag {
    case .override: overrides.append((element.value(.partName) ?? "", type(of: element)))
    case .defaultType:
      defaults[(element.value(.partExtension) ?? "").loweredASCII] = type(of: element)
    default: break
    }
  }

  private func type(of element: borrowing XMLElement) -> String {
    PropertyText.trimmed(element.value(.contentTypeName) ?? "").loweredASCII
  }
}
