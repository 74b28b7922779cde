/// Memory of a fixed place that grows when asked and is freed with its owner.
@safe struct RawBuffer: ~Copyable {
  private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)

  deinit { unsafe memory.deallocate() }

  /// Makes room for so many bytes; what was there may be lost.
  mutating func reserve(_ count: Int) {
    guard unsafe memory.count < count else { return }
    unsafe memory.deallocate()
    unsafe memory = .allocate(byteCount: count, alignment: 64)
  }

  /// The number of bytes there is room for.
  var capacity: Int { unsafe memory.count }

  /// A part, for reading; valid until the next `reserve`.
  func bytes(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: memory[start..<start + count])
  }

  /// A part, for writing; valid until the next `reserve`.
  mutating func mutableBytes(_ start: Int, _ count: Int) -> UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + count])
  }
}
