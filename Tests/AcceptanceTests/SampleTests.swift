import Foundation
import TestSupport
import Testing

/// Runs the built binary on every sample and compares what it says with the files beside it.
struct SampleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let command: String
    let status: Int32
    var testDescription: String { "\(command) \(name)" }
    /// The golden files stand beside the sample: inside it they would be files of the dossier.
    var stem: String { name.hasSuffix(".zip") ? String(name.dropLast(4)) : name }
  }

  static let samples = [
    Sample(name: "complete", command: "check", status: 0),
    Sample(name: "missing-minutes", command: "check", status: 1),
    Sample(name: "wrong-sum", command: "check", status: 1),
    Sample(name: "tampered.zip", command: "verify", status: 1),
  ]

  @Test(arguments: samples)
  func saysInVietnameseWhatIsExpected(sample: Sample) throws {
    let result = try BuiltBinary.run(
      [sample.command, sample.name, "--lang", "vi"], in: Places.samples.path)
    #expect(result.status == sample.status, "\(result.errors)")
    let golden = Places.samples.appending(path: "\(sample.stem).expected.txt")
    let difference = differenceFromGolden(result.output, file: golden)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: samples)
  func saysInJSONWhatIsExpected(sample: Sample) throws {
    let result = try BuiltBinary.run(
      [sample.command, sample.name, "--lang", "vi", "--format", "json"], in: Places.samples.path)
    #expect(result.status == sample.status, "\(result.errors)")
    let golden = Places.samples.appending(path: "\(sample.stem).expected.json")
    let difference = differenceFromGolden(result.output, file: golden)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: samples.filter { $0.command == "check" }, ["vi", "en"])
  func drawsThePageThatIsExpected(sample: Sample, language: String) throws {
    let result = try BuiltBinary.run(
      [sample.command, sample.name, "--lang", language, "--format", "html"],
      in: Places.samples.path)
    #expect(result.status == sample.status, "\(result.errors)")
    guard language == "vi" else {
      // Both languages stand in the page; the choice only says which is shown first.
      #expect(result.output.contains("<html lang=\"en\">"))
      return
    }
    let golden = Places.samples.appending(path: "\(sample.stem).expected.html")
    let difference = differenceFromGolden(result.output, file: golden)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func aCompleteDossierHasNoErrorAndNoWarning() throws {
    let result = try BuiltBinary.run(
      ["check", "complete", "--strict", "--format", "json"], in: Places.samples.path)
    #expect(result.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(result.outputBytes))
    let findings = try #require((object as? [String: Any])?["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { $0["severity"] as? String == "note" })
  }

  @Test func theSamplesAreSmall() throws {
    let enumerator = FileManager.default.enumerator(
      at: Places.samples, includingPropertiesForKeys: [.fileSizeKey])
    let files = try #require(enumerator).compactMap { $0 as? URL }
    let size = try files.reduce(0) {
      $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    }
    #expect(size < 2_000_000)
  }
}
