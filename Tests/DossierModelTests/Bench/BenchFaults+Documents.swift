import DossierModel

/// Faults of single documents: their metadata, what they hold, what they say.
extension BenchFault {
  static let metadata: [BenchFault] = [
    BenchFault("created after issue", .metadataCreatedAfterIssue) { dossier in
      let path = dossier.itemPath("plan")
      dossier.change = { $0.set(path, .created, "2023-05-01T03:00:00Z") }
    },
    BenchFault("changed after issue", .metadataModifiedAfterIssue) { dossier in
      let path = dossier.itemPath("report")
      dossier.change = { $0.set(path, .modified, "2024-02-01T03:00:00Z") }
    },
    BenchFault("one second of creation", .metadataSharedOrigin) { dossier in
      let paths = [0, 1, 9].map { dossier.evidencePath(dossier.evidence[$0]) }
      dossier.change = { fixture in
        for path in paths { fixture.set(path, .created, "2020-01-01T00:00:07Z") }
      }
    },
  ]

  static let documents: [BenchFault] = [
    BenchFault("locked evidence", .documentEncrypted) { dossier in
      let path = dossier.evidencePath(dossier.evidence[0])
      dossier.change = { $0.damage(path, .encryptedOLE) }
    },
    BenchFault("a scanned page", .documentNoText) { _ in },
    BenchFault("macros", .documentMacros) { $0.flag(.macros) },
    BenchFault("open changes", .documentTrackedChanges) { $0.flag(.trackedChanges) },
    BenchFault("comments", .documentComments) { $0.flag(.comments) },
    BenchFault("links outside", .documentExternalLinks) { $0.flag(.externalLinks) },
    BenchFault("two readings", .documentAmbiguous) { $0.flag(.ambiguousContainer) },
    BenchFault("TCVN3", .documentLegacyEncoding) {
      $0.evidence[9].extra = "Céng hoµ x· héi chñ nghÜa viÖt nam. §éc lËp - Tù do - H¹nh phóc"
      $0.encoding = .composed
    },
  ]

  static let texts: [BenchFault] = [
    BenchFault("two counts", .textContradiction) {
      $0.school.reportExtra = [
        "Có 6 cá nhân được UBND huyện tặng Giấy khen.",
        "Trong năm, 3 viên chức được nhận giấy khen của UBND huyện.",
      ]
    },
    BenchFault("a heading left out", .textHeadingGap) { $0.school.skipsHeading = true },
    BenchFault("annex without number", .textAppendixDangling) {
      $0.school.reportExtra = ["Kết quả chi tiết (có phụ lục kèm theo)."]
    },
    BenchFault("annex 2", .textAppendixDangling) {
      $0.school.reportExtra = ["Danh sách cụ thể tại Phụ lục 2 kèm theo báo cáo này."]
    },
    BenchFault("percent", .textPercentWithoutCount) {
      $0.school.reportExtra = ["100% thành viên hoàn thành chương trình bồi dưỡng."]
    },
    BenchFault("citation form", .textCitationForm) {
      $0.school.reportExtra = [
        "Thực hiện Công văn số 1455/UBND- GDĐT ngày 22/12/2023 của UBND huyện."
      ]
    },
    BenchFault("archive line", .textCitationForm) { $0.school.hasCopyLine = "- Lưu VT." },
    BenchFault("half-decomposed", .textUnnormalized) { $0.encoding = .half },
  ]
}

extension BenchDossier {
  mutating func flag(_ flag: DocumentFlag) {
    let path = evidencePath(evidence[0])
    change = { fixture in fixture.edit(path) { $0.metadata.flags.insert(flag) } }
  }
}

extension DossierFixture {
  mutating func edit(_ path: String, _ change: (inout IndexedFile) -> Void) {
    // Paths are compared as a person reads them: the bench encodes them in several ways.
    guard let place = files.firstIndex(where: { $0.path == path }) else { return }
    change(&files[place])
  }

  mutating func damage(_ path: String, _ reason: UnreadableReason?) {
    edit(path) { file in
      file.problem = reason.map { ReadProblem($0) }
      file.hasText = false
      file.facts = DocumentFacts()
      if reason == .encryptedOLE { file.format = .ole }
    }
  }

  mutating func set(_ path: String, _ field: MetadataField, _ text: String) {
    edit(path) { $0.metadata.fields[field] = BenchDossier.moment(text) }
  }
}
