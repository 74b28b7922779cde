import TestSupport
import Testing

/// Help and refusals of the command line are in the reader's language.
struct HelpTests {
  static let commands: [[String]] = [
    [], ["new"], ["index"], ["check"], ["pack"], ["verify"], ["show"], ["extract"], ["metadata"],
    ["explain"], ["profile"], ["profile", "list"], ["profile", "show"], ["profile", "validate"],
  ]

  @Test(arguments: commands)
  func theHelpIsVietnameseWhereItIsAskedFor(command: [String]) throws {
    let language = command.isEmpty ? [] : ["--lang", "vi"]
    let result = try BuiltBinary.run(
      command + ["--help"] + language, environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("GIỚI THIỆU: "), "\(result.output)")
    #expect(result.output.contains("CÁCH DÙNG: hoso \(command.joined(separator: " "))"))
    for english in ["USAGE", "OPTIONS", "ARGUMENTS", "Show ", "default", "values:", "See "] {
      #expect(!result.output.contains(english), "\(english) in \(result.output)")
    }
  }

  @Test(arguments: commands)
  func theHelpIsEnglishElsewhere(command: [String]) throws {
    let result = try BuiltBinary.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.output.contains("USAGE: hoso \(command.joined(separator: " "))"))
    #expect(result.output.contains("Show help information."))
  }

  @Test func theHelpOfProfileNamesItsSubcommands() throws {
    let output = try BuiltBinary.run(["profile", "--help", "--lang", "vi"]).output
    for name in ["list", "show", "validate"] { #expect(output.contains("  \(name) "), "\(name)") }
    #expect(try BuiltBinary.run(["profile"]).output.contains("tt22-2020"))
  }

  @Test(arguments: [
    (["check", "--lang", "vi"], "Lệnh chưa đúng: thiếu tham số '<path>'"),
    (["check", ".", "--year", "23", "--lang", "vi"], "--year nhận một năm từ 1990 đến 2100."),
    (["check", ".", "--lang=vi", "--hình"], "Lệnh chưa đúng: không có tuỳ chọn '--hình'"),
    (["check", ".", "--year", "23"], "Error: --year takes a year from 1990 to 2100."),
    (["verify", "a", "--expect", "12", "--lang", "vi"], "--expect nhận một mã SHA-256"),
  ])
  func aRefusalIsInTheReadersLanguage(arguments: [String], words: String) throws {
    let result = try BuiltBinary.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  /// What every command takes may stand before the command as well, and with help.
  @Test(arguments: [
    ["--lang", "vi", "profile", "list"], ["--lang=vi", "--color", "never", "explain", "score.sum"],
    ["--jobs", "1", "--lang", "vi", "profile"], ["--lang", "vi", "profile", "show", "tt22-2020"],
    ["help", "check", "--lang", "vi"], ["--lang", "vi", "help", "profile", "show"],
    ["--lang", "vi"], ["--lang", "vi", "--help"], ["--lang", "vi", "check", "--help"],
  ])
  func anOptionOfEveryCommandMayStandFirst(arguments: [String]) throws {
    let result = try BuiltBinary.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(["ơ", "ộ", "ợ", "ữ"].contains { result.output.contains($0) }, "\(result.output)")
    #expect(!result.output.contains("USAGE"))
  }

  @Test(arguments: [
    ["--lang", "xx", "check", "."], ["--jobs", "0", "check", "."], ["--lang", "vi", "chek"],
  ])
  func whatStandsFirstIsCheckedAsWell(arguments: [String]) throws {
    #expect(try BuiltBinary.run(arguments).status == 64)
  }

  @Test func theVersionIsSaid() throws {
    let result = try BuiltBinary.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.split(separator: ".").count >= 2)
  }
}
