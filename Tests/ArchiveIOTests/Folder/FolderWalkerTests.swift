import ArchiveIO
import Foundation
import Glibc
import TestSupport
import Testing

struct FolderWalkerTests {
  @Test func listsInTheOrderOfBytesAFolderBeforeWhatItHolds() throws {
    let scratch = try ScratchFolder()
    try scratch.write("b/2.txt", text: "2")
    try scratch.write("b/10.txt", text: "10")
    try scratch.write("a.txt", text: "a")
    let entries = try FolderWalker.entries(below: scratch.path())
    #expect(entries.map(\.shownPath) == ["a.txt", "b", "b/10.txt", "b/2.txt"])
    #expect(entries.map(\.size) == [1, 0, 2, 1])
  }

  @Test func notesLinksAndFIFOsAndOpensNeither() throws {
    let scratch = try ScratchFolder()
    #expect(symlink("/etc", scratch.path("out")) == 0)
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    let entries = try FolderWalker.entries(below: scratch.path())
    #expect(entries.map(\.kind) == [.link, .special])
    #expect(entries[0].linkTarget == Array("/etc".utf8))
  }

  @Test func keepsNamesThatAreNoUTF8() throws {
    let scratch = try ScratchFolder()
    let raw = Array(scratch.path("").utf8) + [UInt8(ascii: "/"), 0xE0, 0xC0]
    let descriptor = open(raw.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let entry = try #require(try FolderWalker.entries(below: scratch.path()).first)
    #expect(entry.path == nil)
    #expect(entry.rawPath == [0xE0, 0xC0])
    let source = try FileSource(rawPath: raw)
    #expect(source.size == 0)
  }

  @Test func tellsAFolderItMayNotOpenAndGoesOn() throws {
    let scratch = try ScratchFolder()
    try scratch.write("z.txt", text: "z")
    var deep = scratch.path("d")
    for _ in 0...FolderWalker.deepest { deep += "/d" }
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    let entries = try FolderWalker.entries(below: scratch.path())
    #expect(entries.contains { $0.kind == .unreadable })
    #expect(entries.last?.shownPath == "z.txt")
  }

  @Test func throwsForAFileWhereAFolderIsMeant() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("a.txt", text: "a")
    #expect(throws: ArchiveError.self) { try FolderWalker.entries(below: path) }
  }

  @Test func aFIFOIsNoSourceAndIsNeverWaitedFor() throws {
    let scratch = try ScratchFolder()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    #expect(throws: ArchiveError.self) { try FileSource(path: scratch.path("pipe")) }
  }
}
