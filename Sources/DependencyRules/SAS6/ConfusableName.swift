internal import ApplicationModel
internal import DependencyAnalysis
internal import DependencyInventory
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages whose names are easily taken for those of well-known ones.
package struct ConfusableName: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-typosquat", risk: .vulnerableDependencies,
    title: "Package name that resembles a well-known one",
    severity: .high, weaknesses: [1357, 506],
    rationale: """
      Names that differ from a popular one by a slip of the finger are registered to be installed by mistake. Most of \
      them run something when they are installed or loaded, and then do what the real package does, so that nobody \
      notices.
      """,
    blindSpots: """
      Names of npm, PyPI and RubyGems are compared with some hundred that most projects use. A real package may have \
      such a name; those that are known as real are left out. A malicious package with a name of its own is not seen.
      """,
    remediation: Remediation(
      """
      Look up the package: if the other one was meant, remove this one and change all secrets that the machines that \
      installed it could reach; if not, accept it with the reason.
      """,
      snippets: [
        .packageList: """
        npm view <name> repository time.created maintainers
        npm uninstall <name>
        """
      ]),
    references: [
      "https://docs.npmjs.com/threats-and-mitigations",
      "https://github.com/ossf/malicious-packages",
      "https://cwe.mitre.org/data/definitions/1357.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    var told: Set<PackageIdentity> = []
    // What the project asks for was typed by somebody; what came along was typed by somebody else.
    let asked = context.declaredDependencies.filter { $0.declared.requirement.isFromRegistry }
    let declared = asked.map { item -> Verdict in
      let requirement = item.declared.requirement
      guard let likeness = Typosquat.likeness(of: requirement.name, in: requirement.identity.ecosystem)
      else { return .pass }
      guard told.insert(requirement.identity).inserted else { return .pass }
      return verdict(
        requirement.name, likeness, requirement.location, item.functions, by: nil, in: context)
    }
    let carried = context.carriedPackages.map { carried -> Verdict in
      let entry = carried.package.entry
      guard entry.isFromRegistry, !told.contains(entry.identity),
        let likeness = Typosquat.likeness(of: entry.name, in: entry.identity.ecosystem)
      else { return .pass }
      told.insert(entry.identity)
      return verdict(
        entry.name, likeness, entry.location, carried.functions, by: carried.package.path.dropLast().last,
        in: context)
    }
    return declared + carried
  }

  private func verdict(
    _ name: String, _ likeness: Typosquat.Likeness, _ location: SourceLocation, _ functions: [Function],
    by parent: String?, in context: RuleContext
  ) -> Verdict {
    let users =
      functions.isEmpty ? "" : ", for \(functions.enumeration)" + (parent == nil ? "," : "")
    let way = parent.map { ", which '\($0)' asks for," } ?? ""
    // Somebody else's project that has lived with the name is less likely to have mistyped it.
    return .fail([
      finding(
        "'\(name)'\(users)\(way) resembles the well-known '\(likeness.popular)': \(likeness.reason.rawValue). Whoever "
          + "owns the other name runs code wherever it is installed.",
        at: location, of: location.path, functions: functions, advice: Self.metadata.remediation.advice,
        severity: parent == nil ? .high : .medium, confidence: parent == nil ? .medium : .low,
        discriminator: name, in: context)
    ])
  }
}

extension PackageEntry {
  fileprivate var isFromRegistry: Bool {
    if case .registry = source { true } else { false }
  }
}
