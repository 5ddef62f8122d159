internal import ApplicationModel
internal import CodeAnalysis
internal import FindingModel
internal import PackageModel
internal import SourceModel
internal import TaintEngine

/// Puts together what one function carries.
struct FunctionDependencyBuilder {
  private(set) var dependencies = FunctionDependencies()
  private let matcher: VulnerabilityMatcher
  private let exemptions: (PackageIdentity, _ version: String, _ names: [String]) -> String?
  private let code: FunctionCode?
  private let reachFinder: ReachFinder
  private var listed: Set<String> = []
  private var packaged: Set<PackagedKey> = []

  /// The same version may stand in several lists: one of them is enough.
  private struct PackagedKey: Hashable {
    let identity: PackageIdentity
    let version: String?
  }

  init(
    matcher: VulnerabilityMatcher, code: FunctionCode?,
    exemptions: @escaping (PackageIdentity, _ version: String, _ names: [String]) -> String?
  ) {
    self.matcher = matcher
    self.exemptions = exemptions
    self.code = code
    let imports = (code?.externalImports ?? []).map(ImportedName.init)
    let isComplete = code.map { $0.isRead && $0.entry != nil && $0.isComplete } ?? false
    reachFinder = ReachFinder(imports: imports, isComplete: isComplete)
    dependencies.imports = imports
    dependencies.isCodeRead = isComplete
  }

  mutating func add(_ source: PackagingLists.Source) {
    for list in [source.manifest, source.resolved, source.unread].compactMap(\.self) { add(list) }
    let locked = source.resolved.map(Self.versions) ?? [:]
    for list in [source.manifest, source.resolved].compactMap(\.self) where list.requirements.count > 0 {
      add(list.requirements, of: list, locked: locked)
      if source.resolved?.path == source.manifest?.path { break }
    }
    guard let resolved = source.resolved else {
      if let manifest = source.manifest { addDeclared(manifest) }
      return
    }
    let closure = PackagedClosure(resolved, for: source.isShared ? source.manifest : nil)
    add(closure, of: resolved)
    addThreats(of: resolved)
    // A frozen list of requirements has some without a version.
    if !resolved.format.isLock { addDeclared(resolved) }
  }

  /// What a manifest asks for, where the bundle itself says what there is.
  mutating func add(requirementsOf manifest: PackageList) {
    guard !manifest.format.isLock else { return }
    add(manifest)
    let installed = Dictionary(
      dependencies.packages.compactMap { package in package.entry.version.map { (package.entry.identity, $0) }
      }
    ) { first, _ in first }
    add(manifest.requirements, of: manifest, locked: installed)
  }

  /// Whether installed packages of a registry were found.
  func isInstalled(_ ecosystem: Ecosystem?) -> Bool {
    ecosystem != nil && dependencies.lists.contains { $0.format.isBundle && $0.ecosystem == ecosystem }
  }

  mutating func add(_ bundle: ProjectPackages.Bundle, of ecosystems: Set<Ecosystem>) {
    for list in bundle.lists where list.ecosystem.map(ecosystems.contains) ?? true {
      add(list)
      add(PackagedClosure(list), of: list)
    }
  }

  mutating func add(_ binaries: [NativeBinary]) {
    for binary in binaries where !dependencies.binaries.contains(where: { $0.path == binary.path }) {
      dependencies.binaries.append(binary)
    }
  }

  mutating func add(_ builds: [BuildFile]) {
    dependencies.builds += builds
  }

  private mutating func add(_ list: PackageList) {
    guard listed.insert(list.path).inserted else { return }
    dependencies.lists.append(list)
  }

  private static func versions(in list: PackageList) -> [PackageIdentity: String] {
    // The one on top comes first: it is what the requirement gets.
    Dictionary(
      list.packages.sorted { $0.isDirect && !$1.isDirect }.compactMap { entry in
        entry.version.map { (entry.identity, $0) }
      }
    ) { first, _ in first }
  }

  private mutating func add(
    _ requirements: [PackageRequirement], of list: PackageList, locked: [PackageIdentity: String]
  ) {
    for requirement in requirements where requirement.scope != .development {
      dependencies.requirements.append(
        DeclaredDependency(
          requirement: requirement, format: list.format,
          locked: list.format.isLock || !locked.isEmpty ? locked[requirement.identity] : nil))
    }
  }

  private mutating func add(_ closure: PackagedClosure, of list: PackageList) {
    let reaches = reachFinder.reaches(in: list, closure.order)
    for index in closure.order {
      let entry = list.packages[index]
      guard let version = entry.version,
        packaged.insert(PackagedKey(identity: entry.identity, version: version)).inserted
      else { continue }
      let reach = reaches[index] ?? .unknown
      let isNeeded = closure.path(to: index).count > 1
      let matches = matcher.matches(entry.identity, version: version)
      dependencies.packages.append(
        PackagedDependency(
          entry: entry, list: list.format, origin: ListedPackage(path: list.path, index: index),
          path: closure.path(to: index), reach: reach,
          matches: matches.map { matched($0, entry, version, reach, isNeededByOthers: isNeeded) }))
    }
  }

