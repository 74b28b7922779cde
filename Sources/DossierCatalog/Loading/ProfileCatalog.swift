public import DossierModel

/// The built-in profiles, and the reader for one's own.
public enum ProfileCatalog {
  /// The identifiers of the built-in profiles, the usual one first.
  public static let identifiers = ["tt22-2020", "tt24-2023", "kdclgd", "generic"]

  /// A built-in profile.
  ///
  /// - Parameter id: the identifier.
  /// - Returns: the profile, or nothing where none has the identifier.
  public static func builtIn(_ id: String) throws(DataFileError) -> Profile? {
    guard let bytes = source(of: id) else { return nil }
    return try load(String(decoding: bytes, as: UTF8.self), name: "\(id).yaml")
  }

  /// Whether a profile is the built-in one of its name, and not one that was changed.
  public static func isBuiltIn(_ profile: Profile) throws(DataFileError) -> Bool {
    try builtIn(profile.id) == profile
  }

  /// The text of a built-in profile, to copy and change.
  ///
  /// - Returns: the YAML text, or nothing where none has the identifier.
  public static func yaml(of id: String) -> String? {
    source(of: id).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All built-in profiles, in the order of `identifiers`.
  public static func list() throws(DataFileError) -> [Profile] {
    var profiles: [Profile] = []
    for id in identifiers {
      if let profile = try builtIn(id) { profiles.append(profile) }
    }
    return profiles
  }

  /// Reads a profile.
  ///
  /// - Parameters:
  ///   - yaml: the text of the file.
  ///   - name: the file's name, for the error.
  /// - Throws: `DataFileError` with everything that is wrong in it.
  public static func load(_ yaml: String, name: String) throws(DataFileError) -> Profile {
    try StrictYAML.read(yaml, file: name) { ProfileReader.profile($0) }
  }

  /// Everything that is wrong in a profile; empty where it is right.
  public static func problems(in yaml: String, name: String) -> [DataProblem] {
    do {
      _ = try load(yaml, name: name)
      return []
    } catch {
      return error.problems
    }
  }

  /// The built-in profile that was probably meant.
  public static func suggestion(for id: String) -> String? {
    Nearest.word(to: id, among: identifiers)
  }

  private static func source(of id: String) -> [UInt8]? {
    switch id {
    case "tt22-2020": PackageResources.tt22_2020_yaml
    case "tt24-2023": PackageResources.tt24_2023_yaml
    case "kdclgd": PackageResources.kdclgd_yaml
    case "generic": PackageResources.generic_yaml
    default: nil
    }
  }
}
