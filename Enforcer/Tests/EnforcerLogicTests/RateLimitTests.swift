import Testing

@testable import EnforcerLogic

@Suite struct RateLimitTests {
  private func taken(from bucket: inout UInt64, now: UInt64, times: Int) -> Int {
    var count = 0
    for _ in 0..<times {
      guard let next = RateLimit.taking(from: bucket, now: now) else { continue }
      bucket = next
      count += 1
    }
    return count
  }

  @Test func allowsABurstAndThenARate() {
    var bucket: UInt64 = 0
    let start: UInt64 = 1_700_000_000_000
    #expect(taken(from: &bucket, now: start, times: 1000) == Int(RateLimit.burst))
    #expect(taken(from: &bucket, now: start + 1000, times: 1000) == Int(RateLimit.perSecond))
    #expect(taken(from: &bucket, now: start + 10 * 3_600_000, times: 1000) == Int(RateLimit.burst))
  }

  @Test func allowsProgramsOfTheFunctionLess() {
    let start: UInt64 = 1_700_000_000_000
    var bucket = RateLimit.bucketOfChild(now: start)
    #expect(taken(from: &bucket, now: start, times: 100) == Int(RateLimit.burstOfChildren))
    #expect(taken(from: &bucket, now: start + 1000, times: 100) == Int(RateLimit.perSecond))
  }

  @Test func survivesAClockThatGoesBack() {
    var bucket: UInt64 = 0
    #expect(taken(from: &bucket, now: 5_000_000, times: 10) == 10)
    #expect(taken(from: &bucket, now: 1000, times: 1000) == Int(RateLimit.burst) - 10)
  }
}
