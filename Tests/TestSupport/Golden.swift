import Foundation

/// Compares a text with a golden file.
///
/// With `HOSO_RECORD=1` the file is rewritten, and the comparison still fails once, so that nobody
/// records by mistake and believes it passed.
///
/// - Returns: nothing where they are equal, else what to tell the reader of the test.
public func differenceFromGolden(_ text: String, file: URL) -> String? {
  let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  if let expected, Array(expected.utf8) == Array(text.utf8) { return nil }
  if ProcessInfo.processInfo.environment["HOSO_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "recorded \(file.lastPathComponent); run again without HOSO_RECORD"
    } catch {
      return "could not record \(file.path): \(error)"
    }
  }
  guard let expected else { return "no golden file \(file.path); record it with HOSO_RECORD=1" }
  let pairs = zip(
    expected.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  for (number, pair) in pairs.enumerated() where pair.0 != pair.1 {
    return
      "\(file.lastPathComponent) line \(number + 1)\n expected: \(pair.0)\n      got: \(pair.1)"
  }
  return "\(file.lastPathComponent): one text is longer than the other"
}
