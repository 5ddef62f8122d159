internal import CodeAnalysis
internal import DependencyAnalysis
internal import DependencyInventory
internal import FindingModel
internal import PackageModel

extension SourceTree: PackageFiles {}

/// Reads the manifests and lockfiles of a tree.
struct PackageReading {
  let tree: SourceTree
  let threads: Int

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

  /// What Dockerfiles and Makefiles among other files fetch.
  ///
  /// - Parameter paths: Sorted.
  func builds(among paths: [String]) -> [BuildFile] {
    paths.filter(BuildFile.isOne).compactMap { path in
      tree.bytes(of: path).map { BuildFile($0, path: path) }
    }
  }
}
