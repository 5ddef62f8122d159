internal import FindingModel
package import PackageModel

/// The manifests, lockfiles and bundles of a scanned tree, by where they lie.
package struct ProjectPackages: Sendable {
  /// What an archive or a folder of installed packages really holds.
  package struct Bundle: Sendable {
    /// The archive, or the folder in which packages are installed: the one that holds `node_modules`.
    package let path: String
    package let lists: [PackageList]

    package init(path: String, lists: [PackageList]) {
      self.path = path
      self.lists = lists
    }
  }

  /// Sorted by path.
  package let lists: [PackageList]
  package let bundles: [Bundle]
  /// Of folders and archives, sorted by path; in an archive behind `!/`.
  package let binaries: [NativeBinary]
  /// Sorted by path.
  package let builds: [BuildFile]
  private let byFolder: [String: [Int]]

  package init(
    lists: [PackageList] = [], bundles: [Bundle] = [], binaries: [NativeBinary] = [], builds: [BuildFile] = []
  ) {
    self.lists = lists.sorted { $0.path < $1.path }
    self.bundles = bundles.sorted { $0.path < $1.path }
    self.binaries = binaries.sorted { $0.path < $1.path }
    self.builds = builds.sorted { $0.path < $1.path }
    byFolder = Dictionary(grouping: self.lists.indices) { [sorted = self.lists] index in
      FilePath.folder(of: sorted[index].path)
    }
  }

  package var isEmpty: Bool { lists.isEmpty && bundles.isEmpty && binaries.isEmpty && builds.isEmpty }

  /// Lists that lie in the folder itself, sorted by path.
  func lists(in folder: String) -> [PackageList] { (byFolder[folder] ?? []).map { lists[$0] } }

  /// Lists that lie in the folder or below it.
  func lists(below folder: String) -> [PackageList] {
    lists.filter { folder.isEmpty || $0.path.hasPrefix(folder + "/") }
  }

  /// What is installed in the folder itself, or is the archive of that path.
  func bundles(at path: String) -> [Bundle] { bundles.filter { $0.path == path } }

  /// Files that build what lies in a folder: its own, and those below it that are not below another of the roots.
  func builds(in folder: String, apartFrom roots: Set<String>) -> [BuildFile] {
    builds.filter { build in
      FilePath.ancestors(of: build.path).first(where: roots.union([folder]).contains) == folder
    }
  }

  /// Binaries of the folder or archive.
  func binaries(in path: String) -> [NativeBinary] {
    binaries.filter { path.isEmpty || $0.path.hasPrefix(path + "/") || $0.path.hasPrefix(path + "!/") }
  }
}
