import Foundation
import Synchronization

/// A list of a document that may have ten thousands of elements: each is made when it is written.
///
/// JSON is the same as an array's. `JSONText` writes it in pieces, so that neither the elements nor
/// what the encoder builds of them stand in memory as a whole.
public struct LongList<Element: Codable & Sendable & JSONWritable>: Codable, Sendable,
  RandomAccessCollection
{
  /// The position behind the last element.
  public let endIndex: Int
  private let element: @Sendable (Int) -> Element

  /// Makes a list whose elements are made on demand.
  ///
  /// - Parameters:
  ///   - count: the number of elements.
  ///   - element: makes the element at a position; the same one whenever it is asked.
  public init(count: Int, _ element: @escaping @Sendable (Int) -> Element) {
    endIndex = count
    self.element = element
  }

  /// Makes a list of elements that are there.
  public init(_ elements: [Element]) {
    self.init(count: elements.count) { elements[$0] }
  }

  /// The position of the first element.
  public var startIndex: Int { 0 }

  /// The element at a position.
  public subscript(position: Int) -> Element { element(position) }

  /// Reads an array.
  public init(from decoder: any Decoder) throws {
    self.init(try [Element](from: decoder))
  }

  /// Writes an array, or the mark of one that is written later.
  public func encode(to encoder: any Encoder) throws {
    if let key = LaterLists.key, let later = encoder.userInfo[key] as? LaterLists {
      var container = encoder.singleValueContainer()
      try container.encode(later.mark(count: count) { try self[$0].write(to: &$1) })
    } else {
      var container = encoder.unkeyedContainer()
      for element in self { try container.encode(element) }
    }
  }
}

/// The long lists of a document that were marked in its text and are still to be written.
final class LaterLists: Sendable {
  /// A list, and how to write the element at a position.
  struct Entry: Sendable {
    var mark: String
    var count: Int
    var write: @Sendable (Int, inout JSONWriter) throws -> Void
  }

  /// Where an encoder keeps them; it is there for any name.
  static let key = CodingUserInfoKey(rawValue: "hoso.later-lists")

  private let entries = Mutex<[Entry]>([])
  // No text of a dossier can hold it by chance or by intent.
  private let secret = UUID().uuidString

  /// Remembers a list.
  ///
  /// - Returns: the text that stands for it.
  func mark(
    count: Int, _ write: @escaping @Sendable (Int, inout JSONWriter) throws -> Void
  ) -> String {
    entries.withLock { entries in
      let mark = "\(secret)-\(entries.count)-"
      entries.append(Entry(mark: mark, count: count, write: write))
      return mark
    }
  }

  /// The lists, in the order in which they were met.
  var all: [Entry] { entries.withLock { $0 } }
}
