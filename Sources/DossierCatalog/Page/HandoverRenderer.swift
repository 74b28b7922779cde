public import DossierModel
import QRCode

/// Draws the hand-over minutes that are signed on paper: paper then binds the bytes.
public struct HandoverRenderer: Sendable {
  private let catalog: Catalog

  /// Makes a renderer that takes its words from a catalogue.
  public init(catalog: Catalog) { self.catalog = catalog }

  /// One A4 page in the form of minutes (Nghị định 30/2020/NĐ-CP, Phụ lục III), in Vietnamese with
  /// a line of English under each heading where the language is English.
  ///
  /// - Parameters:
  ///   - archive: the archive's file name.
  ///   - sha256: its SHA-256, 64 hexadecimal digits.
  ///   - files: the number of files of the dossier.
  ///   - size: the size of the archive in bytes.
  ///   - unit: the unit's name, or nothing to leave a line for it.
  ///   - year: the assessed year.
  ///   - profile: the profile it was judged by.
  ///   - report: what the check says of it.
  ///   - date: the date of packing.
  ///   - language: the reader's language.
  /// - Throws: what the template library throws for a wrong template, which a test rules out.
  public func page(
    archive: String, sha256: String, files: Int, size: Int64, unit: String?, year: Int?,
    profile: Profile, report: CheckReport, date: CalendarDate, language: Language
  ) throws -> String {
    var context: [String: Any] = [
      "t": labels(language), "language": Markup(trusted: language.rawValue),
      "css": Markup(trusted: Self.style), "archive": Markup(text: archive),
      "files": Markup(text: Wording.number(files, language)),
      "size": Markup(text: Wording.size(size, language)),
      "bytes": Markup(text: "\(Wording.number(Int(size), language)) byte"),
      "profile": Markup(text: profile.title[language]),
      "date": Markup(text: Wording.date(date, language)),
      "state": Markup(text: state(report, profile, language)),
      "groups": Hex.groups(sha256).map { ["digits": Markup(text: $0)] },
      "year": Markup(text: year.map(String.init) ?? "……"),
    ]
    // Long names in smaller type, so that the minutes stay one sheet of paper.
    context["isLong"] = max(unit?.count ?? 0, archive.count / 2) > Self.longName
    context["unit"] = unit.map { Markup(text: $0) }
    if let code = QRCode("sha256:\(sha256)") {
      context["code"] = [
        "side": Markup(code.size + 8), "path": Markup(trusted: code.path()),
      ]
    }
    return try Templates().render("handover", context)
  }

  /// The verdict, and with what reservations.
  private func state(_ report: CheckReport, _ profile: Profile, _ language: Language) -> String {
    let reservations = Reservations(report, profile)
    var parts = [catalog.text("handover.state.\(report.verdict.rawValue)", language)]
    if reservations.accepted > 0 {
      parts.append(
        catalog.text("handover.accepted", language, ["count": .count(reservations.accepted)]))
    }
    if reservations.unread > 0 {
      parts.append(
        catalog.text("handover.unread", language, ["count": .count(reservations.unread)]))
    }
    return parts.joined(separator: "; ")
  }

  /// From so many characters of a unit's name on, or twice as many of a file's, it is long.
  private static let longName = 50

  private func labels(_ language: Language) -> [String: Any] {
    var labels: [String: Any] = [:]
    for key in catalog.keys(family: "handover") {
      let name = key.dropFirst("handover.".count).map { $0 == "." || $0 == "-" ? "_" : $0 }
      labels[String(name)] = Markup(text: catalog.text(key, language))
    }
    return labels
  }

  private static var style: String {
    String(decoding: PackageResources.handover_css, as: UTF8.self)
  }
}
