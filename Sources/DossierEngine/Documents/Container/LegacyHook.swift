/// Text in a legacy Vietnamese encoding, known by its font.
enum LegacyHook {
  /// The text as Unicode, or nothing where the font is no legacy one.
  static func decode(_ text: String, font: String) -> String? { nil }
}
