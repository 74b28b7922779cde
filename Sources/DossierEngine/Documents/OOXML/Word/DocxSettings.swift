import DossierModel
import XMLPull

/// What `settings.xml` tells of how a document was made (ISO/IEC 29500-1 17.15).
final class DocxSettings: XMLHandler {
  private(set) var rsids: [String] = []
  private(set) var rsidRoot: String?
  private(set) var tracksRevisions = false
  private(set) var protection: String?
  private(set) var attachedTemplateID: String?
  private(set) var removesPersonalInformation = false
  private(set) var removesDateAndTime = false
  private(set) var hasMailMerge = false

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .word else { return }
    switch element.tag {
    case .rsidRoot: rsidRoot = element.val
    case .rsid: DocxFindings.add(element.val ?? "", to: &rsids)
    case .trackRevisions: tracksRevisions = element.isOn
    case .documentProtection:
      let enforcement = element.value(.enforcement, .word) ?? "0"
      let isEnforced = ["1", "true", "on"].contains(enforcement)
      let edit = element.value(.edit, .word) ?? "none"
      protection = isEnforced ? edit : "\(edit) (not enforced)"
    case .attachedTemplate: attachedTemplateID = element.value(.id, .officeRelationship)
    case .removePersonalInformation: removesPersonalInformation = element.isOn
    case .removeDateAndTime: removesDateAndTime = element.isOn
    case .mailMerge: hasMailMerge = true
    default: break
    }
  }

  func add(to metadata: inout DocumentMetadata) {
    metadata.note("rsids", unique: rsids)
    if let rsidRoot { metadata.note("rsidRoot", rsidRoot) }
    if tracksRevisions { metadata.note("trackRevisions", "true") }
    if let protection { metadata.note("protection", protection) }
    if removesPersonalInformation { metadata.note("removePersonalInformation", "true") }
    if removesDateAndTime { metadata.note("removeDateAndTime", "true") }
    if hasMailMerge { metadata.note("mailMerge", "true") }
  }
}

/// The people of `people.xml` (MS-DOCX 2.5.1): who an author name stands for.
final class DocxPeople: XMLHandler {
  private(set) var people: [String] = []
  private var author = ""

  func startElement(_ element: borrowing XMLElement) {
    guard element.space == .word2012 else { return }
    switch element.tag {
    case .person:
      author = element.value(.author, .word2012) ?? ""
      DocxFindings.add(author, to: &people)
    case .presenceInfo:
      let user = element.value(.userId, .word2012) ?? ""
      if !user.isEmpty, user != author { DocxFindings.add("\(author): \(user)", to: &people) }
    default: break
    }
  }
}
