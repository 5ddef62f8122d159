internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages that were published to attack whoever installs them.
package struct MaliciousPackage: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-malicious-package", risk: .vulnerableDependencies, title: "Malicious package",
    severity: .critical, weaknesses: [506, 1357],
    rationale: """
      Such a package was never meant to do what it says: a stolen maintainer's account or a name made to be \
      confused put it into the registry. Its code runs when it is installed, on developers' machines and in the \
      pipeline, and again in the function with its role and its data.
      """,
    blindSpots: """
      Known packages only, from the local database. Registries remove them within days, so that the version may \
      not be there to install any more: what matters is whether it ever was.
      """,
    remediation: Remediation(
      """
      Remove it, take every secret that the machines and the function could reach for stolen and change it, and \
      look through their logs.
      """,
      snippets: [
        .packageList: """
        npm uninstall <name> && npm ci --ignore-scripts
        npm ls <name>   # nothing may bring it along
        """
      ]),
    references: [
      "https://github.com/ossf/malicious-packages", "https://cwe.mitre.org/data/definitions/506.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let deployed = context.carriedPackages.map { ($0, "") }
    let others = context.developmentThreats.map {
      ($0, " It is not deployed, but it is there where the function is built.")
    }
    return (deployed + others).map { carried, remark in
      let matches = carried.package.matches.filter { $0.exemption == nil && $0.advisory.isMalicious }
      guard !matches.isEmpty else { return .pass }
      let flaws = matches.map(KnownFlaw.init).sorted { $0.precedes($1) }
      let upgrade = UpgradeAdvice(carried.package, matches.map(\.affected))
      var finding = finding(
        "\(carried.subjectPhrase) is malicious: \(KnownFlaw.names(flaws)). Whoever published it runs code "
          + "wherever it is installed or loaded.\(remark) \(upgrade.sentence)", about: carried,
        advice: Self.metadata.remediation.advice, references: flaws.flatMap(\.references),
        discriminator: carried.package.entry.identity.name, in: context)
      finding.package = carried.evidence(flaws, fixedVersion: upgrade.version)
      return .fail([finding])
    }
  }
}

extension KnownFlaw {
  /// `MAL-2022-1 (…: credentials are sent away)`.
  static func names(_ flaws: [KnownFlaw]) -> String {
    flaws.prefix(3).map { flaw in
      let summary = flaw.match.advisory.summary
      return summary.isEmpty ? flaw.name : "\(flaw.name): \(summary.prefix(160))"
    }.joined(separator: "; ")
  }
}
