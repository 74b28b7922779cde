import CLibQPDF
import Glibc

/// Runs another program on one file and takes its output, within limits of time, memory and bytes.
///
/// A program that reads hostile files runs apart: it can neither crash this process nor keep it
/// waiting.
public enum BoundedProgram {
  /// What a run may use.
  public struct Limits: Sendable {
    /// Seconds on the clock: only a machine that is busy with other work comes near them.
    public var seconds: Int
    /// Seconds of processor time, which are the same on a busy machine.
    public var processorSeconds: Int
    /// Kilobytes of memory.
    public var memoryKilobytes: Int
    /// Bytes of output; what is beyond is not read.
    public var outputBytes: Int

    /// Sets the limits.
    public init(seconds: Int, processorSeconds: Int, memoryKilobytes: Int, outputBytes: Int) {
      self.seconds = seconds
      self.processorSeconds = processorSeconds
      self.memoryKilobytes = memoryKilobytes
      self.outputBytes = outputBytes
    }
  }

  /// How a run ended.
  public enum Ending: Sendable, Hashable {
    case finished(status: Int)
    case signalled
    case outOfTime
    /// It ended itself, as programs do that get no memory.
    case aborted
    case tooMuchOutput
    case notStarted
  }

  /// Finds a program in the folders of `PATH`; relative folders are passed over.
  ///
  /// - Returns: its path, or nothing where it is not installed.
  public static func find(_ name: String) -> String? {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { unsafe access($0, X_OK) == 0 }
  }

  /// Runs a program with a file as its standard input.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: its arguments.
  ///   - inputPath: the file that it reads as standard input.
  ///   - limits: what it may use.
  /// - Returns: its output as far as it was read, and how it ended.
  public static func run(
    _ program: String, _ arguments: [String], inputPath: String, limits: Limits
  ) -> (output: [UInt8], ending: Ending) {
    var ends: [Int32] = [-1, -1]
    guard unsafe hoso_pipe(&ends) == 0 else { return ([], .notStarted) }
    let reading = ends[0]
    defer { close(reading) }
    let child = start(
      program, arguments, inputPath: inputPath, output: ends[1], limits: limits)
    close(ends[1])
    guard let child else { return ([], .notStarted) }
    var taken = take(from: reading, limits: limits)
    if taken.ending != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      if Glibc.errno != EINTR { return (taken.output, .notStarted) }
    }
    let isExit = status & 0x7F == 0
    let natural: Ending =
      if isExit {
        .finished(status: Int(status >> 8) & 0xFF)
      } else {
        switch status & 0x7F {
        case SIGXCPU: .outOfTime
        case SIGABRT: .aborted
        default: .signalled
        }
      }
    return (taken.output, taken.ending.take() ?? natural)
  }

  private static func take(
    from descriptor: Int32, limits: Limits
  ) -> (output: [UInt8], ending: Ending?) {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return (output, .outOfTime) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, Int32(left.components.seconds * 1000 + 1000))
      if ready == 0 || (ready < 0 && Glibc.errno == EINTR) { continue }
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, Glibc.errno == EINTR { continue }
      if count <= 0 { return (output, nil) }
      output += chunk[0..<min(count, limits.outputBytes - output.count)]
      if output.count >= limits.outputBytes { return (output, .tooMuchOutput) }
    }
  }

  /// Starts the program through the shell, which alone can limit it before it runs.
  private static func start(
    _ program: String, _ arguments: [String], inputPath: String, output: Int32, limits: Limits
  ) -> pid_t? {
    let script =
      "ulimit -v \(limits.memoryKilobytes); ulimit -c 0; "
      + "ulimit -S -t \(limits.processorSeconds); ulimit -H -t \(limits.processorSeconds + 1); "
      + "exec \"$0\" \"$@\""
    let words = ["/bin/sh", "-c", script, program] + arguments
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    guard unsafe posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0) == 0,
      unsafe posix_spawn_file_actions_adddup2(&actions, output, 1) == 0,
      unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0
    else { return nil }
    // What this thread blocks or ignores the program would too, and so outlive its time.
    var attributes = posix_spawnattr_t()
    guard unsafe posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    var signals = sigset_t()
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    guard unsafe sigemptyset(&blocked) == 0, unsafe sigemptyset(&signals) == 0,
      unsafe sigaddset(&signals, SIGXCPU) == 0,
      unsafe posix_spawnattr_setsigmask(&attributes, &blocked) == 0,
      unsafe posix_spawnattr_setsigdefault(&attributes, &signals) == 0,
      unsafe posix_spawnattr_setflags(&attributes, flags) == 0
    else { return nil }
    var list = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let status = unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, &list, environ)
    return status == 0 ? child : nil
  }
}
