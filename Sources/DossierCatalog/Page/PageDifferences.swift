import DossierModel

/// Where the score sheet, the report and the minutes state different points.
///
/// It rests on what the check found, never on a reading of its own: a page that saw a difference
/// where the check sees none would contradict its verdict.
struct PageDifferences {
  let input: PageInput
  let words: PageWords

  private static let roles: [DossierItem.Role] = [.scoreSheet, .report, .minutes]

  /// The rows of the template, one a total, group or criterion on which they differ.
  var rows: [[String: Any]] {
    let found = stated
    let codes = [""] + input.profile.allCriteria.map(\.code)
    return codes.compactMap { code in found[code].map { row(code, $0) } }
  }

  /// The points that disagree by code and role; the total under the empty code.
  private var stated: [String: [DossierItem.Role: Points]] {
    var found: [String: [DossierItem.Role: Points]] = [:]
    for finding in input.report.findings where finding.code == .scoreDisagreement {
      let code = finding.criterion ?? ""
      for side in ["first", "second"] {
        guard case .points(let points)? = finding.arguments[side],
          case .text(let path)? = finding.arguments[side + "File"], let role = role(of: path)
        else { continue }
        found[code, default: [:]][role] = found[code]?[role] ?? points
      }
    }
    // Two readings of one document differ too, but there is nothing to set beside them.
    return found.filter { $0.value.count > 1 }
  }

  private func role(of path: String) -> DossierItem.Role? {
    let file = input.index.files.first { $0.path.utf8.elementsEqual(path.utf8) }
    return file?.placement.item.flatMap { input.profile.item($0)?.role }
  }

  private func row(_ code: String, _ found: [DossierItem.Role: Points]) -> [String: Any] {
    let criterion = input.profile.criterion(code)
    let maximum = code.isEmpty ? input.profile.scoring?.maximum : criterion?.maximum
    let title =
      code.isEmpty
      ? words.both("page.total").html
      : "<span class=code>\(Markup(text: code).html)</span> \(words.title(ofCriterion: code).html)"
    let first = Self.roles.lazy.compactMap { found[$0] }.first
    let cells = Self.roles.map { role -> [String: Any] in
      guard let points = found[role] else { return ["value": agreeing(role, code, found)] }
      var cell: [String: Any] = ["value": words.points(points), "differs": points != first]
      if let maximum { cell["bar"] = Markup(text: PageScore.percent(points, of: maximum)) }
      return cell
    }
    return ["what": Markup(trusted: title), "cells": cells]
  }

  /// The check names each differing value once: a document that repeats one of them is shown with
  /// it where it states it plainly.
  private func agreeing(
    _ role: DossierItem.Role, _ code: String, _ found: [DossierItem.Role: Points]
  ) -> Markup {
    let none = Markup(text: "–")
    guard let item = input.profile.items.first(where: { $0.role == role }) else { return none }
    let known = Set(found.values)
    for file in input.index.files(of: item.id) {
      for statement in file.facts.points where known.contains(statement.points) {
        switch statement.subject {
        case .total where code.isEmpty: return words.points(statement.points)
        case .criterion(let named) where named == code: return words.points(statement.points)
        default: continue
        }
      }
    }
    return none
  }
}
