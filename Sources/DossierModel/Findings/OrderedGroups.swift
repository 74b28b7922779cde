extension Sequence {
  /// The elements by a key, each group where its first one stood.
  ///
  /// - Parameter key: what the elements of a group have in common.
  /// - Returns: the groups, none empty, their elements in order.
  public func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var places: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].append(element)
      } else {
        places[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
