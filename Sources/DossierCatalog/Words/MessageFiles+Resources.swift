extension MessageFiles {
  /// The words of a family.
  static func messageBytes(_ family: String) -> [UInt8]? {
    switch family {
    case "item": PackageResources.messages_item_yaml
    case "criterion": PackageResources.messages_criterion_yaml
    case "evidence": PackageResources.messages_evidence_yaml
    case "file": PackageResources.messages_file_yaml
    case "score": PackageResources.messages_score_yaml
    case "date": PackageResources.messages_date_yaml
    case "notation": PackageResources.messages_notation_yaml
    case "metadata": PackageResources.messages_metadata_yaml
    case "document": PackageResources.messages_document_yaml
    case "text": PackageResources.messages_text_yaml
    case "name": PackageResources.messages_name_yaml
    case "bag": PackageResources.messages_bag_yaml
    case "entry": PackageResources.messages_entry_yaml
    case "archive": PackageResources.messages_archive_yaml
    default: nil
    }
  }

  /// The teaching texts of a family.
  static func explanationBytes(_ family: String) -> [UInt8]? {
    switch family {
    case "item": PackageResources.explain_item_yaml
    case "criterion": PackageResources.explain_criterion_yaml
    case "evidence": PackageResources.explain_evidence_yaml
    case "file": PackageResources.explain_file_yaml
    case "score": PackageResources.explain_score_yaml
    case "date": PackageResources.explain_date_yaml
    case "notation": PackageResources.explain_notation_yaml
    case "metadata": PackageResources.explain_metadata_yaml
    case "document": PackageResources.explain_document_yaml
    case "text": PackageResources.explain_text_yaml
    case "name": PackageResources.explain_name_yaml
    case "bag": PackageResources.explain_bag_yaml
    case "entry": PackageResources.explain_entry_yaml
    case "archive": PackageResources.explain_archive_yaml
    default: nil
    }
  }
}
