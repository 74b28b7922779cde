import DossierModel

/// What a page is drawn from.
struct PageInput {
  /// What the check found.
  let report: CheckReport
  /// The dossier.
  let index: DossierIndex
  /// The profile it was judged by.
  let profile: Profile
  /// The language shown first.
  let language: Language
  /// The particulars of packing; nothing for a dossier that is not packed.
  let packing: PageRenderer.Packing?
}
