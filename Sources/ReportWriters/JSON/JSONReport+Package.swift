internal import FindingModel

extension JSONReport.Package {
  init(_ evidence: PackageEvidence) {
    self.init(
      ecosystem: evidence.ecosystem, name: evidence.name, version: OrNull(evidence.version),
      path: evidence.path,
      reach: evidence.reach, flaws: evidence.flaws.map(JSONReport.Flaw.init),
      fixedVersion: OrNull(evidence.fixedVersion))
  }
}

extension JSONReport.Flaw {
  init(_ flaw: PackageEvidence.Flaw) {
    self.init(
      id: flaw.id, aliases: flaw.aliases, severity: flaw.severity.name, score: OrNull(flaw.score),
      exploited: flaw.isExploited)
  }
}
