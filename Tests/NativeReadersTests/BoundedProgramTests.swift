import NativeReaders
import TestSupport
import Testing

@Suite struct BoundedProgramTests {
  private struct Refused: Error {}

  private let limits = BoundedProgram.Limits(
    seconds: 20, processorSeconds: 20, memoryKilobytes: 1 << 20, outputBytes: 1 << 20)

  private func run(
    _ script: String, input: [UInt8] = [], limits: BoundedProgram.Limits
  ) throws -> (output: [UInt8], ending: BoundedProgram.Ending) {
    guard let file = MemoryFile(), file.append(input) else { throw Refused() }
    return BoundedProgram.run("/bin/sh", ["-c", script], inputPath: file.path, limits: limits)
  }

  @Test func givesTheFileAsInputAndTakesTheOutput() throws {
    let input = [UInt8](repeating: 0x61, count: 300_000)
    let result = try run("cat", input: input, limits: limits)
    #expect(result.output == input)
    #expect(result.ending == .finished(status: 0))
  }

  @Test func passesTheStatusOn() throws {
    #expect(try run("exit 3", limits: limits).ending == .finished(status: 3))
  }

  @Test func endsAProgramThatTakesTooLong() throws {
    var short = limits
    short.seconds = 1
    #expect(try run("exec sleep 60", limits: short).ending == .outOfTime)
  }

  @Test func endsAProgramThatWorksTooLong() throws {
    var short = limits
    short.processorSeconds = 1
    let spinning = try run("while :; do :; done", limits: short)
    #expect(spinning.ending == .outOfTime)
    #expect(try run("sleep 1.5; exit 4", limits: short).ending == .finished(status: 4))
  }

  @Test func endsAProgramThatSaysTooMuch() throws {
    let result = try run("exec yes", limits: limits)
    #expect(result.ending == .tooMuchOutput)
    #expect(result.output.count == limits.outputBytes)
  }

  @Test func findsProgramsByName() {
    #expect(BoundedProgram.find("sh")?.hasSuffix("/sh") == true)
    #expect(BoundedProgram.find("no-such-program-anywhere") == nil)
  }
}
