internal import FindingModel

/// When blocking begins: a day, or a second of it, in UTC.
package struct EnforcementInstant: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// - Parameter text: `2026-12-15`, which is its first second, or `2026-12-15T08:30:00Z`.
  package init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let epoch = CalendarDate("1970-01-01"), let day = CalendarDate(String(parts[0])),
      let time = parts.count == 1 ? 0 : Self.seconds(ofTime: parts[1])
    else { return nil }
    seconds = Int64(day.days(since: epoch)) * 86_400 + time
  }

  /// - Parameter text: `08:30:00Z`.
  private static func seconds(ofTime text: Substring) -> Int64? {
    guard text.utf8.last == UInt8(ascii: "Z") else { return nil }
    let fields = text.dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard fields.count == 3, fields.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) }),
      let hour = Int64(fields[0]), let minute = Int64(fields[1]), let second = Int64(fields[2]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}

extension EnforcementInstant: CustomStringConvertible {
  /// As ``init(_:)`` reads it; a whole day without a time.
  package var description: String {
    var days = seconds / 86_400
    var rest = seconds % 86_400
    if rest < 0 {
      rest += 86_400
      days -= 1
    }
    let day = Self.day(days)
    if rest == 0 { return day }
    func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Counts in eras of 400 years whose years begin in March, so that the leap day comes last.
  private static func day(_ days: Int64) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func digits(_ value: Int64, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
