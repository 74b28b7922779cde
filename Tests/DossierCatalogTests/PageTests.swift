import DossierModel
import Foundation
import TestSupport
import Testing

@testable import DossierCatalog

@Suite struct PageTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test(arguments: Language.allCases)
  func thePageIsAsItWas(language: Language) throws {
    let page = try PageRenderer.page(
      PageFixtures.input(language: language), catalog: Catalog.load())
    let file = Self.golden.appending(path: "page-\(language.rawValue).html")
    #expect(differenceFromGolden(page, file: file) == nil)
  }
}
