import DossierModel

extension Finding {
  /// A finding of the bag layer.
  ///
  /// - Parameters:
  ///   - code: which.
  ///   - variant: which of its sentences.
  ///   - path: the entry it concerns.
  ///   - file: the tag file it stands in.
  ///   - line: the line there, from 1.
  ///   - text: the words there.
  ///   - more: further values of the sentence.
  static func bag(
    _ code: FindingCode, _ variant: String? = nil, path: BagPath? = nil, file: String? = nil,
    line: Int? = nil, text: String? = nil, _ more: [String: FindingArgument] = [:]
  ) -> Finding {
    var arguments = more
    if let file { arguments["file"] = .text(file) }
    if let line { arguments["line"] = .count(line) }
    if let text { arguments["text"] = .text(text) }
    let shown = path?.shown
    if let shown { arguments["path"] = .text(shown) }
    return Finding(code, path: shown ?? file, variant: variant, arguments: arguments)
  }

  /// A rule of RFC 8493 that the bag breaks.
  static func malformed(
    _ variant: String, path: BagPath? = nil, file: String? = nil, line: Int? = nil,
    text: String? = nil, _ more: [String: FindingArgument] = [:]
  ) -> Finding {
    bag(.bagMalformed, variant, path: path, file: file, line: line, text: text, more)
  }

  /// A recommendation of RFC 8493 that the bag does not follow.
  static func recommendation(
    _ variant: String, path: BagPath? = nil, file: String? = nil, line: Int? = nil,
    text: String? = nil, _ more: [String: FindingArgument] = [:]
  ) -> Finding {
    bag(.bagRecommendation, variant, path: path, file: file, line: line, text: text, more)
  }

  /// What version 1.0 forbids and an older one does not.
  static func strictSinceOne(
    _ variant: String, _ version: BagVersion, path: BagPath? = nil, file: String? = nil,
    line: Int? = nil, text: String? = nil, _ more: [String: FindingArgument] = [:]
  ) -> Finding {
    bag(
      version >= .one ? .bagMalformed : .bagRecommendation, variant, path: path, file: file,
      line: line, text: text, more)
  }
}
