/// Looks through a YAML text for what must not reach the composer: anchors, aliases, deep nesting.
///
/// Aliases would let a file of a kilobyte unfold into gigabytes. The screen follows just enough of
/// the syntax to know quoted, block and plain scalars from the start of a value.
struct YAMLScreen {
  /// The most levels of brackets or of "- " on one line.
  static let maximumDepth = 32

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var flowDepth = 0
  /// The indentation of the line that opened a block scalar, while inside one.
  private var blockIndent: Int?

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The first thing that must not be there, or nothing.
  mutating func firstProblem() -> DataProblem? {
    while position < scalars.count {
      if let problem = screenLine() { return problem }
      line += 1
      position += 1
      lineStart = position
    }
    return nil
  }

  private var current: Unicode.Scalar? {
    guard position < scalars.count, scalars[position] != "\n" else { return nil }
    return scalars[position]
  }

  private func scalar(after distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    guard index < scalars.count, scalars[index] != "\n" else { return nil }
    return scalars[index]
  }

  private func problem(_ kind: DataProblem.Kind) -> DataProblem {
    let found = String(String.UnicodeScalarView(scalars[position...].prefix { !isBreak($0) }))
    return DataProblem(
      kind, line: line, column: position - lineStart + 1, path: "", found: String(found.prefix(40)))
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar == " " || scalar == "\t" || scalar == "\r"
  }

  private mutating func skipBlanks() {
    while let scalar = current, isBlank(scalar) { position += 1 }
  }

  private mutating func skipLine() { while current != nil { position += 1 } }

  private mutating func screenLine() -> DataProblem? {
    skipBlanks()
    guard current != nil else { return nil }
    let indent = position - lineStart
    if let block = blockIndent {
      if indent > block {
        skipLine()
        return nil
      }
      blockIndent = nil
    }
    var depth = 0
    while current != nil {
      skipBlanks()
      guard let scalar = current else { return nil }
      let isIndicator = isBlank(self.scalar(after: 1))
      switch scalar {
      case "-" where isIndicator, "?" where isIndicator, ":" where isIndicator:
        depth += 1
        position += 1
      case "#":
        skipLine()
      case "[", "{":
        flowDepth += 1
        position += 1
      case "]", "}":
        flowDepth = max(0, flowDepth - 1)
        position += 1
      case ",":
        position += 1
      case "&", "*":
        return problem(.alias)
      case "!":
        skipToken()
      case "\"", "'":
        skipQuoted(scalar)
      case "|" where flowDepth == 0, ">" where flowDepth == 0:
        blockIndent = indent
        skipLine()
      default:
        skipPlain()
      }
      if depth > Self.maximumDepth || flowDepth > Self.maximumDepth { return problem(.tooDeep) }
    }
    return nil
  }

  /// Steps over a tag.
  private mutating func skipToken() {
    while let scalar = current, !isBlank(scalar) { position += 1 }
  }

  /// Steps over a plain scalar: to ": ", " #", the line's end, or a bracket or comma inside brackets.
  private mutating func skipPlain() {
    while let scalar = current {
      if scalar == ":", isBlank(self.scalar(after: 1)) { return }
      if scalar == "#", position > lineStart, isBlank(scalars[position - 1]) { return }
      if flowDepth > 0, scalar == "," || scalar == "]" || scalar == "}" { return }
      position += 1
    }
  }

  /// Steps over a quoted scalar, which may run over several lines.
  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    position += 1
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "\n" {
        line += 1
        lineStart = position + 1
      } else if scalar == "\\", quote == "\"" {
        position += scalars.indices.contains(position + 1) && scalars[position + 1] != "\n" ? 1 : 0
      } else if scalar == quote {
        guard quote == "'", position + 1 < scalars.count, scalars[position + 1] == "'" else {
          position += 1
          return
        }
        position += 1
      }
      position += 1
    }
  }
}
