import Foundation
import TestSupport
import Testing

@testable import ArchiveIO

/// Files made by liblzma itself, through Python's module.
@Suite(
  "Dictionaries of xz files", .enabled(if: Places.hasProgram("python3"), "python3 is not installed")
)
struct XZDictionaryTests {
  private static let maker = """
    import lzma, random, sys
    path, check, bcj = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "bcj"
    generator = random.Random(1)
    with open(path, "wb") as file:
      for size in sys.argv[4:]:
        filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": int(size)}]
        if bcj: filters.insert(0, {"id": lzma.FILTER_X86})
        data = generator.randbytes(150_000) + b"report " * 40_000
        file.write(lzma.compress(data, check=check, filters=filters))
        file.write(bytes(4))
    """

  private func made(
    _ sizes: [Int], check: Int = 4, isFiltered: Bool = false
  ) throws -> (scratch: ScratchFolder, source: FileSource) {
    let scratch = try ScratchFolder()
    let python = try #require(Places.program("python3"))
    let path = scratch.path("a.xz")
    let run = try runProgram(
      python,
      ["-c", Self.maker, path, "\(check)", isFiltered ? "bcj" : "plain"] + sizes.map { "\($0)" })
    #expect(run.status == 0)
    return (scratch, try FileSource(path: path))
  }

  @Test(arguments: [[1 << 16], [1 << 20, 3 << 20], [3 << 20, 1 << 16, 1 << 20], [48 << 20]])
  func findsTheLargestOfAllStreams(_ sizes: [Int]) throws {
    let (_, source) = try made(sizes)
    #expect(try XZDictionary.largest(in: source) == sizes.max().map { UInt64($0) })
  }

  @Test(arguments: [0, 1, 4, 10])
  func goesPastEveryKindOfChecksum(_ check: Int) throws {
    let (_, source) = try made([1 << 16, 1 << 20], check: check, isFiltered: true)
    #expect(try XZDictionary.largest(in: source) == 1 << 20)
  }

  @Test func refusesADictionaryBeyondTheLimit() throws {
    let (_, source) = try made([1 << 16, 96 << 20])
    var code: ArchiveError.Code?
    do throws(ArchiveError) { _ = try LibArchiveStream(source, filter: .xz) } catch {
      code = error.code
    }
    #expect(code == .unsupported)
  }

  @Test(arguments: [0, 5, 12, 13, 30, 1000, 150_100])
  func endsWhereTheFileDoes(_ count: Int) throws {
    let (_, source) = try made([1 << 16])
    let cut = MemorySource(name: "cut", bytes: try source.bytes(at: 0, count: count))
    #expect(try XZDictionary.largest(in: cut) == (count < 24 ? 0 : 1 << 16))
  }
}
