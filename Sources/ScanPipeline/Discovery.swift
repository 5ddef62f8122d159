internal import DependencyInventory
internal import FindingModel
internal import SecretFiles

/// Finds the files of a tree that may be templates, programs, or hold secrets.
struct Discovery {
  /// Bounds on one scan's walk, with tests below and above.
  struct Limits: Sendable {
    /// Folders below folders; deeper trees are generated or hostile.
    var depth = 64
    var files = 500_000
  }

  /// Folders that hold packages, caches and build results: copies of templates, not the user's own.
  static let skippedFolders: Set<String> = [
    ".git", ".hg", ".svn", "node_modules", "bower_components", ".venv", "venv", "__pycache__", ".tox",
    "site-packages", ".aws-sam", ".serverless", "cdk.out", ".terraform", ".parapet", ".build", ".gradle",
    ".mypy_cache",
    ".pytest_cache", ".next", ".nuxt",
  ]

  private static let extensions = [".yaml", ".yml", ".json", ".template"]

  /// Whether a file may hold the code of a function; what a compiler or minifier made of one is left out.
  static func isSource(_ path: String) -> Bool {
    let lowercased = path.lowercased()
    return [".py", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx"].contains(
      where: lowercased.hasSuffix)
      && ![".d.ts", ".min.js", ".bundle.js", ".test.js", ".test.ts", ".spec.js", ".spec.ts"].contains(
        where: lowercased.hasSuffix)
  }

  /// Whether a scan looks at a file of that name, in a folder or an archive.
  static func isWanted(_ path: String) -> Bool {
    let isOfInterest =
      extensions.contains(where: path.lowercased().hasSuffix) || isSource(path)
      || PackageListReader.isManifest(path)
    return isOfInterest
      && !path.split(separator: "/").dropLast().contains { skippedFolders.contains(String($0)) }
  }

  struct Result {
    /// Relative to the root, sorted.
    var paths: [String] = []
    /// Programs, relative to the root, sorted.
    var sources: [String] = []
    /// Manifests and lockfiles, relative to the root, sorted.
    var packageLists: [String] = []
    /// Other files that may hold text, relative to the root, sorted.
    var others: [String] = []
    /// Files that git ignores and whose names promise secrets: they may be packaged all the same; sorted.
    var privates: [String] = []
    var notChecked: [NotChecked] = []
    var fileCount = 0

    init() {}

    /// Files that the user named.
    init(named files: [String]) {
      fileCount = files.count
      for file in files where !ArchiveFiles.isArchive(file) {
        if !sort(file) { paths.append(file) }
      }
    }

    /// What lies in an archive, but for packages that are installed there.
    mutating func add(_ archive: ArchiveFiles) {
      fileCount += archive.fileCount
      notChecked += archive.notChecked
      for file in archive.files.keys.sorted() { sort(archive.path + "!/" + file) }
    }

    /// Puts a file where it belongs, by its name.
    ///
    /// - Returns: Whether it belongs anywhere.
    @discardableResult
    fileprivate mutating func sort(_ path: String) -> Bool {
      let isTemplate = Discovery.extensions.contains(where: path.lowercased().hasSuffix)
      let isSource = Discovery.isSource(path)
      let isPackageList = PackageListReader.isManifest(path)
      if isTemplate { paths.append(path) }
      if isSource { sources.append(path) }
      if isPackageList { packageLists.append(path) }
      let isOther = !isTemplate && !isSource && FileSelection.mayHoldText(path)
      if isOther { others.append(path) }
      return isTemplate || isSource || isPackageList || isOther
    }
  }

  /// The patterns of one file, for what lies below its folder.
  private struct Ignoring {
    let base: String
    let rules: IgnoreRules
    let isOfGit: Bool
  }

  private let root: String
  private let limits: Limits
  private let excluded: IgnoreRules
  private var result = Result()

  /// - Parameters:
  ///   - root: Absolute path of the scanned folder.
  ///   - excluded: Patterns of the configuration, relative to the root.
  static func find(in root: String, excluded: IgnoreRules, limits: Limits = Limits()) -> Result {
    var discovery = Discovery(root: root, limits: limits, excluded: excluded)
    discovery.walk("", rules: [Ignoring(base: "", rules: excluded, isOfGit: false)], depth: 0)
    discovery.result.paths.sort()
    discovery.result.sources.sort()
    discovery.result.packageLists.sort()
    discovery.result.others.sort()
    discovery.result.privates.sort()
    return discovery.result
  }

