/// Which names may differ from another by case or normalization only, told without folding them.
public enum SimilarNames {
  /// Looks at names.
  ///
  /// - Parameters:
  ///   - count: the number of names.
  ///   - name: the bytes of each, without a slash at the end.
  /// - Returns: the numbers of the names that have to be compared, in order: no other one has a twin.
  public static func suspects(count: Int, name: (Int) -> [UInt8]) -> [Int] {
    var sketches = SketchTable(count: count, isASCII: false)
    for number in 0..<count { sketches.add(name(number)[...]) }
    sketches.close()
    guard sketches.hasMeeting else { return [] }
    return (0..<count).filter { sketches.nameMeets($0) }
  }
}
