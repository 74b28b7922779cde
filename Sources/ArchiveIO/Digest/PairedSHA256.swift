import CSHA256

/// SHA-256 of many sources by one worker, two of them at a time on its core.
///
/// The buffers are used again. What is left of the longer of two pieces goes with a piece of the
/// next source, so that files of different sizes keep company as well.
@safe
public final class PairedSHA256 {
  /// What came of a source.
  public enum Outcome {
    /// The checksum, the number of bytes there really were, and their CRC-32 where it was asked for.
    case done(SHA256Value, size: UInt64, crc32: UInt32)
    case failed(ArchiveError)
  }

  /// Whether the processor has the instructions; without them `run` must not be called.
  public static let isAvailable = csha256_is_available() != 0

  private static let blockSize = 64
  private static let chunkSize = 256 << 10
  /// FIPS 180-4 §5.3.3.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]

  private var first = Lane()
  private var second = Lane()

  /// Makes the buffers.
  public init() {}

  /// Digests sources until there are no more.
  ///
  /// - Parameters:
  ///   - hasChecksum: whether the CRC-32 is wanted as well.
  ///   - next: gives the next source and a number for it.
  ///   - progress: called with the number of bytes of each piece that was read.
  ///   - take: takes what came of the source with that number; not in the order of the sources.
  /// - Throws: what `next` and `progress` throw.
  public func run(
    hasChecksum: Bool, next: () throws -> (number: Int, source: any ByteSource)?,
    progress: (Int) throws -> Void, take: (Int, Outcome) -> Void
  ) throws {
    while true {
      let hasFirst = try first.fill(hasChecksum, next, progress, take)
      let hasSecond = try second.fill(hasChecksum, next, progress, take)
      if hasFirst && hasSecond {
        let count = min(first.blocks, second.blocks)
        unsafe csha256_two(first.state, first.pending, second.state, second.pending, count)
        first.drop(count)
        second.drop(count)
      } else if hasFirst {
        first.hashAlone()
      } else if hasSecond {
        second.hashAlone()
      } else {
        return
      }
    }
  }

  /// One source on its way.
  @safe
  private struct Lane: ~Copyable {
    private let memory: UnsafeMutableRawBufferPointer
    private(set) var blocks = 0
    private var position = 0
    private var number = 0
    private var source: (any ByteSource)?
    private var offset: UInt64 = 0
    private var crc32: UInt32 = 0
    private var isPadded = false

    /// The state, a chunk, and room for the padding.
    init() {
      unsafe memory = .allocate(
        byteCount: 64 + PairedSHA256.chunkSize + 2 * PairedSHA256.blockSize, alignment: 64)
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit { unsafe memory.deallocate() }

    var state: UnsafeMutablePointer<UInt32> {
      unsafe memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt32.self)
    }

    var pending: UnsafePointer<UInt8> {
      unsafe UnsafePointer(
        memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
          + 64 + position)
    }

    mutating func drop(_ count: Int) {
      blocks -= count
      position += count * PairedSHA256.blockSize
    }

    mutating func hashAlone() {
      unsafe csha256_one(state, pending, blocks)
      drop(blocks)
    }

    /// Makes sure that there are blocks to hash.
    ///
    /// - Returns: whether there are; else there is no source any more.
    mutating func fill(
      _ hasChecksum: Bool, _ next: () throws -> (number: Int, source: any ByteSource)?,
      _ progress: (Int) throws -> Void, _ take: (Int, Outcome) -> Void
    ) throws -> Bool {
      while blocks == 0 {
        guard let open = source else {
          guard let (number, source) = try next() else { return false }
          self.number = number
          self.source = source
          offset = 0
          crc32 = 0
          isPadded = false
          for (index, word) in PairedSHA256.start.enumerated() { unsafe state[index] = word }
          continue
        }
        if isPadded {
          source = nil
          let value = SHA256Value { unsafe state[$0] }
          take(number, .done(value, size: offset, crc32: crc32))
          continue
        }
        switch read(open, hasChecksum) {
        case .success(let count): if count > 0 { try progress(count) }
        case .failure(let error):
          source = nil
          take(number, .failed(error))
        }
      }
      return true
    }

    /// Reads the next piece, and pads it where it is the last (FIPS 180-4 §5.1.1).
    private mutating func read(
      _ open: any ByteSource, _ hasChecksum: Bool
    ) -> Result<Int, ArchiveError> {
      let wanted = Int(min(UInt64(PairedSHA256.chunkSize), open.size - min(offset, open.size)))
      var count = 0
      do throws(ArchiveError) {
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[64..<64 + wanted])
        if wanted > 0 { count = try unsafe open.read(into: room, at: offset) }
      } catch {
        return .failure(error)
      }
      let piece = unsafe UnsafeRawBufferPointer(rebasing: memory[64..<64 + count])
      if hasChecksum { crc32 = unsafe CRC32.update(crc32, with: piece) }
      offset += UInt64(count)
      var end = count
      if count < PairedSHA256.chunkSize || offset >= open.size {
        isPadded = true
        end = pad(from: count)
      }
      position = 0
      blocks = end / PairedSHA256.blockSize
      return .success(count)
    }

    private mutating func pad(from count: Int) -> Int {
      let whole = (count + 9 + 63) / 64 * 64
      unsafe memory[64 + count] = 0x80
      for index in count + 1..<whole - 8 { unsafe memory[64 + index] = 0 }
      let bits = offset &* 8
      for index in 0..<8 {
        unsafe memory[64 + whole - 8 + index] = UInt8(
          truncatingIfNeeded: bits >> UInt64(56 - 8 * index))
      }
      return whole
    }
  }
}
