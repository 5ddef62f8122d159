internal import Archives
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

  /// Bounds that a small input can reach, so that what happens at them is seen.
  private static let bounds = ArchiveLimits(
    entries: 200, entryBytes: 1 << 20, totalBytes: 8 << 20, expansion: 200, expansionFloor: 4 << 20,
    nesting: 2,
    pathBytes: 256)

  /// An archive, and everything that may be in a bundle.
  static func archive(_ bytes: [UInt8]) -> String? {
    var expanded = 0
    var wrong: String?
    let inventory = BundleInventory.read(
      .bytes(bytes), path: "input.zip", limits: bounds, wants: { _ in true },
      see: { entry, content in
        expanded += content.count
        if entry.path.hasPrefix("/") || entry.path.split(separator: "/").contains("..") {
          wrong = "the path '\(entry.path)' leads out"
        }
      })
    if let wrong { return wrong }
    if expanded > bounds.totalBytes { return "\(expanded) bytes were expanded" }
    return inventory.isComplete || !inventory.problems.isEmpty
      || inventory.lists.contains { !$0.problems.isEmpty }
      ? nil : "nothing says why the bundle was not read to its end"
  }

  static func xml(_ bytes: [UInt8]) -> String? {
    // A refusal is a right answer.
    guard let root = try? XMLReader.parse(bytes, path: "input.xml") else { return nil }
    return root.location.line >= 1 && root.location.endLine >= root.location.line
      ? nil : "the document has no place"
  }

  static func native(_ bytes: [UInt8]) -> String? {
    var collector = BundleCollector(path: "")
    collector.add("bin/tool", bytes)
    let wrong = collector.finish().binaries.first { $0.sha256.utf8.count != 64 || $0.size != bytes.count }
    return wrong.map { "'\($0.path)' has the digest '\($0.sha256)'" }
  }

  /// Every reader of package lists: the first byte chooses which.
  static func packageList(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let formats = PackageListFormat.allCases
    let format = formats[Int(first) % formats.count]
    let content = Array(bytes.dropFirst())
    let list = PackageListReader.read(
      content, path: "a/b/\(format.rawValue)", format: format, files: EverywhereTheSame(content: content))
    if list.packages.contains(where: { $0.location.line < 1 }) {
      return "a package has no place"
    }
    if list.requirements.contains(where: { $0.location.line < 1 }) { return "a requirement has no place" }
    let count = list.packages.count
    return list.packages.contains { $0.dependencies.contains { !(0..<count).contains($0) } }
      ? "a package needs one that is not there" : nil
  }

  /// A tree in which every file is the one that is read: what includes others includes itself.
  private struct EverywhereTheSame: PackageFiles {
    let content: [UInt8]
    // Some readers follow 64 of them, each with all its work: short ones show what goes round in a circle as well.
    func bytes(of path: String) -> [UInt8]? { Array(content.prefix(1024)) }
    func contains(_ path: String) -> Bool { true }
  }
}
