import DossierModel
import Testing

/// Generated dossiers in many wordings, layouts and encodings: clean ones must be found clean, and
/// every planted fault must be found.
@Suite struct BenchTests {
  static var clean: [BenchDossier] {
    var all: [BenchDossier] = []
    for style in 0..<4 {
      for habit in 0..<BenchDossier.habits {
        for encoding in BenchDossier.Encoding.allCases {
          all.append(BenchDossier(style: style, habit: habit, encoding: encoding))
        }
      }
    }
    return all
  }

  private static func isGrave(_ finding: Finding) -> Bool {
    DossierFixture.severities[finding.code] > .note
  }

  private static func line(_ dossier: BenchDossier, _ finding: Finding) -> String {
    "style \(dossier.style) habit \(dossier.habit) \(dossier.encoding): \(finding.code.rawValue) "
      + "\(finding.path ?? "") \(finding.variant ?? "") \(finding.criterion ?? "") "
      + "\(finding.quotes.map(\.text))"
  }

  @Test func cleanDossiersRaiseNothing() {
    for dossier in Self.clean {
      let alarms = dossier.fixture().report().findings.filter(Self.isGrave)
      #expect(alarms.isEmpty, "\(alarms.map { Self.line(dossier, $0) })")
    }
  }

  @Test func everyPlantedFaultIsFound() {
    var rows: [String] = []
    for fault in BenchFault.all {
      var planted = 0
      var found = 0
      var alarms = 0
      for (number, habit) in (0..<BenchDossier.habits).enumerated() {
        let encodings = BenchDossier.Encoding.allCases
        var dossier = BenchDossier(
          style: number % 4, habit: habit, encoding: encodings[number % encodings.count])
        fault.plant(&dossier)
        let findings = dossier.fixture().report().findings
        planted += 1
        let isFound = findings.contains { $0.code == fault.code }
        if isFound { found += 1 }
        #expect(isFound, "\(fault.name): style \(dossier.style) habit \(habit) \(dossier.encoding)")
        let false_ = findings.filter {
          Self.isGrave($0) && $0.code != fault.code && !fault.also.contains($0.code)
        }
        alarms += false_.count
        #expect(false_.isEmpty, "\(fault.name): \(false_.map { Self.line(dossier, $0) })")
      }
      rows.append("\(fault.code.rawValue) | \(fault.name) | \(planted) | \(found) | \(alarms)")
    }
    print((["code | fault | planted | found | false alarms"] + rows).joined(separator: "\n"))
  }

  @Test func everyCodeOfCheckIsPlanted() {
    let checked = Set(Audit.rules.flatMap(\.codes))
    let planted = Set(BenchFault.all.map(\.code))
    #expect(checked.subtracting(planted).subtracting([.nameNotUtf8]).isEmpty)
  }
}
