internal import PackageModel

/// A place between versions: before all, just before or just after one, or after all.
enum VersionCut: Hashable, Sendable {
  case start
  case before(String)
  case after(String)
  case end
}

/// The versions between two cuts.
struct VersionInterval: Hashable, Sendable {
  var lower: VersionCut
  var upper: VersionCut

  static let all = VersionInterval(lower: .start, upper: .end)
}

/// Sets of versions as requirements write them, and what OSV's events make of them.
struct VersionIntervals: Sendable {
  /// Whether the first of two versions is before the second; `nil` where one of them is no version.
  let isBefore: @Sendable (String, String) -> Bool?
  /// A version that is after the given one and before every other that is published.
  let next: @Sendable (String) -> String

  /// The versions that both have; `nil` if there are none, or no order.
  func intersection(_ left: VersionInterval, _ right: VersionInterval) -> VersionInterval? {
    guard let lowerIsLeft = precedes(right.lower, left.lower),
      let upperIsLeft = precedes(left.upper, right.upper)
    else { return nil }
    let result = VersionInterval(
      lower: lowerIsLeft ? left.lower : right.lower, upper: upperIsLeft ? left.upper : right.upper)
    return precedes(result.lower, result.upper) == true && result.lower != result.upper ? result : nil
  }

  /// The versions that none of the intervals has, in order; `nil` if some of them have no order.
  func complement(of intervals: [VersionInterval]) -> [VersionInterval]? {
    var sorted: [VersionInterval] = []
    for interval in intervals {
      guard let place = insertion(of: interval, into: sorted) else { return nil }
      sorted.insert(interval, at: place)
    }
    var result: [VersionInterval] = []
    var position = VersionCut.start
    for interval in sorted {
      guard let isGap = precedes(position, interval.lower), let isLonger = precedes(position, interval.upper)
      else { return nil }
      if isGap, position != interval.lower {
        result.append(VersionInterval(lower: position, upper: interval.lower))
      }
      if isLonger { position = interval.upper }
    }
    if position != .end { result.append(VersionInterval(lower: position, upper: .end)) }
    return result
  }

  func range(of interval: VersionInterval) -> AffectedRange {
    var events: [AffectedRange.Event] = []
    switch interval.lower {
    case .start, .end: events.append(.introduced("0"))
    case .before(let version): events.append(.introduced(version))
    case .after(let version): events.append(.introduced(next(version)))
    }
    switch interval.upper {
    case .start, .end: break
    case .before(let version): events.append(.fixed(version))
    case .after(let version): events.append(.lastAffected(version))
    }
    return AffectedRange(events)
  }

  /// By halves, so that a long list costs no more than it has to.
  private func insertion(of interval: VersionInterval, into sorted: [VersionInterval]) -> Int? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      guard let isEarlier = precedes(sorted[middle].lower, interval.lower) else { return nil }
      if isEarlier { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a cut is at or before another.
  private func precedes(_ left: VersionCut, _ right: VersionCut) -> Bool? {
    switch (left, right) {
    case (.start, _), (_, .end): return true
    case (.end, _), (_, .start): return false
    case (.before(let a), .before(let b)), (.after(let a), .after(let b)), (.before(let a), .after(let b)):
      return isBefore(b, a).map { !$0 }
    case (.after(let a), .before(let b)):
      return isBefore(a, b)
    }
  }
}
