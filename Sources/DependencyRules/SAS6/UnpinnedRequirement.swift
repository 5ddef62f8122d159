internal import ApplicationModel
package import FindingModel
internal import PackageModel
package import RuleModel

/// Requirements that take whatever will have been published on the day of the build.
package struct UnpinnedRequirement: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-unpinned", risk: .vulnerableDependencies,
    title: "Requirements without an upper end or a lockfile",
    severity: .medium, weaknesses: [1357, 494], peers: ["scorecard:Pinned-Dependencies"],
    rationale: """
      A name alone, `*`, `latest` or `>=` takes the newest version there is, and no lockfile says which one \
      was tested. A release that breaks, or one that somebody published with a stolen account, is in the function \
      after the next build, without a change in the repository that anybody could review.
      """,
    blindSpots: """
      Constraints with an end, such as `~=1.4` or `^1.2.0`, are not reported here, nor are extras of Python's \
      projects. A manifest that no function is built from may be a library's and is reported as low. A build that makes its lockfile \
      by itself, or takes constraints on its command line (`pip install -c`), is not seen.
      """,
    remediation: Remediation(
      """
      Let the registry's own tool write a lockfile, commit it, and install from it.
      """,
      snippets: [
        .packageList: """
        npm install --package-lock-only               # then npm ci
        uv pip compile requirements.in --generate-hashes -o requirements.txt
        poetry lock  |  uv lock  |  pipenv lock       # then install from the lockfile
        bundle lock --add-checksums
        """
      ]),
    references: [
      "https://docs.npmjs.com/cli/configuring-npm/package-lock-json",
      "https://pip.pypa.io/en/stable/topics/repeatable-installs/",
      "https://cwe.mitre.org/data/definitions/1357.html",
    ])

  /// Library metadata asks for ranges by design: what is installed with it is fixed elsewhere.
  static let formats: Set<PackageListFormat> = [
    .npmManifest, .requirements, .pythonProject, .pipfile, .gemfile, .dotnetProject, .mavenProject,
  ]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.carriedManifests.filter { Self.formats.contains($0.list.format) }.map { manifest in
      let open = Self.open(in: manifest)
      guard let first = open.first else { return .pass }
      return .fail([
        finding(
          "\(manifest.list.subjectPhrase(for: manifest.functions)) takes whatever version is the newest on the day of "
            + "the build: \(open.map(\.phrase).withoutRepetition.enumeration). No lockfile says which one was tested.",
          about: manifest.list, functions: manifest.functions, at: first.location,
          advice: Self.metadata.remediation.advice, example: manifest.list.format.lockCommand,
          severity: manifest.severity, in: context)
      ])
    }
  }

  /// Requirements that nothing keeps from a version of tomorrow.
  static func open(in manifest: CarriedManifest) -> [PackageRequirement] {
    guard manifest.lock == nil else { return [] }
    let constrained = Set(manifest.list.overrides.filter { $0.looseness != .open }.map(\.identity))
    return manifest.requirements.filter { $0.looseness == .open && !constrained.contains($0.identity) }
  }
}

extension PackageListFormat {
  /// What makes a lockfile for a manifest of this kind.
  var lockCommand: String? {
    switch self {
    case .npmManifest: "npm install --package-lock-only"
    case .requirements:
      "uv pip compile requirements.in --generate-hashes -o requirements.txt\n"
        + "# or: pip-compile --generate-hashes requirements.in"
    case .pythonProject: "uv lock  # or: poetry lock, pdm lock"
    case .pipfile: "pipenv lock"
    case .gemfile: "bundle lock --add-checksums"
    case .dotnetProject:
      "<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>\n<!-- then: dotnet restore --locked-mode -->"
    default: nil
    }
  }
}
