/// A command that takes any number of paths.
protocol TakesManyPaths: HosoSubcommand {
  /// The paths, in the order they were given.
  var paths: [String] { get set }
}

/// Keeps the tail of a long list of paths away from the argument parser, whose time grows with the
/// square of their number: ten thousand files are given at once by a shell's `*.docx`.
struct LongPathList {
  /// From so many on it is worth it.
  private static let many = 64

  /// What the parser gets.
  let parsed: [String]
  /// The paths behind those, for the command to take.
  let rest: [String]

  /// Cuts arguments before the last words that are nothing but paths.
  ///
  /// The first of them stays with the parser: it may be the value of an option before it.
  ///
  /// - Parameter arguments: the process's arguments without its name.
  init(_ arguments: [String]) {
    let tail = arguments.reversed().prefix { !$0.utf8.starts(with: "-".utf8) }.count
    let kept = arguments.count - tail + 2
    guard tail > Self.many, !arguments.contains("--") else {
      parsed = arguments
      rest = []
      return
    }
    parsed = Array(arguments[..<kept])
    rest = Array(arguments[kept...])
  }
}
