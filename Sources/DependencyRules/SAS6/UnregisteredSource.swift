internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Packages from places that may send something else tomorrow, or that somebody on the way may answer for.
package struct UnregisteredSource: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-unregistered-source", risk: .vulnerableDependencies,
    title: "Package from a place that may change",
    severity: .medium, weaknesses: [494, 829],
    rationale: """
      A branch, a tag or an archive at an address is whatever its owner makes of it on the day of the build: it can \
      be moved without a new version, and no advisory names it. Over plain HTTP, or git's own protocol, anybody on \
      the way can answer in its place.
      """,
    blindSpots: """
      A repository with a commit, also one that the lockfile fixes, is silent, as is an archive over HTTPS with a \
      digest: both are what they were. Whether the owner is to be trusted is not judged.
      """,
    remediation: Remediation(
      """
      Take the release from the registry; where there is none, name the commit, or record the archive's digest.
      """,
      snippets: [
        .packageList: """
        "library": "git+https://github.com/owner/library.git#4f0c1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b"
        library @ https://example.com/library-1.0-py3-none-any.whl#sha256=...
        """
      ]),
    references: [
      "https://docs.npmjs.com/cli/configuring-npm/package-json#git-urls-as-dependencies",
      "https://pip.pypa.io/en/stable/topics/vcs-support/",
      "https://cwe.mitre.org/data/definitions/494.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    packages(in: context) + registries(in: context)
  }

  // MARK: Packages

  private func packages(in context: RuleContext) -> [Verdict] {
    let locked = Dictionary(grouping: context.carriedPackages.filter(\.package.list.isLock)) {
      $0.package.entry.identity
    }
    var declared: Set<PackageIdentity> = []
    let asked = context.declaredDependencies.compactMap { dependency, functions -> Verdict? in
      let requirement = dependency.requirement
      guard !dependency.format.isLock, requirement.scope != .development else { return nil }
      declared.insert(requirement.identity)
      let fixed = (locked[requirement.identity] ?? []).map(\.package.entry)
      let isFixed = !requirement.integrity.isEmpty || fixed.contains(where: \.isFixed)
      return verdict(
        Subject(name: requirement.name, location: requirement.location, functions: functions),
        Flaw(requirement.source, isFixed: isFixed), in: context)
    }
    let brought = context.carriedPackages.compactMap { carried -> Verdict? in
      let entry = carried.package.entry
      guard carried.package.list.isLock, !declared.contains(entry.identity) else { return nil }
      return verdict(
        Subject(name: entry.name, location: entry.location, functions: carried.functions),
        Flaw(entry.source, isFixed: entry.isFixed), in: context)
    }
    return asked + brought
  }

  private struct Subject {
    let name: String
    let location: SourceLocation
    let functions: [Function]
  }

  private func verdict(_ subject: Subject, _ flaw: Flaw?, in context: RuleContext) -> Verdict? {
    guard let flaw else { return .pass }
    let users = subject.functions.isEmpty ? "" : ", for \(subject.functions.enumeration),"
    return .fail([
      finding(
        "'\(subject.name)'\(users) comes from \(flaw.sentence)",
        at: subject.location, of: subject.location.path, functions: subject.functions, advice: flaw.advice,
        severity: flaw.severity, discriminator: subject.name,
        in: context)
    ])
  }

  // MARK: Registries

  private func registries(in context: RuleContext) -> [Verdict] {
    var told: Set<String> = []
    return context.carriedLists.compactMap { list, functions in
      let set = list.registries.map(\.address) + list.additionalRegistries.map(\.address)
      let used = list.packages.filter { $0.scope != .development }.compactMap { entry -> String? in
        if case .registry(let address?) = entry.source { address } else { nil }
      }
      let plain = Set((set + used).filter(\.isPlainWeb)).sorted()
      // Settings hold for all files of a folder: its manifest has told what the lockfile would tell again.
      let key = FilePath.folder(of: list.path) + "|" + plain.joined(separator: "|")
      guard let first = plain.first, told.insert(key).inserted else { return nil }
      let entry = list.packages.first { $0.source == .registry(first) }
      let place =
        list.additionalRegistries.first { $0.address == first }?.location ?? entry?.location
      let isChecked = !used.isEmpty && list.packages.allSatisfy { !$0.isFetchedForProduction || $0.isFixed }
      return .fail([
        finding(
          "Packages for \(list.subjectPhrase(for: functions)) come over plain HTTP, from \(plain.enumeration): "
            + (isChecked
              ? "anybody on the way can say what the newest versions are, though the digests keep out what they never "
                + "saw." : "anybody on the way can send packages of their own."),
          about: list, functions: functions, at: place,
          advice: "Ask the registry over HTTPS, and write the lockfile anew.",
          severity: isChecked ? .medium : .high, discriminator: "registry", in: context)
      ])
    }
  }
}

/// What is wrong with where a package comes from.
private struct Flaw {
  let sentence: String
  let advice: String
  let severity: Severity

  /// - Parameter isFixed: Whether a commit or a digest says what must come.
  init?(_ source: PackageSource, isFixed: Bool) {
    switch source {
    case .repository(let address, let revision):
      if address.isPlainWeb || address.hasPrefix("git://") {
        self.init(
          "\(address), which nothing encrypts: anybody on the way can answer in its place.",
          "Fetch it over HTTPS or SSH, by a commit.", isFixed ? .medium : .high)
      } else {
        guard !isFixed, !(revision?.isCommit ?? false) else { return nil }
        let what = revision.map { "'\($0)', which its owner can move" } ?? "whatever is its newest commit"
        self.init(
          "the repository \(address) at \(what): the next build may get other code without a new version.",
          "Take the release from the registry, or name the commit.", .medium)
      }
    case .archive(let address):
      if address.isPlainWeb {
        self.init(
          "\(address), which nothing encrypts"
            + (isFixed
              ? ": anybody on the way can watch it, and the digest is all that keeps them from changing it."
              : ": anybody on the way can send an archive of their own."),
          "Fetch it over HTTPS, with a digest.", isFixed ? .medium : .high)
      } else {
        guard !isFixed else { return nil }
        self.init(
          "the archive \(address) without a digest: whatever lies there on the day of the build is installed.",
          "Take the release from the registry, or record the archive's digest.", .medium)
      }
    case .registry, .path, .bundle, .unknown: return nil
    }
  }

  private init(_ sentence: String, _ advice: String, _ severity: Severity) {
    self.sentence = sentence
    self.advice = advice
    self.severity = severity
  }
}

extension PackageEntry {
  /// Whether a digest or a commit says what it must be.
  fileprivate var isFixed: Bool {
    if case .repository(_, let revision) = source { return revision?.isCommit ?? false }
    return !integrity.isEmpty
  }
}

extension String {
  fileprivate var isPlainWeb: Bool { lowercased().hasPrefix("http://") }

  /// A commit by its digest, whole or cut as tools print it, of SHA-1 or SHA-256.
  fileprivate var isCommit: Bool { (7...64).contains(utf8.count) && allSatisfy(\.isHexDigit) }
}
