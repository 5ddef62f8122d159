/// Who knows advisories: a database, or what a test knows.
package protocol AdvisorySource: Sendable {
  /// Advisories in force, one for each flaw, in a fixed order.
  func advisories(for identity: PackageIdentity) -> [Advisory]
  /// What is known of attacks, by any of an advisory's names.
  func exploitation(of names: [String]) -> Exploitation?
}

/// What is known of attacks that use a flaw.
package struct Exploitation: Hashable, Sendable {
  /// The day it entered CISA's catalogue of known exploited vulnerabilities, `2021-12-10`; `nil` if it is not in it.
  package let knownSince: String?
  /// EPSS's probability that it is exploited within thirty days, 0 to 1.
  package let probability: Double?

  package init(knownSince: String?, probability: Double?) {
    self.knownSince = knownSince
    self.probability = probability
  }
}
