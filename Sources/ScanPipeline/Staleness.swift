internal import FindingModel
internal import RuleCatalog

/// Says when a dated table is too old to rely on for the day of the scan.
enum Staleness {
  /// Days after which there has usually been something new.
  static let limit = 180

  static func notices(asOf day: CalendarDate) -> [String] {
    RuleCatalog.tables.compactMap { table in
      let age = day.days(since: table.asOf)
      guard age > limit else { return nil }
      return
        "The \(table.title) is of \(table.asOf), \(age) days before the day of this scan; \(table.unknown) are not "
        + "known to it. Update Parapet."
    }
  }
}
