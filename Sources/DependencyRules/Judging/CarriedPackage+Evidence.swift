internal import DependencyAnalysis
internal import FindingModel
internal import PackageModel
internal import RuleModel

extension CarriedPackage {
  /// What programs that read the report get to know of it.
  func evidence(_ flaws: [KnownFlaw], fixedVersion: String?) -> PackageEvidence {
    PackageEvidence(
      ecosystem: package.entry.identity.ecosystem.rawValue, name: package.entry.name,
      version: package.entry.version, path: package.path, reach: package.reach.word,
      flaws: flaws.map { flaw in
        PackageEvidence.Flaw(
          id: flaw.match.advisory.id, aliases: flaw.match.advisory.aliases, severity: flaw.rating.severity,
          score: flaw.rating.score, isExploited: flaw.isExploited)
      }, fixedVersion: fixedVersion)
  }
}

extension Reach {
  fileprivate var word: String {
    switch self {
    case .imported: "imported"
    case .needed: "needed"
    case .notImported: "not-imported"
    case .unknown: "unknown"
    }
  }
}
