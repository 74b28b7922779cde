internal import CLibQPDF

/// Memory that was let go of and that the C library still keeps, each thread its own.
public enum FreedMemory {
  /// Gives it back to the system: some milliseconds of work, worth it after tens of megabytes.
  public static func release() { hoso_release_memory() }
}
