internal import DependencyInventory
internal import Documents
internal import FindingModel
internal import PackageModel
internal import TemplateLoaders

/// A `package.json`, as far as it says where imports lead.
struct ScriptManifest: Sendable {
  let folder: String
  let name: String?
  /// Files that the package is entered by, the source before what is built of it.
  let entries: [String]
  /// `exports` and `imports`, by what is asked for.
  let exports: [PathPattern]
  let imports: [PathPattern]
  /// Packages that are asked for, by the names that the project gives them, with where they come from.
  let dependencies: [String: PackageSource]
  /// Patterns of folders of the packages of a monorepo.
  let workspaces: [String]

  init?(in folder: String, _ project: ProjectFiles) {
    guard let document = project.json(FilePath.join(folder, "package.json")), document.isMapping else {
      return nil
    }
    self.folder = folder
    name = document["name"]?.text
    entries = ["source", "module", "main"].compactMap { document[$0]?.text }
    exports = Self.exports(document["exports"])
    imports = document["imports"]?.entries.map { PathPattern($0.key, Self.targets($0.value)) } ?? []
    let requirements = NPMManifest.requirements(of: document).map { ($0.alias ?? $0.name, $0.source) }
    dependencies = Dictionary(requirements) { first, _ in first }
    let list = document["workspaces"]
    workspaces = (list?["packages"] ?? list)?.elements.compactMap(\.text) ?? []
  }

  private static func exports(_ node: Node?) -> [PathPattern] {
    guard let node else { return [] }
    if node.entries.contains(where: { $0.key.hasPrefix(".") }) {
      return node.entries.map { PathPattern($0.key, targets($0.value)) }
    }
    return [PathPattern(".", targets(node))]
  }

  /// Every file that a target may be, whatever the conditions are.
  private static func targets(_ node: Node, depth: Int = 0) -> [String] {
    if let text = node.text { return [text] }
    guard depth < 6 else { return [] }
    return node.elements.flatMap { targets($0, depth: depth + 1) }
      + node.entries.flatMap { targets($0.value, depth: depth + 1) }
  }

  /// Paths below the package that a name in it may mean, without the package's own name.
  func candidates(for part: String) -> [String] {
    let asked = part.isEmpty ? "." : "./" + part
    var found = exports.flatMap { $0.targets(for: asked) }
    if part.isEmpty {
      found += entries + ["src/index", "index", "lib/index"]
    } else {
      found += [part, "src/" + part, "lib/" + part]
    }
    // What is built is not there before it is built.
    return found
      + found.compactMap { path in
        let names = path.split(separator: "/").drop { $0 == "." }
        guard let first = names.first, ["dist", "build", "lib", "out", "esm", "cjs"].contains(first) else {
          return nil
        }
        let stem = names.dropFirst().joined(separator: "/")
        return "src/" + (stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem)
      }
  }
}

/// A name with at most one `*`, and what it stands for.
struct PathPattern: Sendable {
  let head: String
  /// `nil` where there is no `*`.
  let tail: String?
  private let targets: [String]

  init(_ pattern: String, _ targets: [String]) {
    let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    head = String(parts[0])
    tail = parts.count > 1 ? String(parts[1]) : nil
    self.targets = targets
  }

  /// - Returns: Nothing where the pattern is not meant.
  func targets(for name: String) -> [String] {
    guard let tail else { return name == head ? targets : [] }
    guard name.utf8.count >= head.utf8.count + tail.utf8.count, name.hasPrefix(head), name.hasSuffix(tail)
    else { return [] }
    let part = name.dropFirst(head.count).dropLast(tail.count)
    return targets.map { $0.replacing("*", with: part, maxReplacements: 1) }
  }
}

/// Packages of a monorepo.
enum Workspaces {
  /// Folders of packages that are looked at; more are left out.
  static let folderLimit = 1_000

  static func packages(in root: String, _ project: ProjectFiles) -> [String: String] {
    var patterns = project.manifest(in: root)?.workspaces ?? []
    patterns += pnpm(root, project)
    patterns +=
      project.json(FilePath.join(root, "lerna.json"))?["packages"]?.elements.compactMap(\.text) ?? []
    var packages: [String: String] = [:]
    for folder in patterns.flatMap({ folders($0, below: root, project) }).prefix(folderLimit) {
      guard let name = project.manifest(in: folder)?.name, packages[name] == nil else { continue }
      packages[name] = folder
    }
    return packages
  }

  private static func pnpm(_ root: String, _ project: ProjectFiles) -> [String] {
    // A malformed list names no packages; imports of theirs are then listed as leading nowhere.
    guard let bytes = project.bytes(of: FilePath.join(root, "pnpm-workspace.yaml")),
      let document = try? YAMLComposer.parse(bytes, path: "pnpm-workspace.yaml")
    else { return [] }
    return document["packages"]?.elements.compactMap(\.text) ?? []
  }

  private static func folders(_ pattern: String, below root: String, _ project: ProjectFiles) -> [String] {
    guard !pattern.hasPrefix("!") else { return [] }
    var found = [root]
    for part in pattern.split(separator: "/") where part != "." {
      switch part {
      case "**": found = found.flatMap { [$0] + deep($0, project, depth: 0) }
      case _ where part.contains("*"):
        let wanted = PathPattern(String(part), [""])
        found = found.flatMap { folder in
          project.files.folders(in: folder).filter {
            !wanted.targets(for: String(FilePath.name(of: $0))).isEmpty
          }
        }
      default: found = found.compactMap { FilePath.normalised(FilePath.join($0, String(part))) }
      }
      found = Array(found.prefix(folderLimit))
    }
    return found
  }

  private static func deep(_ folder: String, _ project: ProjectFiles, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    return project.files.folders(in: folder).flatMap { [$0] + deep($0, project, depth: depth + 1) }
  }
}