  /// What is malicious does its harm when it is installed, whatever it is needed for.
  private mutating func addThreats(of list: PackageList) {
    for (index, entry) in list.packages.enumerated() where !entry.isPackaged {
      guard let version = entry.version else { continue }
      let matches = matcher.matches(entry.identity, version: version).filter(\.advisory.isMalicious)
      guard !matches.isEmpty else { continue }
      dependencies.developmentThreats.append(
        PackagedDependency(
          entry: entry, list: list.format, origin: ListedPackage(path: list.path, index: index),
          path: [entry.name], reach: .unknown,
          matches: matches.map { matched($0, entry, version, .unknown, isNeededByOthers: false) }))
    }
  }

  /// Requirements of which no lockfile says what they lead to.
  private mutating func addDeclared(_ manifest: PackageList) {
    let versions = Set(manifest.packages.map(\.identity))
    for requirement in manifest.requirements
    where requirement.scope != .development && requirement.isFromRegistry
      && !versions.contains(requirement.identity)
    {
      let constraint = requirement.constraint ?? ""
      let pinned = VersionRequirement(constraint, in: requirement.identity.ecosystem)?.pinned
      guard packaged.insert(PackagedKey(identity: requirement.identity, version: pinned)).inserted else {
        continue
      }
      var entry = PackageEntry(
        requirement.identity, name: requirement.name, version: pinned, source: requirement.source,
        scope: requirement.scope, isDirect: true, at: requirement.location)
      entry.integrity = requirement.integrity
      let reach = reachFinder.reach(ofDeclared: entry)
      let matches =
        pinned.map { matcher.matches(requirement.identity, version: $0) }
        ?? matcher.matches(requirement.identity, allowedBy: constraint)
      dependencies.packages.append(
        PackagedDependency(
          entry: entry, list: manifest.format, path: [requirement.name], reach: reach,
          matches: matches.map { matched($0, entry, pinned ?? constraint, reach, isNeededByOthers: false) },
          constraint: pinned == nil ? constraint : nil))
    }
  }

  private func matched(
    _ match: VulnerabilityMatcher.Match, _ entry: PackageEntry, _ version: String, _ reach: Reach,
    isNeededByOthers: Bool
  ) -> MatchedAdvisory {
    MatchedAdvisory(
      advisory: match.advisory, affected: match.affected,
      symbols: symbolUse(of: match.affected.symbols, reach, isNeededByOthers: isNeededByOthers),
      exploit: match.exploit,
      exemption: exemptions(entry.identity, version, [match.advisory.id] + match.advisory.aliases))
  }

  /// Whether the code itself calls one of the symbols; only of a package that nothing else needs an absence says
  /// something.
  private func symbolUse(
    of symbols: [AffectedSymbols], _ reach: Reach, isNeededByOthers: Bool
  ) -> SymbolUse {
    guard let code, case .imported = reach, symbols.contains(where: { !$0.names.isEmpty }) else {
      return .unknown
    }
    for call in code.analysis.calls where symbols.contains(where: { $0.names(call.callee) }) {
      return .called(call.callee, call.location)
    }
    let isAll = symbols.contains { $0.names.isEmpty }
    return isNeededByOthers || isAll || !reachFinder.isComplete ? .unknown : .notCalled
  }
}

extension AffectedSymbols {
  /// Whether a callee, written as `module.name`, is one of them.
  fileprivate func names(_ callee: String) -> Bool {
    guard callee.hasPrefix(module) else { return false }
    let rest = callee.dropFirst(module.count)
    return names.contains { name in
      let last = name.split(separator: ".").last ?? name[...]
      return rest == "." + name || rest.hasSuffix("." + last) || rest.hasSuffix("." + last + "()")
    }
  }
}

extension ImportedName {
  fileprivate init(_ item: ExternalImport) {
    self.init(
      ecosystem: item.language == .python ? .pypi : .npm, name: item.name, location: item.location)
  }
}

extension ReachFinder {
  /// Of a package of which nothing is known but that the manifest asks for it.
  func reach(ofDeclared entry: PackageEntry) -> Reach {
    if let place = place(of: entry) { return .imported(place) }
    // Another package may bring it in use; without a lockfile nobody knows.
    return .unknown
  }
}

extension Function {
  /// Whether one of its layers is this one.
  func uses(_ layer: Layer) -> Bool {
    layers.contains { $0.value.value?.references.contains { $0.id == layer.id } ?? false }
  }
}
