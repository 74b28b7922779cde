/// The version of hoso.
public enum HosoVersion {
  /// The version, as `hoso --version` and an archive's `bag-info.txt` say it.
  public static let current = "0.1.0"
}
