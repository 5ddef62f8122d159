internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Names of a private registry that a public one may answer for.
package struct DependencyConfusion: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-dependency-confusion", risk: .vulnerableDependencies,
    title: "Private package that a public registry may answer for", severity: .medium,
    weaknesses: [427, 1357],
    rationale: """
      Where two registries are asked for one name, the tool takes the higher version, whoever published it. \
      Somebody who learns the name of an internal package, from a lockfile or a stack trace, publishes it on the \
      public registry with version 99, and the next build installs theirs.
      """,
    blindSpots: """
      Settings outside the project (`~/.npmrc`, `pip.conf`, variables of the pipeline) are not seen. Members of \
      workspaces and packages from folders or repositories are left out, as is a project whose packages all come \
      from one registry, which is then a mirror. uv, PDM and Pipenv are left out too.
      """,
    remediation: Remediation(
      """
      Say for each scope or package which registry it comes from, and commit the setting; with pip use one index that \
      mirrors the public one, or require hashes.
      """,
      snippets: [
        .packageList: """
        # .npmrc
        @acme:registry=https://npm.acme.example/
        # requirements.txt: one index, which serves internal packages and mirrors the public ones
        --index-url https://pypi.acme.example/simple
        # pyproject.toml of Poetry
        billing = { version = "1.4.2", source = "acme" }
        """
      ]),
    references: [
      "https://docs.npmjs.com/cli/using-npm/scope#associating-a-scope-with-a-registry",
      "https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url",
      "https://python-poetry.org/docs/repositories/#package-source-constraint",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    indexes(in: context) + scopes(in: context) + sources(in: context)
  }

  /// pip with a second index.
  private func indexes(in context: RuleContext) -> [Verdict] {
    context.carriedManifests.filter { $0.list.format == .requirements }.map { manifest in
      let list = manifest.list
      // A hash lets only the one archive in, wherever it comes from.
      let open = manifest.requirements.filter { $0.integrity.isEmpty }
      guard let second = list.additionalRegistries.first, !open.isEmpty else { return .pass }
      return .fail([
        finding(
          "\(list.subjectPhrase(for: manifest.functions)) asks \(second.address) besides "
            + "\(list.firstRegistry) for every package, and pip takes the higher version "
            + "from either: whoever publishes an internal name there gets into the build.",
          about: list, functions: manifest.functions, at: second.location,
          advice: "Use one index that mirrors the public one, or write the file with hashes.",
          example: "--index-url \(second.address)", discriminator: "index", in: context)
      ])
    }
  }

  // MARK: npm

  private func scopes(in context: RuleContext) -> [Verdict] {
    let packaged = Dictionary(grouping: context.carriedPackages) { $0.package.entry.location.path }
    return context.carriedLists.compactMap { list, functions in
      guard list.ecosystem == .npm, !list.format.isBundle else { return nil }
      if list.format.isLock {
        return locked(list, functions, (packaged[list.path] ?? []).map(\.package.entry), in: context)
      }
      let isLocked = context.carriedManifests.first { $0.list.path == list.path }?.lock != nil
      return isLocked ? nil : declared(list, functions, in: context)
    }
  }

  /// Packages that a private registry sent, in a project whose settings do not say so.
  private func locked(
    _ list: PackageList, _ functions: [Function], _ entries: [PackageEntry], in context: RuleContext
  ) -> Verdict {
    let own = entries.filter { $0.privateRegistry != nil }
    let isMixed = entries.contains { $0.source == .registry(nil) }
    let open = own.filter { !list.pins($0.name) }
    guard isMixed, let first = open.first, let registry = first.privateRegistry else { return .pass }
    return .fail([
      finding(
        "\(list.subjectPhrase(for: functions)) has \(open.map(\.name).enumeration) from \(registry), but no setting "
          + "of the project says so: a tool that resolves them anew asks the public registry, where anybody may "
          + "publish the name.", about: list, functions: functions, at: first.location,
        advice: Self.metadata.remediation.advice, example: Self.setting(for: first.name, registry),
        in: context
      )
    ])
  }

  /// Packages of the project's own scope, of which nothing says where they come from; many such scopes are public.
  private func declared(_ list: PackageList, _ functions: [Function], in context: RuleContext) -> Verdict {
    guard let scope = list.project.name?.scope else { return .pass }
    let own = list.requirements.filter {
      $0.scope != .development && $0.source == .registry(nil) && $0.name.scope == scope && !list.pins($0.name)
    }
    guard let first = own.first else { return .pass }
    var finding = finding(
      "\(list.subjectPhrase(for: functions)) asks for \(own.map(\.name).enumeration) of its own scope, and nothing "
        + "says from which registry: if they are private, the public one is asked all the same, where '\(scope)' belongs "
        + "to whoever registered it.",
      about: list, functions: functions, at: first.location, advice: Self.metadata.remediation.advice,
      example: Self.setting(for: first.name, "https://npm.example.com/"), severity: .low, confidence: .low,
      in: context)
    finding.profile = .strict
    return .fail([finding])
  }

  private static func setting(for name: String, _ registry: String) -> String {
    "# .npmrc\n" + (name.scope.map { "\($0):" } ?? "") + "registry=\(registry)"
  }

  // MARK: Poetry

  private func sources(in context: RuleContext) -> [Verdict] {
    context.carriedManifests.compactMap { manifest in
      guard let lock = manifest.lock, lock.format == .poetryLock else { return nil }
      let entries = lock.packages.filter { $0.scope != .development }
      let own = Dictionary(
        entries.compactMap { entry in entry.privateRegistry.map { (entry.identity, $0) } }
      ) { $1 }
      let isMixed = entries.contains { $0.source == .registry(nil) }
      let open = manifest.requirements.filter { $0.source == .registry(nil) && own[$0.identity] != nil }
      guard isMixed, let first = open.first, let registry = own[first.identity] else { return .pass }
      return .fail([
        finding(
          "\(manifest.list.subjectPhrase(for: manifest.functions)) got \(open.map(\.name).enumeration) from "
            + "\(registry), but does not ask for that source: PyPI is asked for the name too, where anybody may "
            + "publish it.", about: manifest.list, functions: manifest.functions, at: first.location,
          advice: Self.metadata.remediation.advice,
          example: "\(first.name) = { version = \"\(first.constraint ?? "*")\", source = \"private\" }",
          discriminator: "source", in: context)
      ])
    }
  }
}

extension PackageEntry {
  /// The address of the registry that it came from, if it is not the ecosystem's ordinary one.
  fileprivate var privateRegistry: String? {
    guard case .registry(let address?) = source else { return nil }
    let open = [
      "registry.npmjs.org", "registry.yarnpkg.com", "pypi.org", "files.pythonhosted.org", "npm.jsr.io",
    ]
    return open.contains { address.contains("//" + $0) } ? nil : address
  }
}

extension PackageList {
  /// The one that is asked in the first place.
  fileprivate var firstRegistry: String {
    let others = additionalRegistries.map(\.address)
    return registries.first { !others.contains($0.address) }?.address ?? "PyPI"
  }

  /// Whether the project's settings say which registry a package comes from.
  fileprivate func pins(_ name: String) -> Bool {
    registries.contains { $0.scope == nil || $0.scope == name.scope }
  }
}

extension String {
  /// `@acme` of `@acme/billing`.
  fileprivate var scope: String? {
    guard hasPrefix("@"), let slash = firstIndex(of: "/") else { return nil }
    return String(self[..<slash])
  }
}
