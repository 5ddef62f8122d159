internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages that are deployed because a manifest asks for them, and that no code gets to.
package struct UnusedDependency: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-unused-dependency", risk: .vulnerableDependencies,
    title: "Deployed package that no code imports",
    severity: .low, profile: .strict, weaknesses: [1164],
    rationale: """
      What is packaged but never used makes cold starts slower and has flaws all the same: each of its advisories is \
      work, its install scripts run, and whoever gets code into the function finds it there. Often it is a tool that \
      belongs with those for development.
      """,
    blindSpots: """
      Only where all code of all functions that are packaged from the manifest was read to its end. Packages that \
      others load by name (drivers, plugins, types, servers) are left out where they are known as such; one that is \
      loaded by a name made at run time may be reported.
      """,
    remediation: Remediation(
      """
      Remove it from the manifest, or move it to the requirements for development.
      """,
      snippets: [
        .packageList: """
        npm uninstall left-pad
        npm install --save-dev typescript
        """
      ]),
    references: [
      "https://docs.npmjs.com/specifying-dependencies-and-devdependencies-in-a-package-json-file",
      "https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html",
    ])

  private static let formats: Set<PackageListFormat> = [
    .npmManifest, .requirements, .pythonProject, .pipfile,
  ]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let carriers = context.carriers
    let packages = Dictionary(grouping: context.carriedPackages) { $0.package.entry.identity }
    return context.carriedManifests.filter { Self.formats.contains($0.list.format) }.map { manifest in
      let users = carriers.filter { carrier in
        carrier.dependencies.lists.contains { $0.path == manifest.list.path }
      }
      // An import that nobody has seen is no absent import.
      guard !manifest.functions.isEmpty, users.allSatisfy(\.dependencies.isCodeRead) else {
        return .notApplicable
      }
      let used = ImportedAs(users.flatMap(\.dependencies.imports))
      let declared = Set(manifest.list.requirements.map(\.identity.name))
      let unused = manifest.requirements.filter { requirement in
        requirement.scope == .production && !used.contains(requirement)
          && !Self.isLoadedByOthers(requirement, among: declared)
          && !(packages[requirement.identity] ?? []).contains { $0.package.reach.isReached }
      }
      guard let first = unused.first else { return .pass }
      return .fail([
        finding(
          "\(manifest.list.subjectPhrase(for: manifest.functions)) asks for \(unused.map(\.name).enumeration), and no "
            + "code that was read imports \(unused.count == 1 ? "it" : "them"): what nobody uses is deployed, with its "
            + "flaws.", about: manifest.list, functions: manifest.functions, at: first.location,
          advice: Self.metadata.remediation.advice, example: Self.example(first), confidence: .medium,
          in: context)
      ])
    }
  }

  private static func isLoadedByOthers(_ requirement: PackageRequirement, among declared: Set<String>) -> Bool
  {
    let name = requirement.identity.name
    return LoadedByOthers.names.contains(name) || LoadedByOthers.beginnings.contains(where: name.hasPrefix)
      || LoadedByOthers.endings.contains(where: name.hasSuffix)
      || LoadedByOthers.partners.contains { declared.contains($0.key) && $0.value.contains(name) }
  }

  private static func example(_ requirement: PackageRequirement) -> String? {
    requirement.identity.ecosystem == .npm ? "npm uninstall \(requirement.name)" : nil
  }
}
