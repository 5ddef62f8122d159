package import FindingModel

/// What the reader of a report has to know of the table of packages' support.
package enum PackageSupport {
  /// The day the table was made.
  package static var asOf: CalendarDate { SupportCalendar.packages.asOf }
}
