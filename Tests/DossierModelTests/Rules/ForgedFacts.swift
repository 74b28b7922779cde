import DossierModel

extension PointStatement {
  /// Points that a document states.
  static func forged(_ subject: Subject, _ points: Int, _ maximum: Int? = nil) -> PointStatement {
    PointStatement(
      subject: subject, points: Points(points), maximum: maximum.map { Points($0) },
      quote: "\(points) điểm")
  }
}

extension Citation {
  /// A citation of a decision that the good dossier does not hold.
  static func decision(criterion: String? = nil, symbol: String = "QĐ-THHM") -> Citation {
    Citation(
      typeAbbreviation: "QĐ",
      notation: Notation(written: "38/\(symbol)", number: 38, symbol: symbol),
      date: CalendarDate(year: 2023, month: 9, day: 12),
      title: "thành lập Hội đồng tự đánh giá", isLegalAct: false, criterion: criterion,
      quote: "Quyết định số 38/\(symbol) ngày 12/9/2023")
  }
}
