/// The package that a finding is about, for programs that read reports.
package struct PackageEvidence: Hashable, Sendable {
  /// A flaw that is known of it.
  package struct Flaw: Hashable, Sendable {
    package let id: String
    /// Its other names, sorted.
    package let aliases: [String]
    package let severity: Severity
    /// The base score of CVSS, 0 to 10; `nil` where no vector is known.
    package let score: Double?
    /// Whether it is in a catalogue of exploited flaws.
    package let isExploited: Bool

    package init(id: String, aliases: [String], severity: Severity, score: Double?, isExploited: Bool) {
      self.id = id
      self.aliases = aliases.sorted()
      self.severity = severity
      self.score = score
      self.isExploited = isExploited
    }
  }

  /// The registry, as OSV names it: `npm`, `PyPI`.
  package let ecosystem: String
  package let name: String
  /// `nil` where only a range is known.
  package let version: String?
  /// Names from what the project asks for to the package, both included.
  package let path: [String]
  /// `imported`, `needed`, `not-imported` or `unknown`.
  package let reach: String
  package let flaws: [Flaw]
  /// The smallest version that clears all of them; `nil` where none does.
  package let fixedVersion: String?

  package init(
    ecosystem: String, name: String, version: String?, path: [String], reach: String, flaws: [Flaw],
    fixedVersion: String?
  ) {
    self.ecosystem = ecosystem
    self.name = name
    self.version = version
    self.path = path
    self.reach = reach
    self.flaws = flaws
    self.fixedVersion = fixedVersion
  }
}
