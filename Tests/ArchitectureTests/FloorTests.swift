import Foundation
import TestSupport
import Testing

/// The floors of the house: what each target may import.
private let floors: [(target: String, floor: Int, mayImport: Set<String>)] = [
  ("CLibArchive", 0, []), ("CLibXML2", 0, []), ("CLibDeflate", 0, []), ("CZlib", 0, []),
  ("CLibQPDF", 0, []), ("CLibExif", 0, []), ("CQREncode", 0, []), ("CSHA256", 0, []),
  (
    "ArchiveIO", 1,
    ["CLibArchive", "CLibDeflate", "CZlib", "CSHA256", "Glibc", "Synchronization"]
  ),
  ("XMLPull", 1, ["CLibXML2", "Glibc", "Synchronization"]),
  ("NativeReaders", 1, ["CLibQPDF", "CLibExif", "CZlib", "Glibc", "Synchronization"]),
  ("QRCode", 1, ["CQREncode"]),
  ("DossierModel", 2, ["Foundation"]),
  (
    "DossierCatalog", 3,
    ["DossierModel", "QRCode", "Foundation", "Yams", "Mustache", "Synchronization"]
  ),
  (
    "DossierEngine", 4,
    [
      "ArchiveIO", "XMLPull", "NativeReaders", "DossierModel", "DossierCatalog", "Crypto",
      "Foundation", "Glibc", "Synchronization",
    ]
  ),
  (
    "DossierCommands", 5,
    [
      "DossierModel", "DossierCatalog", "DossierEngine", "ArgumentParser", "Dispatch",
      "Foundation", "Glibc", "Synchronization",
    ]
  ),
  ("hoso", 6, ["DossierCommands", "Glibc"]),
]

/// Targets that may hold `unsafe`, and single files elsewhere that may.
private let unsafeTargets: Set<String> = ["ArchiveIO", "XMLPull", "NativeReaders", "QRCode"]
private let unsafeFiles: Set<String> = [
  "DossierEngine/Digest/ArchiveDigests.swift", "DossierEngine/Digest/DigestRun.swift",
  "DossierEngine/Digest/FileDigest.swift", "DossierEngine/Digest/TarDigestVisitor.swift",
  "DossierEngine/Digest/TarDocumentVisitor.swift",
]

struct FloorTests {
  @Test func everyTargetHasItsFloor() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Places.package.appending(path: "Sources").path)
    #expect(Set(folders).isSubset(of: floors.map(\.target)))
  }

  @Test func everyArrowPointsDown() {
    let floorOf = Dictionary(uniqueKeysWithValues: floors.map { ($0.target, $0.floor) })
    for entry in floors {
      for imported in entry.mayImport {
        if let other = floorOf[imported] {
          #expect(other < entry.floor, "\(entry.target) → \(imported)")
        }
      }
    }
  }

  @Test(arguments: floors.map(\.target))
  func importsOnlyWhatItsFloorAllows(target: String) throws {
    let allowed = try #require(floors.first { $0.target == target }).mayImport
    for file in try swiftFiles(of: target) {
      for module in try imports(in: file) where !allowed.contains(module) {
        Issue.record("\(file.lastPathComponent) imports \(module), which \(target) may not")
      }
    }
  }

  @Test func unsafeCodeStaysWhereItBelongs() throws {
    for entry in floors where !unsafeTargets.contains(entry.target) {
      for file in try swiftFiles(of: entry.target) {
        let path = pathBelowSources(file)
        guard !unsafeFiles.contains(path) else { continue }
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          let code = line.split(separator: "//", maxSplits: 1).first ?? ""
          let words = code.split { " (=.,".contains($0) }
          #expect(!words.contains("unsafe") && !words.contains("@unsafe"), "\(path): \(line)")
        }
      }
    }
  }

  @Test func nothingIsPrintedOutsideTheRenderer() throws {
    for entry in floors {
      for file in try swiftFiles(of: entry.target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for line in text.split(separator: "\n") {
          let code = line.trimmingCharacters(in: .whitespaces)
          #expect(
            !code.hasPrefix("print(") && !code.contains(" print("),
            "\(file.lastPathComponent): \(line)")
        }
      }
    }
  }

  private func pathBelowSources(_ file: URL) -> String {
    file.path.components(separatedBy: "/Sources/").last ?? file.path
  }

  private func swiftFiles(of target: String) throws -> [URL] {
    let folder = Places.package.appending(path: "Sources").appending(path: target)
    guard let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walker.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  private func imports(in file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first,
        ["public", "package", "internal", "private"].contains(first) || first.hasPrefix("@")
      {
        words.removeFirst()
      }
      guard words.first == "import", let last = words.last else { return nil }
      return String(last.split(separator: ".")[0])
    }
  }
}