  private init(root: String, limits: Limits, excluded: IgnoreRules) {
    self.root = root
    self.limits = limits
    self.excluded = excluded
  }

  private mutating func walk(_ folder: String, rules: [Ignoring], depth: Int) {
    guard depth <= limits.depth else {
      note(folder, "folders below it are nested deeper than the limit of \(limits.depth)")
      return
    }
    let absolute = folder.isEmpty ? root : root + "/" + folder
    let entries: [(name: String, kind: FileAccess.Kind)]
    do {
      entries = try FileAccess.list(absolute)
    } catch {
      note(folder.isEmpty ? "." : folder, "the folder cannot be read: \(error)")
      return
    }
    var rules = rules
    for name in [".gitignore", ".parapetignore"] where entries.contains(where: { $0.name == name }) {
      // An ignore file that cannot be read ignores nothing; more is scanned, never less.
      guard let bytes = try? FileAccess.read(absolute + "/" + name, limit: 1 << 20) else { continue }
      rules.append(
        Ignoring(
          base: folder, rules: IgnoreRules(String(decoding: bytes, as: UTF8.self)),
          isOfGit: name == ".gitignore"))
    }
    for entry in entries {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      visit(path, entry, rules: rules, depth: depth)
    }
  }

  private mutating func visit(
    _ path: String, _ entry: (name: String, kind: FileAccess.Kind),
    rules: [Ignoring],
    depth: Int
  ) {
    switch entry.kind {
    case .folder:
      if Self.skippedFolders.contains(entry.name) || isIgnored(path, isFolder: true, by: rules) { return }
      walk(path, rules: rules, depth: depth + 1)
    case .file:
      consider(path, rules: rules)
    case .link:
      // A link to a folder would make copies and cycles; a link to a file may stay inside the tree.
      guard Self.extensions.contains(where: path.lowercased().hasSuffix) else { return }
      guard let target = FileAccess.realPath(root + "/" + path) else {
        note(path, "the link leads nowhere", isError: false)
        return
      }
      guard target.hasPrefix(root + "/") else {
        note(path, "the link leads outside the scanned folder and is not followed", isError: false)
        return
      }
    case .other:
      return
    }
  }

  private mutating func consider(_ path: String, rules: [Ignoring]) {
    result.fileCount += 1
    if result.fileCount == limits.files + 1 {
      note(path, "the tree has more than \(limits.files) files; this and later ones are not looked at")
    }
    guard result.fileCount <= limits.files else { return }
    let isOfInterest =
      Self.extensions.contains(where: path.lowercased().hasSuffix) || FileSelection.mayHoldText(path)
      || PackageListReader.isManifest(path)
    guard isOfInterest else { return }
    if let decision = decision(on: path, isFolder: false, by: rules), decision.ignores {
      // What the user tells us to ignore is ignored; what git ignores may be packaged all the same.
      if decision.isOfGit, FileSelection.isPrivate(path) { result.privates.append(path) }
    } else {
      result.sort(path)
    }
  }

  private func isIgnored(_ path: String, isFolder: Bool, by rules: [Ignoring]) -> Bool {
    decision(on: path, isFolder: isFolder, by: rules)?.ignores ?? false
  }

  /// The innermost file with a matching pattern decides, as in git; `nil` if none has one.
  private func decision(
    on path: String, isFolder: Bool, by rules: [Ignoring]
  ) -> (ignores: Bool, isOfGit: Bool)? {
    for ignoring in rules.reversed() {
      let relative = ignoring.base.isEmpty ? path : String(path.dropFirst(ignoring.base.count + 1))
      if let decision = ignoring.rules.ignores(relative, isFolder: isFolder) {
        return (decision, ignoring.isOfGit)
      }
    }
    return nil
  }

  private mutating func note(_ path: String, _ reason: String, isError: Bool = true) {
    result.notChecked.append(NotChecked(path: path, reason: reason, isError: isError))
  }
}
