internal import ApplicationModel
package import FindingModel
internal import PackageModel
package import RuleModel

/// Manifests with ranges that no lockfile narrows down.
package struct NoLockfile: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-no-lockfile", risk: .vulnerableDependencies, title: "Package manifest without a lockfile",
    severity: .medium, weaknesses: [1357, 494],
    rationale: """
      A range lets every build choose anew, and says nothing of the packages that others bring along. Two builds \
      of one commit may differ, nobody can say which versions a function runs, and a package that is taken over \
      enters with the next build.
      """,
    blindSpots: """
      A lockfile that is kept out of the repository and added by the pipeline is not seen, nor is Bun's old binary \
      one. Manifests with names \
      alone or open ends are reported as unpinned instead, requirement files with ranges not at all.
      """,
    remediation: Remediation(
      """
      Let the registry's own tool write a lockfile, commit it, and install in the mode that takes nothing else.
      """,
      snippets: [
        .packageList: """
        npm install --package-lock-only               # then npm ci
        uv lock  |  poetry lock  |  pdm lock          # then uv sync --locked, poetry sync, pdm sync
        pipenv lock                                   # then pipenv install --deploy
        bundle lock --add-checksums                   # then bundle install with frozen true
        """
      ]),
    references: [
      "https://docs.npmjs.com/cli/commands/npm-ci",
      "https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile",
      "https://cwe.mitre.org/data/definitions/1357.html",
    ])

  private static let formats: Set<PackageListFormat> = [.npmManifest, .pythonProject, .pipfile, .gemfile]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    context.carriedManifests.filter { Self.formats.contains($0.list.format) }.map { manifest in
      let ranges = manifest.requirements.filter { $0.looseness == .bounded }
      // What is open to its end is told as such: one cause, one finding.
      guard manifest.lock == nil, let first = ranges.first, UnpinnedRequirement.open(in: manifest).isEmpty
      else { return .pass }
      return .fail([
        finding(
          "\(manifest.list.subjectPhrase(for: manifest.functions)) has no lockfile beside or above it: each build "
            + "chooses versions of \(ranges.map(\.name).withoutRepetition.enumeration), and of all that comes with them, anew.",
          about: manifest.list, functions: manifest.functions, at: first.location,
          advice: Self.metadata.remediation.advice, example: manifest.list.format.lockCommand,
          severity: manifest.severity, in: context)
      ])
    }
  }
}
