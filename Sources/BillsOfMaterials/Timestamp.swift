internal import FindingModel

/// A point in time, to compare statements by.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since the day 2000-01-01 began in UTC; negative before.
  package let seconds: Int
  package let nanoseconds: Int

  /// Reads what RFC 3339 allows: `2024-05-01T08:00:00.25+02:00`.
  ///
  /// - Returns: `nil` for anything else; a fraction's digits beyond the ninth do not count.
  package init?(_ text: String) {
    let text = text.uppercased()
    guard let separator = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      let day = CalendarDate(String(text[..<separator])), let origin = CalendarDate("2000-01-01")
    else { return nil }
    let time = text[text.index(after: separator)...]
    guard let zoneStart = time.firstIndex(where: { "Z+-".contains($0) }),
      let offset = Self.offset(time[zoneStart...])
    else { return nil }
    let parts = time[..<zoneStart].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let clock = Self.fields(parts[0], count: 3), clock[0] < 24, clock[1] < 60, clock[2] <= 60 else {
      return nil
    }
    if parts.count == 2 {
      let digits = parts[1].prefix(9)
      guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(Self.isDigit), let value = Int(digits) else {
        return nil
      }
      nanoseconds = (digits.count..<9).reduce(value) { value, _ in value * 10 }
    } else {
      nanoseconds = 0
    }
    seconds = day.days(since: origin) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2] - offset
  }

  /// The beginning of a day, as the formats write it.
  static func text(of day: CalendarDate) -> String { "\(day)T00:00:00Z" }

  /// Seconds east of UTC.
  private static func offset(_ zone: Substring) -> Int? {
    if zone == "Z" { return 0 }
    guard let fields = fields(zone.dropFirst(), count: 2), fields[0] < 24, fields[1] < 60 else { return nil }
    return (zone.hasPrefix("-") ? -1 : 1) * (fields[0] * 3600 + fields[1] * 60)
  }

  /// Numbers of two digits between colons.
  private static func fields(_ text: Substring, count: Int) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == count, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    return parts.compactMap { Int($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
