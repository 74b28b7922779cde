import Testing

@testable import DossierCommands

@Suite struct LongPathListTests {
  private static let many = (0..<10_000).map { "tệp \($0).docx" }

  @Test func keepsEveryPathInOrder() throws {
    let command = try HosoProcess.command(for: ["metadata", "--format", "jsonl"] + Self.many)
    let metadata = try #require(command as? MetadataCommand)
    #expect(metadata.paths == Self.many)
    #expect(metadata.format == .jsonl)
  }

  @Test func leavesAnOptionBehindThePathsToTheParser() throws {
    let command = try HosoProcess.command(
      for: ["verify"] + Self.many.prefix(70) + ["--format", "json"])
    let verify = try #require(command as? VerifyCommand)
    #expect(verify.paths == Array(Self.many.prefix(70)))
    #expect(verify.format == .json)
  }

  @Test(arguments: [["index"], ["check", "--strict"]])
  func stillRefusesManyPathsWhereOneIsMeant(_ words: [String]) {
    #expect(throws: (any Error).self) { try HosoProcess.command(for: words + Self.many.prefix(80)) }
  }

  @Test func leavesShortListsAlone() {
    let arguments = ["metadata", "a.docx", "b.docx"]
    #expect(LongPathList(arguments).parsed == arguments)
    #expect(LongPathList(arguments).rest.isEmpty)
  }
}
