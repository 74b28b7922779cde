import Foundation
import TestSupport
import Testing

@testable import DossierEngine

/// A program that makes one file of a folder.
enum Serializer: String, CaseIterable, Sendable {
  case zip, sevenZip, pythonZip, bsdtarZip, tar, tarGzip, tarXZ, tarZstandard, gnuTar

  private var program: String {
    switch self {
    case .zip: "zip"
    case .sevenZip: "7z"
    case .pythonZip: "python3"
    case .gnuTar: "tar"
    default: "bsdtar"
    }
  }

  var isHere: Bool { Places.hasProgram(program) }

  /// Packs a folder with its name on top.
  func pack(_ folder: URL, into file: String) throws {
    let name = folder.lastPathComponent
    let arguments: [String] =
      switch self {
      case .zip: ["-q", "-r", file, name]
      case .sevenZip: ["a", "-tzip", "-bso0", "-bsp0", file, name]
      case .pythonZip: ["-c", Self.python, file, name]
      case .bsdtarZip: ["--format", "zip", "-cf", file, name]
      case .tar: ["--format", "pax", "-cf", file, name]
      case .tarGzip: ["-czf", file, name]
      case .tarXZ: ["-cJf", file, name]
      case .tarZstandard: ["--zstd", "-cf", file, name]
      case .gnuTar: ["-cf", file, name]
      }
    let path = try #require(Places.program(program))
    let result = try runProgram(
      path, arguments, in: folder.deletingLastPathComponent().path,
      environment: ["LC_ALL": "C.UTF-8"])
    try #require(result.status == 0, "\(result.errors)")
  }

  private static let python = """
    import os, sys, zipfile
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for folder, folders, files in os.walk(sys.argv[2]):
            for name in sorted(files + folders):
                archive.write(os.path.join(folder, name))
    """
}

@Suite(.enabled(if: Places.shared != nil, "the shared corpora are not beside the project"))
struct SerializedSuiteTests {
  @Test(arguments: Serializer.allCases.filter(\.isHere))
  func judgesAnArchiveAsTheFolderInIt(_ serializer: Serializer) async throws {
    for bag in SuiteBag.all {
      let scratch = try ScratchFolder()
      let file = scratch.path("bag.archive" + (serializer == .sevenZip ? ".zip" : ""))
      try serializer.pack(bag.url, into: file)
      let folder = try await judge(bag.url.path)
      let archive = try await judge(file)
      #expect(bag.problem(archive) == nil, "\(serializer) \(bag.testDescription)")
      #expect(archive.errors.sorted() == folder.errors.sorted(), "\(bag.testDescription)")
      // Info-ZIP does not say in which encoding its names are: that is worth a warning of its own.
      let warnings = archive.warnings.filter { !$0.contains("name-encoding-unstated") }
      #expect(warnings.sorted() == folder.warnings.sorted(), "\(bag.testDescription)")
      #expect(archive.result.bag == folder.result.bag)
    }
  }
}
