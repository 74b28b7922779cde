/// The process: parses the arguments, runs the command, leaves with the contract's status.
public enum HosoProcess {
  /// Runs the command of the process's arguments.
  public static func run() async {
  }
}
