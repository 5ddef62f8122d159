package import FindingModel

/// Who knows advisories: a database, or what a test knows.
package protocol AdvisoryProvider: Sendable {
  /// Advisories in force, one for each flaw, in a fixed order; none where the source cannot be read.
  func knownAdvisories(for identity: PackageIdentity) -> [Advisory]
  func knownExploit(of advisory: Advisory) -> KnownExploit?
  /// What a reader has to know of the source on a day: that it is old, or a selection; `nil` for nothing.
  func notice(asOf day: CalendarDate) -> String?
}
