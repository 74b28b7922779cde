import Foundation

/// What a finished program left.
public struct ProgramResult: Sendable {
  /// Its exit status; 128 plus the signal where a signal ended it.
  public var status: Int32
  /// Its standard output.
  public var output: String
  /// Its standard error.
  public var errors: String
  /// Its standard output in bytes.
  public var outputBytes: [UInt8]
}

/// Runs a program to its end.
///
/// - Parameters:
///   - program: the path.
///   - arguments: its arguments.
///   - directory: the folder it runs in.
///   - environment: variables to set besides the tests' own; nothing to inherit only.
///   - input: bytes for its standard input.
public func runProgram(
  _ program: String, _ arguments: [String], in directory: String? = nil,
  environment: [String: String] = [:], input: [UInt8]? = nil
) throws -> ProgramResult {
  let scratch = try ScratchFolder()
  let outputPath = try scratch.write("out", [])
  let errorPath = try scratch.write("err", [])
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  if let directory { process.currentDirectoryURL = URL(filePath: directory) }
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardOutput = FileHandle(forWritingAtPath: outputPath)
  process.standardError = FileHandle(forWritingAtPath: errorPath)
  if let input {
    let inputPath = try scratch.write("in", input)
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  let output = try Data(contentsOf: URL(filePath: outputPath))
  let errors = try Data(contentsOf: URL(filePath: errorPath))
  let signalled = process.terminationReason == .uncaughtSignal
  return ProgramResult(
    status: signalled ? 128 + process.terminationStatus : process.terminationStatus,
    output: String(decoding: output, as: UTF8.self),
    errors: String(decoding: errors, as: UTF8.self), outputBytes: Array(output))
}
