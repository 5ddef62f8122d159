/// What is known of a flaw in packages, in the terms of the OSV schema.
package struct Advisory: Hashable, Sendable {
  package let id: String
  package var aliases: [String] = []
  package var summary: String = ""
  /// Days, `2024-05-01`; `nil` where the source does not say.
  package var published: String?
  package var modified: String?
  package var withdrawn: String?
  /// CVSS vectors as written, any version.
  package var vectors: [String] = []
  /// The word of the source's database, `HIGH`, in upper case.
  package var severityWord: String?
  /// CVSS's base score, 0 to 10, where the source gives a number.
  package var score: Double?
  package var weaknesses: [Int] = []
  package var references: [String] = []
  package var affected: [AffectedPackage] = []

  package init(id: String) {
    self.id = id
  }

  /// Whether the package itself is the attack.
  package var isMalicious: Bool {
    id.hasPrefix("MAL-") || aliases.contains { $0.hasPrefix("MAL-") } || weaknesses.contains(506)
  }
}

/// A package and its versions that have the flaw.
package struct AffectedPackage: Hashable, Sendable {
  package let identity: PackageIdentity
  package var ranges: [AffectedRange] = []
  /// Versions that are affected one by one.
  package var versions: [String] = []
  /// What of the package has the flaw; empty where the source does not say.
  package var symbols: [AffectedSymbols] = []

  package init(_ identity: PackageIdentity) {
    self.identity = identity
  }
}

/// Versions between events, in the order of the ecosystem.
package struct AffectedRange: Hashable, Sendable {
  package enum Event: Hashable, Sendable {
    /// `0` is before all versions.
    case introduced(String)
    case fixed(String)
    case lastAffected(String)
    case limit(String)
  }

  /// In the order of the source.
  package var events: [Event]

  package init(_ events: [Event]) {
    self.events = events
  }
}

/// Functions and methods that have the flaw.
package struct AffectedSymbols: Hashable, Sendable {
  /// What is imported to call them: `golang.org/x/text/language`, `yaml`.
  package let module: String
  /// Empty for everything in the module.
  package let names: [String]

  package init(module: String, names: [String]) {
    self.module = module
    self.names = names
  }
}
