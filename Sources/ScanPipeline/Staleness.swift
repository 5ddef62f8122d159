internal import FindingModel
internal import RuleModel

/// Says when a dated table is too old to rely on for the day of the scan.
enum Staleness {
  /// Days after which the platform has usually announced something new.
  static let limit = 180

  static func notices(asOf day: CalendarDate, runtimes: RuntimeCalendar = .lambda) -> [String] {
    let age = day.days(since: runtimes.asOf)
    guard age > limit else { return [] }
    return [
      "The runtime calendar is of \(runtimes.asOf), \(age) days before the day of this scan; newer runtimes and "
        + "changed dates are not known to it. Update Parapet."
    ]
  }
}
