internal import DependencyAnalysis
internal import DependencyInventory
internal import FindingModel
internal import PackageModel

/// Python's modules that packages brought into a folder which is packaged: other people's code beside the user's own.
///
/// They are judged as packages; as programs they would be read for hours to say what nobody of the project wrote.
struct InstalledModules: Sendable {
  /// Folders of modules, and files without their ending.
  private let modules: Set<String>

  init(_ packages: ProjectPackages) {
    var modules: Set<String> = []
    for list in packages.bundles.flatMap(\.lists) where list.format == .pythonBundle {
      for entry in list.packages {
        for name in ImportNames.of(entry) {
          modules.insert(FilePath.join(list.path, String(name.prefix { $0 != "." })))
        }
      }
    }
    self.modules = modules
  }

  /// Whether the file is part of one.
  func contains(_ path: String) -> Bool {
    guard !modules.isEmpty else { return false }
    if path.hasSuffix(".py"), modules.contains(String(path.dropLast(".py".count))) { return true }
    return FilePath.ancestors(of: path).contains(where: modules.contains)
  }
}
