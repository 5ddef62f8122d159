internal import Documents
internal import FindingModel
internal import PackageModel

/// Joins the packages of Python's lockfiles, which name what they need without its place.
struct PythonLockTree {
  /// Versions of one package that a need without a version may mean; locks for several environments have some.
  static let variantLimit = 16

  private var byName: [String: [Int]] = [:]
  private var isNeeded: Set<Int> = []

  mutating func add(_ entry: PackageEntry, to list: inout PackageList) -> Int? {
    guard let index = list.add(entry) else { return nil }
    byName[entry.identity.name, default: []].append(index)
    return index
  }

  /// An entry of the same name and version: locks repeat a package for its extras.
  func known(_ identity: PackageIdentity, version: String?, in list: PackageList) -> Int? {
    (byName[identity.name] ?? []).prefix(Self.variantLimit).first { list.packages[$0].version == version }
  }

  func indexes(of name: String, version: String? = nil, in list: PackageList) -> [Int] {
    let found = (byName[PackageIdentity(.pypi, name).name] ?? []).prefix(Self.variantLimit)
    guard let version else { return Array(found) }
    let exact = found.filter { list.packages[$0].version == version }
    return exact.isEmpty ? Array(found) : exact
  }

  mutating func connect(_ index: Int, to needed: [Int], in list: inout PackageList) {
    var known = Set(list.packages[index].dependencies)
    for other in needed where other != index && known.insert(other).inserted {
      list.packages[index].dependencies.append(other)
      isNeeded.insert(other)
    }
  }

  /// Scopes and direct packages by what the project asks for.
  ///
  /// - Parameter keepsScopes: The lockfile says itself what its packages are for.
  func finish(_ list: inout PackageList, asked: [PackageRequirement], keepsScopes: Bool) {
    var roots = asked.flatMap { requirement in
      indexes(of: requirement.name, in: list).map { (index: $0, scope: requirement.scope) }
    }
    if roots.isEmpty {
      // Without a manifest, what nothing else needs must have been asked for.
      roots = list.packages.indices.filter { !isNeeded.contains($0) }
        .map { ($0, list.packages[$0].scope) }
    }
    guard keepsScopes else { return ScopeWalk.assign(to: &list, roots: roots) }
    for root in roots { list.packages[root.index].isDirect = true }
  }
}

extension ListSource {
  /// What the project's own manifest, in the same folder, asks for.
  func pythonRequirements() -> [PackageRequirement] {
    let path = FilePath.join(FilePath.folder(of: path), "pyproject.toml")
    guard let bytes = files.bytes(of: path), bytes.count <= InventoryLimits.bytes else { return [] }
    var list = PackageList(path: path, format: .pythonProject)
    PythonProject.read(ListSource(bytes: bytes, path: path, files: files), into: &list)
    return list.requirements
  }
}
