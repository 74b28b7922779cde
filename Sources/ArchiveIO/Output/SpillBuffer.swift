/// Bytes that are collected to be read again: in memory, and in a hidden file once they are many.
///
/// The file is gone with the last reader; a process that is killed leaves it to the next run, which
/// removes it (`HiddenPlace`).
public final class SpillBuffer {
  /// So many bytes are held in memory.
  public static let usualLimit = 4 << 20

  private let name: String
  private let target: String
  private let limit: Int
  private var memory: [UInt8] = []
  private var place: HiddenPlace?
  private var file: Spilled?

  /// A file that a class can hold.
  private struct Spilled: ~Copyable {
    var output: OutputFile
  }

  /// Makes an empty buffer.
  ///
  /// - Parameters:
  ///   - name: the name of the bytes, for messages.
  ///   - target: the path of what is being made; the hidden file would stand beside it.
  ///   - limit: how many bytes are held in memory.
  public init(_ name: String, beside target: String, limit: Int = SpillBuffer.usualLimit) {
    self.name = name
    self.target = target
    self.limit = limit
    // Room that is not written to costs nothing; growing copies all that is there.
    memory.reserveCapacity(limit)
  }

  deinit { place?.discard() }

  /// Appends bytes.
  ///
  /// - Throws: `ArchiveError.write`, with the target's path.
  public func write(_ bytes: some Collection<UInt8>) throws(ArchiveError) {
    memory.append(contentsOf: bytes)
    if memory.count > limit || file != nil { try spill() }
  }

  /// Ends the collecting.
  ///
  /// - Returns: the bytes.
  /// - Throws: `ArchiveError.write`, with the target's path.
  public func finish() throws(ArchiveError) -> any ByteSource {
    guard let place else { return MemorySource(name: name, bytes: memory) }
    do throws(ArchiveError) {
      try file?.output.flush()
      let source = try FileSource(path: place.path, followsLinks: false)
      place.discard()
      self.place = nil
      file = nil
      return source
    } catch {
      throw shown(error)
    }
  }

  /// Hands what is in memory to the file.
  private func spill() throws(ArchiveError) {
    do throws(ArchiveError) {
      if file == nil {
        let place = HiddenPlace(beside: target)
        self.place = place
        file = Spilled(output: try OutputFile(creating: place.path, permissions: 0o600))
      }
      try file?.output.write(memory)
      memory.removeAll(keepingCapacity: memory.count < limit)
    } catch {
      throw shown(error)
    }
  }

  private func shown(_ error: ArchiveError) -> ArchiveError {
    ArchiveError(.write, path: target, detail: error.detail, errno: error.errno)
  }
}
