internal import ApplicationModel
package import FindingModel
internal import PackageModel
package import RuleModel

/// Lists that fix versions without saying what the archives must look like.
package struct NoIntegrity: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-no-integrity", risk: .vulnerableDependencies, title: "Locked packages without digests",
    severity: .medium, weaknesses: [353, 494],
    rationale: """
      A version says what is asked for, a digest what must come back. Without one whatever the registry, a mirror or \
      somebody on the way sends under that version is installed and runs with the function's role.
      """,
    blindSpots: """
      Formats that have no digests by design are left out: `Gemfile.lock` without its section of checksums, \
      lockfiles of Gradle, Maven's projects. Requirement files are only reported in the strict profile, and only \
      where all versions are pinned.
      """,
    remediation: Remediation(
      """
      Let the tool write the lockfile anew in a version that records digests, and install in the mode that insists \
      on them.
      """,
      snippets: [
        .packageList: """
        rm package-lock.json && npm install --package-lock-only
        uv pip compile requirements.in --generate-hashes -o requirements.txt
        pip install --require-hashes -r requirements.txt
        """
      ]),
    references: [
      "https://pip.pypa.io/en/stable/topics/secure-installs/",
      "https://docs.npmjs.com/cli/configuring-npm/package-lock-json",
      "https://cwe.mitre.org/data/definitions/353.html",
    ])

  private static let lockFormats: Set<PackageListFormat> = [
    .npmLock, .yarnLock, .pnpmLock, .bunLock, .pipfileLock, .poetryLock, .uvLock, .pdmLock, .pythonLock,
    .nugetLock,
  ]

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    let locks = context.carriedLists.filter { Self.lockFormats.contains($0.list.format) }
    let frozen = context.carriedManifests.filter { $0.list.format == .requirements && $0.lock == nil }
    return locks.map { lock($0.list, $0.functions, in: context) }
      + frozen.map { requirements(of: $0, in: context) }
  }

  private func lock(_ list: PackageList, _ functions: [Function], in context: RuleContext) -> Verdict {
    let checked = list.packages.filter(\.isFetchedForProduction)
    // What is only for other machines was never fetched here, so that yarn could not know its digest.
    let missing = checked.filter { $0.integrity.isEmpty && $0.condition == nil }
    guard let first = missing.first else { return .pass }
    let count =
      missing.count == checked.count
      ? (checked.count == 1 ? "its package" : "any of its \(checked.count) packages")
      : "\(missing.count) of its \(checked.count) packages"
    return .fail([
      finding(
        "\(list.subjectPhrase(for: functions)) has no digest of \(count): \(missing.map(\.phrase).enumeration). "
          + "Whatever the registry or a mirror sends under these versions is installed.",
        about: list, functions: functions, at: first.location, advice: Self.metadata.remediation.advice,
        in: context)
    ])
  }

  private func requirements(of manifest: CarriedManifest, in context: RuleContext) -> Verdict {
    let (list, functions) = (manifest.list, manifest.functions)
    let isPinned = manifest.requirements.allSatisfy { $0.looseness == .pinned }
    let missing = manifest.requirements.filter(\.integrity.isEmpty)
    guard isPinned, let first = missing.first else { return .pass }
    var finding = finding(
      "\(list.subjectPhrase(for: functions)) pins versions, but gives no hash of \(missing.map(\.name).enumeration): "
        + "whatever the index sends under these versions is installed.",
      about: list, functions: functions, at: first.location,
      advice: "Write the file with hashes, and install with `--require-hashes`.",
      example: PackageListFormat.requirements.lockCommand, severity: .low, in: context)
    finding.profile = .strict
    return .fail([finding])
  }
}

extension PackageEntry {
  /// Whether a registry sends it and it becomes part of what is deployed.
  var isFetchedForProduction: Bool {
    guard case .registry = source, version != nil else { return false }
    return scope != .development
  }

  /// `lodash 4.17.21`.
  var phrase: String { version.map { "\(name) \($0)" } ?? name }
}
