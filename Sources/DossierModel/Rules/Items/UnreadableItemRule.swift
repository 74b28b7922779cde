/// A required document is there and nobody can read it.
struct UnreadableItemRule: Rule {
  let codes: [FindingCode] = [.itemUnreadable]

  func findings(in subject: AuditSubject) -> [Finding] {
    subject.profile.items.filter { $0.kind == .document }.compactMap { item in
      guard ItemStates.status(of: item, in: subject) == .unreadable,
        let file = subject.index.files(of: item.id).first,
        let reason = ItemStates.problem(of: file)
      else { return nil }
      let variant = file.isEncrypted ? "encrypted" : (reason == "empty" ? "empty" : nil)
      return Finding(
        .itemUnreadable, path: file.path, item: item.id, variant: variant,
        arguments: [
          "item": .localized(item.title), "reason": .text(reason),
          "format": .text(file.format.rawValue),
        ])
    }
  }
}
