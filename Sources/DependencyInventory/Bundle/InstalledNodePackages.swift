internal import FindingModel
internal import PackageModel

/// The packages in the `node_modules` folders of a bundle, and which of them node would find for which.
struct InstalledNodePackages {
  /// Needs of all packages of one list together; ten times what the largest trees have.
  private static let edgeLimit = 2_000_000

  private var lists: [(folder: String, list: PackageList)] = []
  private var manifests: [String: PackageList] = [:]
  private var gyp: Set<String> = []

  /// A package's own manifest.
  mutating func add(_ list: PackageList, _ path: String) {
    guard lists.count < InventoryLimits.packages else { return }
    lists.append((FilePath.folder(of: path), list))
  }

  /// The manifest of the program that the packages were installed for.
  mutating func add(manifest: PackageList, _ path: String) {
    guard manifests.count < InventoryLimits.packages else { return }
    manifests[FilePath.folder(of: path)] = manifest
  }

  /// npm builds native code of a package that has this file, without being told.
  mutating func noteGyp(_ path: String) {
    if gyp.count < InventoryLimits.packages { gyp.insert(FilePath.folder(of: path)) }
  }

  /// One list for each outermost `node_modules`.
  func lists(place: (String) -> String) -> [PackageList] {
    let groups = Dictionary(grouping: lists) { Self.root(of: $0.folder) }
    return groups.keys.sorted().map { root in
      list(groups[root] ?? [], root: root, place: place)
    }
  }

  /// The folder above the outermost `node_modules`.
  private static func root(of folder: String) -> String {
    let parts = folder.split(separator: "/")
    let index = parts.firstIndex(of: "node_modules") ?? parts.endIndex
    return parts[..<index].joined(separator: "/")
  }

  private func list(
    _ members: [(folder: String, list: PackageList)], root: String, place: (String) -> String
  ) -> PackageList {
    let members = members.sorted { $0.folder < $1.folder }
    var list = PackageList(path: place(FilePath.join(root, "node_modules")), format: .npmBundle)
    var indexes: [String: Int] = [:]
    for member in members {
      list.problems += member.list.problems
      list.installScripts += member.list.installScripts
      guard var entry = member.list.packages.first else { continue }
      if gyp.contains(member.folder) { entry.hasInstallScript = true }
      indexes[member.folder] = list.add(entry)
    }
    var edges = 0
    var optional: [Int: Set<Int>] = [:]
    for member in members {
      guard let index = indexes[member.folder], edges < Self.edgeLimit else { continue }
      for requirement in member.list.requirements {
        guard let needed = Self.resolve(requirement, from: member.folder, indexes) else { continue }
        list.packages[index].dependencies.append(needed)
        if requirement.scope == .optional { optional[index, default: []].insert(needed) }
        edges += 1
      }
    }
    ScopeWalk.assign(to: &list, roots: roots(of: list, root: root, indexes), optional: optional)
    return list
  }

  /// What the program asks for; without its manifest, what no other package needs.
  private func roots(of list: PackageList, root: String, _ indexes: [String: Int]) -> [(
    index: Int, scope: DependencyScope
  )] {
    if let manifest = manifests[root], !manifest.requirements.isEmpty {
      return manifest.requirements.compactMap { requirement in
        Self.resolve(requirement, from: root, indexes).map { ($0, requirement.scope) }
      }
    }
    let needed = Set(list.packages.flatMap(\.dependencies))
    return list.packages.indices.filter { !needed.contains($0) }.map { ($0, .production) }
  }

  /// As node does it: in the `node_modules` of the folder itself, then of each folder above.
  private static func resolve(_ requirement: PackageRequirement, from start: String, _ indexes: [String: Int])
    -> Int?
  {
    let name = requirement.alias ?? requirement.name
    for folder in FilePath.ancestors(of: start + "/x").prefix(NPMPackageTree.levelLimit)
    where FilePath.name(of: folder) != "node_modules" {
      if let index = indexes[FilePath.join(folder, "node_modules/" + name)] { return index }
    }
    return nil
  }
}
