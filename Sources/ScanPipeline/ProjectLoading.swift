internal import ApplicationModel
internal import CodeAnalysis
internal import Assurance
internal import Documents
internal import FindingModel
internal import SecretFiles
internal import TemplateLoaders

/// discover → load: what every verb that works on a project begins with.
struct ProjectLoading: Sendable {
  private let options: ScanOptions
  private let searchesSecrets: Bool

  /// - Parameter searchesSecrets: Whether files are searched for secrets where they are read anyway.
  init(_ options: ScanOptions, searchesSecrets: Bool = false) {
    self.options = options
    self.searchesSecrets = searchesSecrets
  }

  // MARK: Targets

  /// A folder, or one file of a folder.
  struct Target: Sendable {
    let root: String
    /// Files given by name; `nil` for the whole folder.
    let only: [String]?
    /// What stands before paths in the report where several folders are scanned.
    let prefix: String
  }

  func targets() throws(ScanError) -> [Target] {
    var targets: [Target] = []
    for path in options.paths {
      guard let real = FileAccess.realPath(path), let kind = FileAccess.kind(of: real, followingLinks: true)
      else {
        throw .missingPath(path)
      }
      switch kind {
      case .folder:
        targets.append(
          Target(root: real, only: nil, prefix: options.paths.count > 1 ? Self.trimmed(path) : ""))
      case .file:
        let parts = real.split(separator: "/")
        let root = "/" + parts.dropLast().joined(separator: "/")
        let folder = Self.trimmed(path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        targets.append(
          Target(
            root: root, only: [String(parts.last ?? "")],
            prefix: options.paths.count > 1 ? folder.joined(separator: "/") : ""))
      case .link, .other:
        throw .unreadablePath(path, reason: "it is neither a file nor a folder")
      }
    }
    return targets
  }

  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path == "." ? "" : String(path)
  }

  // MARK: One target

  /// Everything one file gave.
  private struct FileOutcome: Sendable {
    var path: String
    var scenarios: [Application] = []
    var notChecked: [NotChecked] = []
    var suppressions: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    /// `nil` if it was not searched.
    var secrets: TreeFiles.Outcome?
  }

  /// Everything one target gave, before anybody judges it.
  struct LoadedTarget: Sendable {
    var tree: FileTree
    /// Whether the whole folder was asked for, and not one file of it.
    var isWhole = true
    /// Each application under each of its scenarios.
    var applications: [[Application]] = []
    var notChecked: [NotChecked] = []
    var suppressions: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    var files = 0
    /// The templates that were looked at, and the programs beside them.
    var paths: [String] = []
    var sources: [String] = []
    /// Manifests and lockfiles.
    var packageLists: [String] = []
    /// Other files that may hold secrets, and those that git ignores.
    var others: [String] = []
    var privates: [String] = []
    /// What archives hold.
    var bundled: [ArchiveFiles] = []
    /// What the search for secrets gave where it was done, by path.
    var searched: [String: TreeFiles.Outcome] = [:]
    /// Files that templates ask for.
    var included: Set<String> = []
  }

  /// Reads everything that says what is packaged, and takes what packages brought for theirs.
  func packages(of loaded: inout LoadedTarget) -> PackageReading.Result {
    let packages = PackageReading(tree: loaded.tree, threads: options.threads).packages(of: loaded)
    loaded.paths.removeAll(where: packages.installed.contains)
    loaded.sources.removeAll(where: packages.installed.contains)
    loaded.others.removeAll(where: packages.installed.contains)
    return packages
  }

  func load(_ target: Target, progress: Scan.Progress? = nil) -> LoadedTarget {
    var result = LoadedTarget(tree: FileTree(root: target.root))
    var found: Discovery.Result
    if let only = target.only {
      result.isWhole = false
      found = Discovery.Result(named: only)
      let archives = only.filter(ArchiveFiles.isArchive).map { archive($0, in: target) }
      for archive in archives { found.add(archive) }
      result.bundled = archives
      result.tree = FileTree(root: target.root, archives: archives)
    } else {
      let excluded = IgnoreRules(options.excluded.joined(separator: "\n"))
      found = Discovery.find(in: target.root, excluded: excluded)
    }
    let named = Set(target.only ?? [])
    let tree = ScannedTree(result.tree)
    let paths = found.paths
    let loaded: [FileOutcome] = paths.parallelMap(
      threads: options.threads, progress: { done in progress?(done, paths.count) },
      { path in load(path, tree: tree, isNamed: named.contains(path)) })
    // A file that another template includes is judged there, with the values it is given there.
    let included = tree.included(among: paths)
    let own = loaded.filter { named.contains($0.path) || !included.contains($0.path) }
    result.applications = own.map(\.scenarios).filter { !$0.isEmpty }
    let archives = result.applications.archives.subtracting(named).sorted()
      .filter(result.tree.contains).parallelMap(threads: options.threads) { archive($0, in: target) }
    for archive in archives { found.add(archive) }
    result.bundled += archives
    if !archives.isEmpty { result.tree = FileTree(root: target.root, archives: result.bundled) }
    result.sources = found.sources.sorted()
    result.packageLists = found.packageLists.sorted()
    result.others = found.others
    result.privates = found.privates
    result.files = found.fileCount
    result.notChecked = found.notChecked + own.flatMap(\.notChecked)
    for file in loaded {
      result.suppressions += file.suppressions
      result.malformed += file.malformed
      result.searched[file.path] = file.secrets
    }
    result.paths = paths
    result.included = tree.askedPaths
    return result
  }

