package import PackageModel

/// Who wrote a record.
package struct AdvisorySource: Hashable, Sendable {
  /// `GHSA`, `PYSEC`, `GO` of records in OSV's form, and a name for each other collection.
  package let name: String

  package init(_ name: String) { self.name = name }

  static let rubySec = AdvisorySource("RubySec")
  static let nodeWorkingGroup = AdvisorySource("Node.js working group")
  static let retireLibraries = AdvisorySource("retire.js browser libraries")
  static let retirePackages = AdvisorySource("retire.js npm packages")

  /// The database that gave a record of OSV its id, `PYSEC` of `PYSEC-2021-1`.
  static func osv(id: String) -> AdvisorySource {
    AdvisorySource(String(id.split(separator: "-", maxSplits: 1).first ?? "OSV"))
  }

  /// Whose word counts where several describe the same flaw of a package: the smallest.
  ///
  /// Those that keep the packages of one ecosystem know its symbols and module paths, GitHub reviews all; the
  /// collections that are no longer kept, or that describe files rather than packages, come last.
  package var rank: Int {
    switch name {
    case "MAL", "GO": 0
    case "GHSA": 1
    case "PYSEC", Self.rubySec.name: 2
    case Self.nodeWorkingGroup.name: 4
    case Self.retirePackages.name: 5
    case Self.retireLibraries.name: 6
    default: 3
    }
  }
}

/// What one document says.
package struct AdvisoryReading: Sendable {
  package struct Record: Sendable {
    package let source: AdvisorySource
    /// What the source tells its records apart by: the id, but RubySec has a record for each gem of a flaw.
    package let key: String
    package var advisory: Advisory

    package init(_ source: AdvisorySource, _ advisory: Advisory, key: String? = nil) {
      self.source = source
      self.key = key ?? advisory.id
      self.advisory = advisory
    }
  }

  package var records: [Record] = []
  /// Records by source, as the source counts: the entries of retire.js may share an advisory.
  package var counts: [AdvisorySource: Int] = [:]
  package var skipped: [AdvisorySource: [SkipReason: Int]] = [:]
  /// One sentence for every record that was refused or of which a part was left out.
  package var problems: [String] = []

  package init() {}
}

/// Why a good record is of no use here.
package enum SkipReason: Hashable, Sendable {
  /// Of packages that Parapet does not read.
  case ecosystem(String)
  /// Of Node.js itself or what it is built from, not of a package.
  case platform
  /// Only commits of a repository, no package.
  case noPackage
}

extension SkipReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ecosystem(let name): "of the ecosystem \(name)"
    case .platform: "of Node.js itself, not of a package"
    case .noPackage: "of no package"
    }
  }
}
