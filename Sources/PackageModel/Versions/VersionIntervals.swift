/// Intervals of Maven and NuGet: `[1.0,2.0)`, `(,1.5]`, `[1.2]`, several of them after commas.
struct VersionIntervals<Bound: Comparable & Sendable>: Sendable {
  /// One of these must hold, and of it every bound.
  private let alternatives: [[Comparison<Bound>]]

  init?(_ scanner: inout VersionScanner, bound: (inout VersionScanner) -> Bound?) {
    var alternatives: [[Comparison<Bound>]] = []
    repeat {
      scanner.skipSpaces()
      guard alternatives.count < VersionRequirement.conditionLimit,
        let interval = Self.interval(&scanner, bound: bound)
      else { return nil }
      alternatives.append(interval)
      scanner.skipSpaces()
    } while scanner.take(",")
    self.alternatives = alternatives
  }

  func allows(_ version: Bound) -> Bool {
    alternatives.contains { $0.allSatisfy { $0.allows(version) } }
  }

  /// The one version between brackets, `[1.2]`.
  var exact: Bound? {
    guard alternatives.count == 1, alternatives[0].count == 1, alternatives[0][0].relation == .equal else {
      return nil
    }
    return alternatives[0][0].bound
  }

  private static func interval(
    _ scanner: inout VersionScanner, bound: (inout VersionScanner) -> Bound?
  ) -> [Comparison<Bound>]? {
    let includesLower = scanner.take("[")
    guard includesLower || scanner.take("(") else { return nil }
    scanner.skipSpaces()
    var lower: Bound?
    if scanner.next != UInt8(ascii: ",") {
      guard let found = bound(&scanner) else { return nil }
      lower = found
      scanner.skipSpaces()
    }
    guard scanner.take(",") else {
      guard includesLower, scanner.take("]"), let lower else { return nil }
      return [Comparison(.equal, lower)]
    }
    scanner.skipSpaces()
    var upper: Bound?
    if scanner.next != UInt8(ascii: "]"), scanner.next != UInt8(ascii: ")") {
      guard let found = bound(&scanner) else { return nil }
      upper = found
      scanner.skipSpaces()
    }
    let includesUpper = scanner.take("]")
    guard includesUpper || scanner.take(")") else { return nil }
    // An interval in which no version can lie is a mistake.
    if let lower, let upper, upper < lower || upper == lower && !(includesLower && includesUpper) {
      return nil
    }
    return [
      lower.map { Comparison(includesLower ? .greaterOrEqual : .greater, $0) },
      upper.map { Comparison(includesUpper ? .lessOrEqual : .less, $0) },
    ].compactMap(\.self)
  }
}

extension VersionScanner {
  /// The text of a bound: up to a comma, a bracket or a space.
  mutating func takeBound() -> VersionScanner {
    let text = take { !$0.isWhitespace && !",[]()".utf8.contains($0) }
    return VersionScanner(String(decoding: text, as: UTF8.self))
  }
}
