import DossierModel

extension ODFReader {
  /// Reads the text and the flags that only text shows.
  mutating func readContent() {}
}
