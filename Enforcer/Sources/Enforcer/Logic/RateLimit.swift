/// How many events a process and its forks may write: a token bucket in one word, so that it can be shared.
enum RateLimit {
  /// Events in one go, and events a second in the long run.
  static let burst: UInt64 = 64
  static let perSecond: UInt64 = 8

  /// Events in one go of a program that a function started: it has a bucket of its own, and there may be many.
  static let burstOfChildren: UInt64 = 8

  /// A bucket for such a program.
  static func bucketOfChild(now: UInt64) -> UInt64 { (now << 16) | ((burst &- burstOfChildren) &* 1000) }

  /// The bucket after one event at `now`, or nil when the event is one too many.
  ///
  /// - Parameters:
  ///   - bucket: What was returned before; at first 0, a full bucket.
  ///   - now: Milliseconds, of whatever clock.
  static func taking(from bucket: UInt64, now: UInt64) -> UInt64? {
    // Upper bits: when it was looked at; lower 16: thousandths of what has been taken.
    let thousandth: UInt64 = 1000
    let time = bucket >> 16
    var taken = bucket & 0xffff
    let elapsed = now > time ? now &- time : 0
    let returned = elapsed > burst &* thousandth ? taken : elapsed &* perSecond
    taken = returned < taken ? taken &- returned : 0
    guard taken &+ thousandth <= burst &* thousandth else { return nil }
    return (now << 16) | (taken &+ thousandth)
  }
}
