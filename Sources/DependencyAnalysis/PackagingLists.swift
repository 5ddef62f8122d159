internal import ApplicationModel
internal import FindingModel
internal import PackageModel

/// Which lists say what is packaged with a function.
///
/// Builders start from the manifest nearest to the handler: `sam build` takes the one in the code's folder, the
/// Serverless Framework and bundlers the nearest above, workspaces the lockfile of the root.
struct PackagingLists {
  let packages: ProjectPackages

  /// A manifest with the lockfile that fixes its versions.
  struct Source {
    /// What asks for packages; `nil` where only a lockfile is there.
    var manifest: PackageList?
    /// What says which versions there are; `nil` where only a manifest is there.
    var resolved: PackageList?
    /// Whether the lockfile is that of a root with several members, of which this is one.
    var isShared = false
    /// A lockfile that could not be read: versions are fixed, and nobody knows at which.
    var unread: PackageList?
  }

  /// - Parameters:
  ///   - folder: Where the handler's file lies, or the code's folder if the file is not known.
  ///   - ecosystems: Those that the runtime can load.
  func sources(nearest folder: String, _ ecosystems: Set<Ecosystem>) -> [Source] {
    var found: [Source] = []
    var done: Set<Ecosystem> = []
    let folders = [folder] + (folder.isEmpty ? [] : FilePath.ancestors(of: folder))
    for (index, candidate) in folders.enumerated() {
      let here = packages.lists(in: candidate)
      for ecosystem in Ecosystem.allCases where ecosystems.contains(ecosystem) && !done.contains(ecosystem) {
        let lists = here.filter { $0.ecosystem == ecosystem }
        let sources = sources(of: lists, above: Array(folders.dropFirst(index + 1)))
        guard !sources.isEmpty else { continue }
        done.insert(ecosystem)
        found += sources
      }
    }
    return found
  }

  /// All of one folder, with the lockfiles of folders above.
  func sources(in folder: String) -> [Source] {
    let above = folder.isEmpty ? [] : FilePath.ancestors(of: folder)
    let byEcosystem = Dictionary(grouping: packages.lists(in: folder), by: \.format.ecosystem)
    return byEcosystem.sorted { ($0.key?.rawValue ?? "") < ($1.key?.rawValue ?? "") }.flatMap {
      sources(of: $0.value, above: above)
    }
  }

  /// The lists of one ecosystem in one folder.
  private func sources(of lists: [PackageList], above: [String]) -> [Source] {
    let used = lists.filter { !Self.isForDevelopment($0.path) }
    let manifests = used.filter { !$0.format.isLock && !$0.format.isBundle }
    let locks = used.filter(\.format.isLock).filter { !$0.packages.isEmpty }
    // One lockfile decides: a second one is left over from another tool.
    let lock = locks.min { Self.rank($0.format) < Self.rank($1.format) }
    if let lock {
      return [Source(manifest: Self.manifest(for: lock, among: manifests), resolved: lock)]
    }
    let unread = used.first { $0.format.isLock && $0.packages.isEmpty && !$0.problems.isEmpty }
    return manifests.compactMap { manifest in
      if let shared = sharedLock(for: manifest, in: above) {
        return Source(manifest: manifest, resolved: shared, isShared: true)
      }
      // A list of versions may be its own lockfile: frozen requirements, go.mod.
      let resolved = manifest.packages.isEmpty ? nil : manifest
      return manifest.requirements.isEmpty && resolved == nil
        ? nil : Source(manifest: manifest, resolved: resolved, unread: unread)
    }
  }

  /// A lockfile of a folder above that has all that the manifest asks for.
  private func sharedLock(for manifest: PackageList, in folders: [String]) -> PackageList? {
    let wanted = manifest.requirements.filter { $0.scope != .development && $0.isFromRegistry }
    guard !wanted.isEmpty else { return nil }
    for folder in folders {
      for list in packages.lists(in: folder)
      where list.format.isLock && list.ecosystem == manifest.ecosystem {
        let known = Set(list.packages.map(\.identity))
        if wanted.allSatisfy({ known.contains($0.identity) }) { return list }
      }
    }
    return nil
  }

  private static func manifest(for lock: PackageList, among manifests: [PackageList]) -> PackageList? {
    let preferred: [PackageListFormat: PackageListFormat] = [
      .pipfileLock: .pipfile, .poetryLock: .pythonProject, .uvLock: .pythonProject, .pdmLock: .pythonProject,
      .pythonLock: .pythonProject,
    ]
    return manifests.first { $0.format == preferred[lock.format] } ?? manifests.first
  }

  /// Smaller is decisive; the order in which builders look.
  private static func rank(_ format: PackageListFormat) -> Int {
    let order: [PackageListFormat] = [
      .npmLock, .yarnLock, .pnpmLock, .pipfileLock, .poetryLock, .uvLock, .pdmLock, .pythonLock,
    ]
    return order.firstIndex(of: format) ?? order.count
  }

  /// `requirements-dev.txt`, `requirements/test.txt`: nothing that is deployed.
  static func isForDevelopment(_ path: String) -> Bool {
    let name = FilePath.name(of: path).lowercased()
    let stem = name.prefix { $0 != "." }
    return stem.split { "-_".contains($0) }.contains {
      ["dev", "develop", "development", "test", "tests", "testing", "docs", "doc", "lint", "ci"].contains($0)
    }
  }
}

extension PackageRequirement {
  var isFromRegistry: Bool {
    if case .registry = source { true } else { false }
  }
}

extension Function {
  /// Ecosystems of which its runtime can load packages.
  var ecosystems: Set<Ecosystem> {
    guard let runtime = runtime.value else { return Set(Ecosystem.allCases) }
    let families: [(String, Set<Ecosystem>)] = [
      ("nodejs", [.npm]), ("python", [.pypi]), ("java", [.maven]), ("dotnet", [.nuget]),
      ("ruby", [.rubyGems]),
      ("go", [.go]), ("provided", [.go, .swift, .maven, .nuget]),
    ]
    return families.first { runtime.hasPrefix($0.0) }?.1 ?? Set(Ecosystem.allCases)
  }
}
