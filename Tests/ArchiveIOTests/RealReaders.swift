import Foundation
import TestSupport

/// What one reader sees in an archive: the names of the files and the digests of their bytes.
struct Reading: Equatable {
  /// A digest for each name; folders are left out.
  var files: [String: String]
  /// Whether the reader refused the archive, or a part of it.
  var isRefused: Bool
}

/// The programs people read archives with, and what each of them sees.
///
/// Python and Java read all archives in one process; the others extract into a folder of their own.
struct RealReaders {
  /// The readers that are installed.
  static let extractors: [(name: String, program: String)] = [
    ("unzip", "unzip"), ("7z", "7z"), ("bsdtar-file", "bsdtar"), ("bsdtar-pipe", "bsdtar"),
  ]

  private let scratch: ScratchFolder
  private let hasJava: Bool

  init() throws {
    scratch = try ScratchFolder()
    hasJava = Places.hasProgram("java") && Places.hasProgram("javac")
    try scratch.write("read.py", text: RealReaders.python)
    guard hasJava, let compiler = Places.program("javac") else { return }
    try scratch.write("Read.java", text: RealReaders.java)
    let result = try runProgram(
      compiler, ["-encoding", "UTF-8", scratch.path("Read.java")], in: scratch.path())
    if result.status != 0 { throw CocoaError(.executableLoad) }
  }

  /// Lets every installed reader read every archive.
  ///
  /// - Returns: for each archive, in order, what each reader sees.
  func read(_ archives: [String]) throws -> [[String: Reading]] {
    var readings = try archives.map { try extractAll($0) }
    if let python = Places.program("python3") {
      try collect(python, [scratch.path("read.py")], archives, into: &readings)
    }
    if hasJava, let java = Places.program("java") {
      let options = ["-Xshare:auto", "-Dfile.encoding=UTF-8", "-cp", scratch.path(), "Read"]
      try collect(java, options, archives, into: &readings)
    }
    return readings
  }

  /// The readers that see something else than others, or nothing where all that read it agree.
  static func disagreement(_ readings: [String: Reading]) -> String? {
    let accepted = readings.filter { !$0.value.isRefused }.sorted { $0.key < $1.key }
    guard let first = accepted.first else { return nil }
    for other in accepted.dropFirst() where other.value.files != first.value.files {
      return "\(first.key): \(first.value.files)\n\(other.key): \(other.value.files)"
    }
    return nil
  }

  private func collect(
    _ program: String, _ options: [String], _ archives: [String],
    into readings: inout [[String: Reading]]
  ) throws {
    let list = try scratch.write(
      "list-\(UUID().uuidString)", text: archives.joined(separator: "\n"))
    let result = try runProgram(program, options + [list], environment: ["LC_ALL": "C.UTF-8"])
    guard result.status == 0 else {
      throw CocoaError(.fileReadUnknown, userInfo: [NSLocalizedDescriptionKey: result.errors])
    }
    for line in result.output.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3, let number = Int(fields[0]) else { continue }
      var reading = readings[number][fields[1]] ?? Reading(files: [:], isRefused: false)
      if fields[2] == "refused" {
        reading.isRefused = true
      } else if fields[2] == "file", fields.count == 5 {
        // Two entries of one name are two files: the second must not hide the first.
        let name = reading.files[fields[3]] == nil ? fields[3] : fields[3] + " (again)"
        reading.files[name] = fields[4]
      }
      readings[number][fields[1]] = reading
    }
  }

  private func extractAll(_ archive: String) throws -> [String: Reading] {
    var result: [String: Reading] = [:]
    for reader in RealReaders.extractors {
      guard let program = Places.program(reader.program) else { continue }
      let folder = try ScratchFolder()
      let status = try extract(reader.name, program, archive, into: folder)
      result[reader.name] = Reading(files: RealReaders.digests(folder), isRefused: status != 0)
    }
    return result
  }

  private func extract(
    _ name: String, _ program: String, _ archive: String, into folder: ScratchFolder
  ) throws -> Int32 {
    let utf8 = ["LC_ALL": "C.UTF-8"]
    switch name {
    case "unzip":
      return try runProgram(
        program, ["-q", "-o", archive, "-d", folder.path()], environment: utf8
      ).status
    case "7z":
      return try runProgram(
        program, ["x", "-y", "-bd", "-p", "-o" + folder.path(), archive], environment: utf8
      ).status
    case "bsdtar-file":
      return try runProgram(
        program, ["-xf", archive, "-C", folder.path()], environment: utf8
      ).status
    default:
      let bytes = try Data(contentsOf: URL(filePath: archive))
      return try runProgram(
        program, ["-xf", "-", "-C", folder.path()], environment: utf8, input: Array(bytes)
      ).status
    }
  }

  /// Names and digests of all files below a folder.
  static func digests(_ folder: ScratchFolder) -> [String: String] {
    var files: [String: String] = [:]
    let all = FileManager.default.enumerator(atPath: folder.path())
    while let name = all?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let path = folder.path(name)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue, let data = FileManager.default.contents(atPath: path)
      else { continue }
      files[name] = fingerprint(data)
    }
    return files
  }

  /// Length and FNV-1a of bytes, which the scripts below compute alike.
  static func fingerprint(_ data: Data) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "\(data.count)-\(String(hash, radix: 16))"
  }

  private static let python = """
    import sys, zipfile
    def mark(data):
        h = 0xcbf29ce484222325
        for b in data:
            h = ((h ^ b) * 0x100000001b3) & 0xffffffffffffffff
        return f"{len(data)}-{h:x}"
    for number, path in enumerate(open(sys.argv[1], encoding="utf-8").read().split("\\n")):
        print(f"{number}\\tpython\\tseen")
        try:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    data = archive.read(info)
                    if not info.is_dir():
                        print(f"{number}\\tpython\\tfile\\t{info.filename}\\t{mark(data)}")
        except Exception as error:
            print(f"{number}\\tpython\\trefused")
    """

  private static let java = """
    import java.io.*;
    import java.nio.charset.StandardCharsets;
    import java.nio.file.*;
    import java.util.*;
    import java.util.zip.*;

    public class Read {
      static String mark(InputStream in) throws IOException {
        long h = 0xcbf29ce484222325L, n = 0;
        byte[] buffer = new byte[65536];
        for (int k; (k = in.read(buffer)) >= 0; n += k)
          for (int i = 0; i < k; i++) h = (h ^ (buffer[i] & 255)) * 0x100000001b3L;
        return n + "-" + Long.toHexString(h);
      }
      public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        String list = new String(Files.readAllBytes(Paths.get(args[0])), StandardCharsets.UTF_8);
        int number = -1;
        for (String path : list.split("\\n")) {
          number++;
          out.println(number + "\\tjava-file\\tseen");
          try (ZipFile zip = new ZipFile(path)) {
            for (ZipEntry entry : Collections.list(zip.entries()))
              if (!entry.isDirectory())
                out.println(number + "\\tjava-file\\tfile\\t" + entry.getName() + "\\t"
                    + mark(zip.getInputStream(entry)));
          } catch (Exception error) {
            out.println(number + "\\tjava-file\\trefused");
          }
          out.println(number + "\\tjava-stream\\tseen");
          try (ZipInputStream zip = new ZipInputStream(new FileInputStream(path))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
              String mark = mark(zip);
              if (!entry.isDirectory())
                out.println(number + "\\tjava-stream\\tfile\\t" + entry.getName() + "\\t" + mark);
            }
          } catch (Exception error) {
            out.println(number + "\\tjava-stream\\trefused");
          }
        }
        out.flush();
      }
    }
    """
}
