internal import Glibc

/// A moment of the clock that never jumps, in nanoseconds.
package struct Instant: Comparable, Hashable, Sendable {
  let nanoseconds: Int

  static var now: Instant {
    var time = Glibc.timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Instant(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

  static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + duration.nanoseconds)
  }

  static func - (end: Instant, start: Instant) -> Duration {
    .nanoseconds(end.nanoseconds - start.nanoseconds)
  }

  var timespec: Glibc.timespec {
    Glibc.timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
  }
}

extension Duration {
  var nanoseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }

  package var milliseconds: Double { Double(nanoseconds) / 1_000_000 }
}

/// The time of day in UTC.
package struct WallTime: Sendable {
  let milliseconds: Int
  let year: Int
  let month: Int
  let day: Int
  private let clock: String

  package static var now: WallTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return WallTime(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  init(milliseconds: Int) {
    self.milliseconds = milliseconds
    var seconds = milliseconds / 1000
    var parts = tm()
    gmtime_r(&seconds, &parts)
    year = Int(parts.tm_year) + 1900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
    let fraction = String(milliseconds % 1000 + 1000).dropFirst()
    clock =
      [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { String(100 + $0).dropFirst() }.joined(separator: ":") + ".\(fraction)Z"
  }

  var seconds: Int { milliseconds / 1000 }

  func twoDigits(_ number: Int) -> String { String(String(100 + number).dropFirst()) }

  /// `2026-11-30T08:51:00.123Z`.
  package var iso8601: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))T\(clock)" }
}
