internal import DependencyInventory
internal import Documents
internal import FindingModel
internal import PackageModel

extension FuzzTarget {
  /// A refusal is a right answer, if it says where.
  static func toml(_ bytes: [UInt8]) -> String? {
    do {
      let document = try TOMLReader.parse(bytes, path: "input.toml")
      return document.isMapping ? nil : "the document is no table"
    } catch {
      return error.location.line >= 1 ? nil : "the error '\(error)' has no line"
    }
  }

  /// A file that says something about packages, through its reader to the paths between them.
  static func packages(_ bytes: [UInt8], path: String) -> String? {
    guard let format = PackageListReader.format(of: path) else { return "nothing reads '\(path)'" }
    let list = PackageListReader.read(bytes, path: path, format: format, files: NoPackageFiles())
    if list.packages.contains(where: { $0.dependencies.contains { !list.packages.indices.contains($0) } }) {
      return "a package needs one that is not in the list"
    }
    if list.packages.contains(where: { $0.location.line < 1 })
      || list.requirements.contains(where: { $0.location.line < 1 })
    {
      return "a package has no line"
    }
    if list.problems.contains(where: \.reason.isEmpty) { return "a problem has no text" }
    let paths = DependencyPaths(list)
    let isLost = list.packages.indices.prefix(100).contains { paths.path(to: $0).last != $0 }
    return isLost ? "a path does not lead to its package" : nil
  }
}
