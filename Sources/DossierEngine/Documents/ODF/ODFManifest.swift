import DossierModel
import XMLPull

/// What `META-INF/manifest.xml` says of an OpenDocument package (ISO/IEC 26300-2 clause 4).
struct ODFManifest {
  /// The media type of the package itself, in lower case.
  private(set) var rootType: String?
  /// The paths that are encrypted.
  private(set) var encrypted: [String] = []
  private(set) var problem: ReadProblem?
  private(set) var isPresent = false

  static let name = "META-INF/manifest.xml"

  init(of package: OfficePackage) {
    guard let part = package.part(named: ODFManifest.name) else { return }
    isPresent = true
    let handler = ManifestHandler()
    problem = package.read(part, by: handler)
    // Encryption is believed even where the rest of the manifest is damaged.
    encrypted = handler.encrypted
    rootType = handler.rootType
  }

  /// Whether what matters is encrypted: the document itself, entry by entry or as a whole package.
  var isEncrypted: Bool { !encrypted.isEmpty }
}

private final class ManifestHandler: XMLHandler {
  var rootType: String?
  var encrypted: [String] = []
  private var path = ""

  func startElement(_ element: borrowing XMLElement) {
    switch element.tag {
    case .fileEntry:
      path = element.value(.fullPath, .manifest) ?? element.value(.fullPath) ?? ""
      guard path == "/" else { return }
      let type = element.value(.mediaType, .manifest) ?? element.value(.mediaType) ?? ""
      rootType = PropertyText.trimmed(type).lowercased()
    case .encryptionData, .encryptedKey:
      let name = path.isEmpty ? "/" : path
      if encrypted.last != name, encrypted.count < DocumentLimits.details { encrypted.append(name) }
    default: break
    }
  }
}
