import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel
import Foundation

struct PackCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pack", abstract: HelpWords.help("pack"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case zip
    case tarGzip = "tar.gz"
    case tarZstandard = "tar.zst"
  }

  enum Algorithm: String, ExpressibleByArgument, CaseIterable { case sha256, sha512 }

  @Argument(help: .words("folder"))
  var folder: String

  @Option(name: .shortAndLong, help: .words("output-pack"))
  var output: String

  @Option(help: .words("format-pack"))
  var format: Format?

  @Option(help: .words("algorithm"))
  var algorithm: [Algorithm] = []

  @Flag(help: .words("allow-incomplete"))
  var allowIncomplete = false

  @Option(help: .words("date"))
  var date: String?

  @OptionGroup var judged: JudgingOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    _ = try packingDate()
    if output.isEmpty || output.hasSuffix("/") {
      throw HelpWords.refusal("output")
    }
    if format == nil, let ending = foreignEnding {
      throw HelpWords.refusal("ending", ["ending": .text(ending)])
    }
  }

  func perform(at desk: Desk) async throws -> ExitStatus {
    try DossierPacking.refuseLongName(output)
    let line = ProgressLine(desk)
    defer { line.finish() }
    let examination = try await DossierExamination.look(
      inFolder: folder, options: judged.options(workers: shared.workers, progress: line.handler))
    let packing = DossierPacking(catalog: desk.catalog)
    async let places = packing.places(of: examination)
    let severities = desk.catalog.severities
    let report = LateReport { examination.report(severities: severities, strict: false) }
    // Judging needs no places: it begins while they are laid out.
    async let judged = report.begun()
    if !allowIncomplete, report.value.verdict == .incomplete {
      line.finish()
      let text = CheckText(
        desk: desk, profile: examination.profile, index: examination.index, report: report.value
      ).rendered()
      try desk.console.write(text + desk.text("pack.refused") + "\n")
      return .no
    }
    let former = formerDigest
    let outcome = try await packing.pack(
      examination, places: try await places, report: report, to: output,
      options: try options(progress: line.handler))
    line.finish()
    try desk.console.write(said(outcome, await judged, former: former, desk))
    return .yes
  }

  private func options(progress: ProgressHandler?) throws -> DossierPacking.Options {
    DossierPacking.Options(
      format: (format ?? formatByName ?? .zip).packing,
      algorithms: algorithm.isEmpty
        ? [.sha256] : Set(algorithm.map { $0 == .sha256 ? .sha256 : .sha512 }),
      date: try packingDate(), language: shared.lang ?? .vietnamese, workers: shared.workers,
      progress: progress)
  }

  /// The SHA-256 of an archive that stands there already, as its own file of it says; empty where
  /// there is no such file, nothing where there is no archive.
  private var formerDigest: String? {
    guard FileManager.default.fileExists(atPath: output) else { return nil }
    let text = try? String(contentsOfFile: output + ".sha256", encoding: .utf8)
    return text.map { String($0.drop { $0 == "\\" }.prefix(64)) } ?? ""
  }

  private static let endings: [(ending: String, format: Format)] = [
    (".zip", .zip), (".tar.gz", .tarGzip), (".tgz", .tarGzip), (".tar.zst", .tarZstandard),
  ]

  /// Endings that promise another form than any that is written.
  private static let foreignEndings = [
    ".rar", ".7z", ".tar.xz", ".tar.bz2", ".tar", ".txz", ".tbz2", ".tbz", ".tzst", ".gz", ".zst",
    ".xz", ".bz2", ".zipx", ".cab", ".iso",
  ]

  private var foreignEnding: String? {
    let name = output.lowercased()
    return formatByName == nil ? Self.foreignEndings.first { name.hasSuffix($0) } : nil
  }

  private var formatByName: Format? {
    let name = output.lowercased()
    return Self.endings.first { name.hasSuffix($0.ending) }?.format
  }

  private func packingDate() throws -> CalendarDate {
    if let date { return try Validation.date(date) }
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] ?? ""
    let now = Int(Date().timeIntervalSince1970)
    guard let seconds = epoch.isEmpty ? now : Int(epoch),
      let date = CalendarDate.fromDayNumber(Int((Double(seconds) / 86_400).rounded(.down))),
      (1980...2107).contains(date.year)
    else {
      throw HelpWords.refusal("epoch")
    }
    return date
  }

  private func said(
    _ outcome: DossierPacking.Outcome, _ report: CheckReport, former: String?, _ desk: Desk
  ) -> String {
    let result = outcome.result
    let payload = result.files.reduce(Int64(0)) { $0 + Int64(clamping: $1.size) }
    func size(_ bytes: Int64) -> FindingArgument { .text(Wording.size(bytes, desk.language)) }
    var lines = [
      desk.text(
        "pack.done",
        [
          "path": .text(VisibleText.escaped(result.path)),
          "size": size(Int64(clamping: result.size)),
        ]),
      "  " + desk.text("pack.files", ["count": .count(result.files.count), "size": size(payload)]),
      "  " + desk.text("pack.verified"), "  SHA-256 \(result.sha256)",
    ]
    let named = formatByName?.rawValue ?? foreignEnding
    if let format, let named, named != format.rawValue {
      lines.append(
        "  "
          + desk.text(
            "pack.other-name", ["name": .text(named), "format": .text(format.rawValue)]))
    }
    if let former, former != result.sha256 { lines.append("  " + desk.text("pack.replaced")) }
    if outcome.renamed > 0 {
      lines.append("  " + desk.text("pack.renamed", ["count": .count(outcome.renamed)]))
    }
    lines += outcome.beside.map {
      "  " + desk.text("pack.beside", ["path": .text(VisibleText.escaped($0))])
    }
    if report.verdict == .incomplete { lines.append("  " + desk.text("pack.incomplete")) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension PackCommand.Format {
  /// The form as the engine knows it.
  fileprivate var packing: PackRequest.Format {
    switch self {
    case .zip: .zip
    case .tarGzip: .tarGzip
    case .tarZstandard: .tarZstandard
    }
  }
}
