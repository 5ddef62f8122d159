internal import ApplicationModel
internal import CodeAnalysis
internal import DependencyAnalysis
internal import DependencyInventory
internal import FindingModel
internal import PackageModel

extension FileTree: PackageFiles {
  func bytes(of path: String) -> [UInt8]? {
    // Whoever asks says that it cannot be read.
    try? read(path, limit: InventoryLimits.bytes)
  }
}

/// Reads the manifests and lockfiles of a tree.
struct PackageReading {
  let tree: FileTree
  let threads: Int

  struct Result: Sendable {
    let packages: ProjectPackages
    let installed: InstalledModules
    let notChecked: [NotChecked]
  }

  /// Everything that says what is packaged: lists of the tree, what is installed in packaged folders and archives.
  func packages(of loaded: ProjectLoading.LoadedTarget) -> Result {
    let lists = lists(at: loaded.packageLists)
    // Without a template the whole tree may be what is packaged.
    let isAll = loaded.isWhole && loaded.applications.isEmpty
    let folders = isAll ? [""] : loaded.applications.packagedFolders
    let installed = folders.sorted().parallelMap(threads: threads) { folder in
      InstalledReading(tree: tree).read(folder, isLocked: Self.isLocked(folder, lists.lists))
    }
    let builds = builds(at: loaded.others)
    let archives = loaded.bundled.map { ProjectPackages.Bundle(path: $0.path, lists: $0.lists) }
    let packages = ProjectPackages(
      lists: lists.lists, bundles: archives.filter { !$0.lists.isEmpty } + installed.flatMap(\.bundles),
      binaries: loaded.bundled.flatMap(\.binaries) + installed.flatMap(\.binaries), builds: builds)
    return Result(
      packages: packages, installed: InstalledModules(packages),
      notChecked: lists.notChecked + installed.flatMap(\.notChecked) + builds.flatMap(\.problems))
  }

  /// Whether a lockfile in the folder or above it says what npm installs there.
  private static func isLocked(_ folder: String, _ lists: [PackageList]) -> Bool {
    let folders = Set([folder] + (folder.isEmpty ? [] : FilePath.ancestors(of: folder)))
    return lists.contains {
      $0.ecosystem == .npm && $0.format.isLock && folders.contains(FilePath.folder(of: $0.path))
    }
  }

  private func builds(at paths: [String]) -> [BuildFile] {
    paths.filter(BuildFile.isOne).parallelMap(threads: threads) { path in
      // What cannot be read was named by the search for secrets, which reads it as well.
      tree.bytes(of: path).map { BuildFile($0, path: path) }
    }.compactMap(\.self)
  }

  /// - Parameter paths: Files that ``PackageListReader`` knows by their names, sorted.
  func lists(at paths: [String]) -> (lists: [PackageList], notChecked: [NotChecked]) {
    let read: [(list: PackageList?, problems: [NotChecked])] = paths.parallelMap(threads: threads) { path in
      guard let format = PackageListReader.format(of: path) else { return (nil, []) }
      guard let bytes = tree.bytes(of: path) else {
        return (nil, [NotChecked(path: path, reason: "the list of packages cannot be read or is too large")])
      }
      let list = PackageListReader.read(bytes, path: path, format: format, files: tree)
      return (list, list.problems)
    }
    return (read.compactMap(\.list), read.flatMap(\.problems))
  }
}

extension [[Application]] {
  /// Folders that functions and layers name as their code.
  fileprivate var packagedFolders: Set<String> {
    Set(joined().flatMap { $0.functions.compactMap(\.codeRoot) + $0.layers.compactMap(\.codeRoot) })
      .filter { !ArchiveFiles.isArchive($0) }
  }
}

extension PackageListReader {
  /// Whether a file is one that people or package managers keep in a project; what is installed is found otherwise.
  static func isManifest(_ path: String) -> Bool { format(of: path).map { !$0.isBundle } ?? false }
}
