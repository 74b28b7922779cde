import DossierModel
import XMLPull

// Drawings, and whatever else sets the flow of the text aside.
extension ODFStory {
  func startDrawing(_ element: borrowing XMLElement) {
    if element.tag == .page, paragraphs.isEmpty {
      page += 1
      return
    }
    drawDepth += 1
    switch element.tag {
    case .image, .plugin, .floatingFrame: noteLink(element)
    case .object, .objectOle:
      findings.hasEmbeddedObjects = true
      noteLink(element)
    default: break
    }
    guard let last = paragraphs.indices.last, paragraphs[last].suspensions == 0 else { return }
    suspensions.append(depth)
    beginAside()
  }

  func endDrawing(_ tag: Tag) {
    if tag == .page, paragraphs.isEmpty { return }
    drawDepth = max(0, drawDepth - 1)
    guard suspensions.last == depth else { return }
    suspensions.removeLast()
    let blocks = endAside()
    withParagraph { $0.boxes.append(blocks) }
  }

  /// Sets the flow aside: what follows is a box or a note of the paragraph being read.
  func beginAside() {
    currentBuilder { $0.beginBox() }
    withParagraph { $0.suspensions += 1 }
    outerLists.append(lists)
    lists = ODFLists()
  }

  func endAside() -> [TextBlock] {
    lists = outerLists.popLast() ?? ODFLists()
    withParagraph { $0.suspensions = max(0, $0.suspensions - 1) }
    var blocks: [TextBlock] = []
    currentBuilder { blocks = $0.endBox() }
    return blocks
  }

  func noteLink(_ element: borrowing XMLElement) {
    guard let target = element.value(.href, .link), !target.isEmpty, !target.hasPrefix("#"),
      !target.hasPrefix("./")
    else { return }
    let isOutside =
      target.hasPrefix("/") || target.hasPrefix("..") || target.contains(":")
      || target.hasPrefix("\\")
    guard isOutside else { return }
    findings.hasFetchedLinks = true
    DocxFindings.add("\(element.localName) \(target)", to: &findings.externalTargets)
  }
}
