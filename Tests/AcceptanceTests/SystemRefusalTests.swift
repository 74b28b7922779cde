import Foundation
import TestSupport
import Testing

/// What the system refuses is said in one line of people's words.
struct SystemRefusalTests {
  private func expectOneLine(_ errors: String, _ words: String) {
    #expect(errors.split(separator: "\n").count == 1, "\(errors)")
    #expect(errors.contains(words), "\(errors)")
    #expect(!errors.contains("Error Domain") && !errors.contains("NSCocoaError"), "\(errors)")
  }

  @Test func aFullDiskBehindTheOutput() throws {
    let result = try runProgram(
      "/bin/sh", ["-c", "\"$0\" explain --lang vi > /dev/full", BuiltBinary.path])
    #expect(result.status == 2)
    expectOneLine(result.errors, "không ghi hết kết quả")
    expectOneLine(result.errors, "(hết chỗ trên ổ đĩa)")
  }

  @Test func anOutputThatIsClosed() throws {
    let result = try runProgram("/bin/sh", ["-c", "\"$0\" explain >&-", BuiltBinary.path])
    #expect(result.status == 2)
    expectOneLine(result.errors, "the result could not be written")
  }

  @Test func aFolderWhereAProfileIsMeant() throws {
    let scratch = try ScratchFolder()
    let result = try BuiltBinary.run(["profile", "validate", scratch.path()])
    #expect(result.status == 2)
    expectOneLine(result.errors, "not a regular file")
  }

  @Test func aDocumentThatIsNotThereIsNotUnreadable() throws {
    let scratch = try ScratchFolder()
    let result = try BuiltBinary.run(["metadata", "không có.docx"], in: scratch.path())
    #expect(result.status == 2)
    expectOneLine(result.errors, "there is no such file or folder")
    #expect(result.output.contains("✗ không có.docx: there is no such file"))
    #expect(!result.output.contains("permissions"))
  }

  @Test func dataThatIsAlteredIsSaidInVietnamese() throws {
    let result = try BuiltBinary.run(
      ["verify", "tampered.zip", "--lang", "vi"], in: Places.samples.path)
    #expect(result.status == 1)
    #expect(!result.output.contains("the directory says"))
  }

  /// A terminal of so many columns, as a program sees it that no COLUMNS tells.
  @Test(
    .enabled(if: Places.hasProgram("python3"), "python3 makes the terminal"),
    arguments: [(50, 50), (70, 70), (300, 100)])
  func theTerminalIsAskedForItsWidth(columns: Int, limit: Int) throws {
    let script = """
      import fcntl, os, pty, struct, sys, termios
      os.environ.pop("COLUMNS", None)
      child, terminal = pty.fork()
      if child == 0:
          fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
          os.execv(sys.argv[2], sys.argv[2:])
      out = b""
      while True:
          try: part = os.read(terminal, 65536)
          except OSError: break
          if not part: break
          out += part
      os.waitpid(child, 0)
      sys.stdout.buffer.write(out)
      """
    let python = try #require(Places.program("python3"))
    let result = try runProgram(
      python,
      [
        "-c", script, "\(columns)", BuiltBinary.path, "profile", "show", "tt22-2020",
      ], environment: ["LC_ALL": "C"])
    let widest = result.output.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
    #expect(widest <= limit && widest > limit - 15, "\(widest)")
  }
}
