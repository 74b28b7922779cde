import ArchiveIO
import DossierModel
import XMLPull

/// A problem on its way out of a reader of parts; it ends as a value of the reading.
struct PartFailure: Error {
  var problem: ReadProblem

  init(_ problem: ReadProblem) { self.problem = problem }

  init(_ error: ArchiveError, part: String?) {
    let reason: UnreadableReason =
      switch error.code {
      case .io, .write: .io
      case .notAnArchive: .notZIP
      case .truncated: .truncated
      case .damaged: .corruptZIP
      case .corruptEntry, .unsupported: .corruptEntry
      case .limit: .tooLarge
      }
    problem = ReadProblem(reason, part: part, detail: error.detail)
  }

  init(_ error: XMLError, part: String?) {
    let reason: UnreadableReason =
      switch error.code {
      case .malformed: .malformedXML
      case .dtdEntity: .dtdEntity
      case .tooLarge: .tooLarge
      }
    problem = ReadProblem(reason, part: part, detail: error.description)
  }
}
