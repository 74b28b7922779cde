import ArgumentParser
import DossierCatalog
import DossierEngine
import DossierModel

struct ShowCommand: HosoSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: HelpWords.help("show"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

  @Argument(help: .words("archive"))
  var archive: String

  @Option(help: .words("format-check"))
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  func perform(at desk: Desk) async throws -> ExitStatus {
    let packed = try PackedIndex.read(from: archive)
    switch format {
    case .json: try desk.console.write(packed.json)
    case .html:
      guard let page = packed.page else { throw DossierError(.noIndex, path: archive) }
      try desk.console.write(page)
    case .text: try desk.console.write(text(packed, desk))
    }
    return .yes
  }

  private func text(_ packed: PackedIndex, _ desk: Desk) throws -> String {
    let index = packed.document.index
    let unit = index.unit.map(VisibleText.escaped) ?? desk.text("check.unit-unknown")
    let year = index.year.map(String.init) ?? desk.text("check.year-unknown")
    let verdict = packed.document.check.verdict == "complete" ? "complete" : "incomplete"
    let heading = [
      desk.console.coloured(unit, .strong), VisibleText.escaped(index.profile.title),
      desk.text("check.year", ["year": .text(year)]) + " · "
        + desk.text("show.packed", ["date": .text(date(packed.document.date, desk))]),
      desk.text("check.verdict.\(verdict)") + accepted(packed, desk), "",
    ]
    let rows = index.files.compactMap { file in
      file.archivePath.map {
        IndexText.Row(
          path: $0, item: file.item, criteria: file.criteria, why: file.why, size: file.size)
      }
    }
    let leftOut = index.files.count - rows.count
    let further =
      leftOut == 0 ? [] : [desk.text("show.left-out", ["count": .count(leftOut)])]
    let profile = try ProfileCatalog.builtIn(index.profile.id)
    let note = desk.text("show.from", ["path": .text(VisibleText.escaped(archive))])
    func wrapped(_ texts: [String]) -> String {
      texts.flatMap { DisplayWidth.wrap($0, to: desk.console.width) }.joined(separator: "\n") + "\n"
    }
    return wrapped(heading) + IndexText(desk: desk, profile: profile).rendered(rows)
      + wrapped(further + [note])
  }

  /// The day of packing as people write it.
  private func date(_ text: String, _ desk: Desk) -> String {
    CalendarDate(iso: text).map { Wording.date($0, desk.language) } ?? VisibleText.escaped(text)
  }

  /// How many findings the packer accepted.
  private func accepted(_ packed: PackedIndex, _ desk: Desk) -> String {
    let count = packed.document.check.findings.count { $0.accepted != nil }
    return count == 0 ? "" : " " + desk.text("check.count.accepted", ["count": .count(count)]) + "."
  }
}
