internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages that run code of their own when they are installed.
package struct PackageInstallScript: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-install-script", risk: .vulnerableDependencies,
    title: "Packages run code when they are installed",
    severity: .low, profile: .strict, weaknesses: [829, 506],
    rationale: """
      An install script runs on each developer's machine and in the pipeline, with their files, tokens and \
      credentials, before any code of the function does. Most attacks by way of npm start there: a version with a \
      script is published under a stolen account, and the next `npm install` runs it.
      """,
    blindSpots: """
      Lockfiles of npm and pnpm say which packages have scripts; those of yarn 1 do not. Python packages that are \
      built from source run code as well, which no lockfile tells. What a script does is not looked at.
      """,
    remediation: Remediation(
      """
      Install without scripts, and build only the packages that need it.
      """,
      snippets: [
        .packageList: """
        # .npmrc
        ignore-scripts=true
        # then, for what needs it:
        npm rebuild sharp --ignore-scripts=false
        """
      ]),
    references: [
      "https://docs.npmjs.com/cli/using-npm/scripts",
      "https://cheatsheetseries.owasp.org/cheatsheets/NPM_Security_Cheat_Sheet.html",
      "https://pnpm.io/settings#onlybuiltdependencies",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let packaged = Dictionary(grouping: context.carriedPackages) { $0.package.entry.location.path }
    return context.carriedLists.filter(\.list.format.isLock).map { list, functions in
      let running = (packaged[list.path] ?? []).map(\.package.entry).filter(\.hasInstallScript)
      let unfamiliar = running.filter { !NativeInstallers.npm.contains($0.name) }
      // What is less known comes first, and gives the finding its place.
      guard let first = (unfamiliar + running).first else { return .pass }
      let rest = running.filter { NativeInstallers.npm.contains($0.name) }
      let sentences = [
        unfamiliar.isEmpty
          ? nil
          : "\(Self.names(unfamiliar)) \(unfamiliar.count == 1 ? "is" : "are") not known for native parts that would "
            + "need it.",
        rest.isEmpty
          ? nil
          : "\(Self.names(rest)) \(rest.count == 1 ? "builds or fetches" : "build or fetch") native parts.",
      ].compactMap(\.self)
      return .fail([
        finding(
          "\(running.count == 1 ? "A package" : "\(running.count) packages") of "
            + "\(list.subjectPhrase(for: functions)) \(running.count == 1 ? "runs" : "run") code of \(running.count == 1 ? "its" : "their") own when "
            + "installed. " + sentences.joined(separator: " "),
          about: list, functions: functions, at: first.location, advice: Self.metadata.remediation.advice,
          example: "# .npmrc\nignore-scripts=true", severity: unfamiliar.isEmpty ? .low : .medium, in: context
        )
      ])
    }
  }

  private static func names(_ entries: [PackageEntry]) -> String {
    var known: Set<String> = []
    return entries.map(\.name).filter { known.insert($0).inserted }.enumeration
  }
}