  /// Its programs and lists of packages are looked at as if they lay in a folder.
  private func archive(_ path: String, in target: Target) -> ArchiveFiles {
    ArchiveFiles(
      path, in: target.root, today: options.asOf, searchesSecrets: searchesSecrets,
      isWanted: Discovery.isWanted)
  }

  private func load(_ path: String, tree: ScannedTree, isNamed: Bool) -> FileOutcome {
    var outcome = FileOutcome(path: path)
    let limits = options.loading.limits
    let bytes: [UInt8]
    do {
      bytes = try tree.bytes(of: path, limit: limits.bytes)
    } catch {
      // A large file that nobody named is data more often than a template; it is listed, not counted as an error.
      let isLarge = if case .tooLarge = error { true } else { false }
      outcome.notChecked.append(
        NotChecked(
          path: path,
          reason: isLarge
            ? "\(error) (the limit is \(limits.bytes) bytes)" : "the file cannot be read: \(error)",
          isError: isNamed || !isLarge))
      return outcome
    }
    // Another reader would have to read it again. What lies in archives was searched when they were opened.
    if searchesSecrets, bytes.count <= FileSelection.byteLimit, !path.contains("!/") {
      outcome.secrets = TreeFiles.search(bytes, path, today: options.asOf)
    }
    guard isNamed || TemplateLoader.mayBeTemplate(bytes, path: path) else { return outcome }
    (outcome.suppressions, outcome.malformed) = Self.suppressions(in: bytes, path: path)
    do {
      guard let loaded = try TemplateLoader.load(bytes, path: path, options: options.loading, files: tree)
      else {
        if isNamed {
          outcome.notChecked.append(
            NotChecked(
              path: path,
              reason:
                "it is no CloudFormation, SAM or Serverless Framework template: it has neither Resources "
                + "with AWS types nor a service with an aws provider"))
        }
        return outcome
      }
      outcome.scenarios = loaded.scenarios
      outcome.notChecked = loaded.problems.map { problem in
        NotChecked(
          path: problem.location.path,
          reason: "line \(problem.location.line), column \(problem.location.column): \(problem.message)",
          isError: problem.isError)
      }
    } catch {
      outcome.notChecked.append(NotChecked(path: path, reason: error.description))
    }
    return outcome
  }

  /// Files that templates include may hold findings, and so suppressions, without being templates themselves.
  func suppressions(
    ofFiles paths: [String], in tree: FileTree
  ) -> (valid: [InlineSuppression], malformed: [MalformedSuppression]) {
    var valid: [InlineSuppression] = []
    var malformed: [MalformedSuppression] = []
    for path in paths {
      // It was read before; a file that vanished since has no findings to suppress.
      guard let bytes = try? tree.read(path, limit: options.loading.limits.bytes)
      else {
        continue
      }
      let found = Self.suppressions(in: bytes, path: path)
      valid += found.valid
      malformed += found.malformed
    }
    return (valid, malformed)
  }

  private static func suppressions(
    in bytes: [UInt8], path: String
  ) -> (valid: [InlineSuppression], malformed: [MalformedSuppression]) {
    // Few files hold one: the search of the bytes spares the rest the decoding.
    guard bytes.containsText("parapet:ignore") else { return ([], []) }
    return InlineSuppressions.read(String(decoding: bytes, as: UTF8.self), path: path)
  }
}

extension [[Application]] {
  /// Archives that functions and layers name as their code.
  fileprivate var archives: Set<String> {
    Set(joined().flatMap { $0.functions.compactMap(\.codeRoot) + $0.layers.compactMap(\.codeRoot) })
      .filter(ArchiveFiles.isArchive)
  }
}
