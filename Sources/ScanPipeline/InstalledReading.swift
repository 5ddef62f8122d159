internal import DependencyAnalysis
internal import DependencyInventory
internal import FindingModel
internal import PackageModel

/// Finds what is installed in folders that are packaged: `node_modules`, `*.dist-info`, jars, binaries.
struct InstalledReading {
  /// Bounds on the walk of one folder, with tests below and above.
  struct Limits: Sendable {
    var depth = 64
    var files = 300_000
    /// Bytes of one file that are read; larger ones are listed.
    var bytes = 256 << 20
  }

  let tree: FileTree
  var limits = Limits()

  struct Result: Sendable {
    var bundles: [ProjectPackages.Bundle] = []
    var binaries: [NativeBinary] = []
    var notChecked: [NotChecked] = []
  }

  /// Folders of tools, histories and earlier builds: no builder packages them.
  private static let left: Set<String> = [
    ".git", ".hg", ".svn", ".venv", "venv", ".tox", ".aws-sam", ".serverless", "cdk.out", ".terraform",
    ".build",
    ".gradle", ".mypy_cache", ".pytest_cache", "__pycache__",
  ]

  /// - Parameters:
  ///   - root: A folder below the scanned root; empty for that one itself.
  ///   - isLocked: Whether a lockfile says what `node_modules` holds, so that nobody has to look.
  func read(_ root: String, isLocked: Bool) -> Result {
    // A build may be what makes it.
    guard tree.isFolder(root) else { return Result() }
    var walk = Walk(collector: BundleCollector(path: root))
    visit("", of: root, isLocked: isLocked, depth: 0, &walk)
    let inventory = walk.collector.finish()
    var result = Result(binaries: inventory.binaries, notChecked: walk.notChecked + inventory.problems)
    result.notChecked += inventory.lists.flatMap(\.problems)
    for (path, lists) in Dictionary(grouping: inventory.lists, by: { Self.container(of: $0, root) }) {
      result.bundles.append(ProjectPackages.Bundle(path: path, lists: lists))
    }
    result.bundles.sort { $0.path < $1.path }
    return result
  }

  private struct Walk {
    var collector: BundleCollector
    var files = 0
    var notChecked: [NotChecked] = []
  }

  private func visit(_ folder: String, of root: String, isLocked: Bool, depth: Int, _ walk: inout Walk) {
    let place = FilePath.join(root, folder)
    guard depth <= limits.depth else {
      walk.notChecked.append(
        NotChecked(
          path: place, reason: "folders below it are nested deeper than the limit of \(limits.depth)"))
      return
    }
    let entries: [(name: String, kind: FileAccess.Kind)]
    do {
      entries = try FileAccess.list(FilePath.join(tree.root, place))
    } catch {
      walk.notChecked.append(NotChecked(path: place, reason: "the folder cannot be read: \(error)"))
      return
    }
    for entry in entries {
      let path = FilePath.join(folder, entry.name)
      switch entry.kind {
      case .folder:
        if Self.left.contains(entry.name) || (isLocked && entry.name == "node_modules") { continue }
        visit(path, of: root, isLocked: isLocked, depth: depth + 1, &walk)
      case .file: consider(path, of: root, &walk)
      // Package managers link to what lies elsewhere in the same folder; it is found there.
      case .link, .other: continue
      }
    }
  }

  private func consider(_ path: String, of root: String, _ walk: inout Walk) {
    walk.files += 1
    let place = FilePath.join(root, path)
    if walk.files == limits.files + 1 {
      walk.notChecked.append(
        NotChecked(
          path: place,
          reason: "the folder has more than \(limits.files) files; packages in later ones are not seen"))
    }
    guard walk.files <= limits.files else { return }
    let size = FileAccess.size(of: FilePath.join(tree.root, place))
    guard walk.collector.wants(path, size: size) else { return }
    do {
      walk.collector.add(path, try tree.read(place, limit: limits.bytes))
    } catch {
      walk.notChecked.append(NotChecked(path: place, reason: "the file cannot be read: \(error)"))
    }
  }

  /// The folder that a list of installed packages serves: the one that holds `node_modules`, or the packaged one.
  private static func container(of list: PackageList, _ root: String) -> String {
    guard list.format == .npmBundle else { return root }
    let names = list.path.split(separator: "/")
    guard let index = names.firstIndex(of: "node_modules") else { return root }
    return names[..<index].joined(separator: "/")
  }
}
