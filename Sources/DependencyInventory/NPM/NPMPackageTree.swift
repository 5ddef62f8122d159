internal import Documents
internal import FindingModel
internal import PackageModel

/// `packages` of npm's lockfiles: every folder of the tree with what lies in it.
struct NPMPackageTree {
  private let nodes: [Entry]
  private let byLocation: [String: Node]
  /// Where a location stands in the list of packages; a link stands for its target.
  private var indexes: [String: Int] = [:]

  /// Folders above a package in which its needs are looked for; npm's own trees stay below 30.
  static let levelLimit = 200
  /// Bytes of a location; systems themselves stop there.
  static let pathLimit = 4096

  init(_ packages: Node) {
    nodes = packages.entries
    byLocation = Dictionary(packages.entries.map { ($0.key, $0.value) }) { $1 }
  }

  mutating func fill(_ list: inout PackageList) {
    var root: Node?
    var members: [String] = []
    for node in nodes {
      if node.key.isEmpty {
        root = node.value
        list.licences = NPMManifest.licences(of: node.value)
      } else if node.value["link"]?.boolean != true {
        if NPMLock.name(ofLocation: node.key) == nil { members.append(node.key) }
        guard let index = list.add(entry(node)) else { break }
        indexes[node.key] = index
      }
    }
    for node in nodes where node.value["link"]?.boolean == true { link(node, &list) }
    for node in nodes { connect(node, &list) }
    // The project asks for what its root and the members of its workspaces ask for.
    for member in members { indexes[member].map { list.packages[$0].isDirect = true } }
    for (location, node) in [("", root)] + members.map({ ($0, byLocation[$0]) }) {
      for key in keys(of: node, withDevelopment: true) {
        resolve(key, from: location).map { list.packages[$0].isDirect = true }
      }
    }
  }

  private func entry(_ node: Entry) -> PackageEntry {
    let value = node.value
    let key = NPMLock.name(ofLocation: node.key)
    let name = value["name"]?.text ?? key ?? String(FilePath.name(of: node.key))
    let version = value["version"]?.text
    var entry = PackageEntry(
      PackageIdentity(.npm, name), name: name, version: version, source: source(value, node.key, name),
      scope: NPMLock.scope(
        isDevelopment: value["dev"]?.boolean == true,
        isOptional: value["optional"]?.boolean == true || value["devOptional"]?.boolean == true),
      at: node.keyLocation)
    if let key, key != name { entry.alias = key }
    entry.integrity = value["integrity"]?.text.map(Integrity.subresource) ?? []
    entry.licences = NPMManifest.licences(of: value)
    entry.hasInstallScript = value["hasInstallScript"]?.boolean == true
    entry.deprecation = value["deprecated"]?.text
    return entry
  }

  private func source(_ value: Node, _ location: String, _ name: String) -> PackageSource {
    // Members of a workspace, and folders outside: they lie where the key says.
    if NPMLock.name(ofLocation: location) == nil { return .path(location) }
    if value["inBundle"]?.boolean == true { return .bundle }
    guard let resolved = value["resolved"]?.text else { return .registry(nil) }
    return NPMSource.resolved(resolved, name: name)
  }

  private mutating func link(_ node: Entry, _ list: inout PackageList) {
    guard let target = node.value["resolved"]?.text else { return }
    if let index = indexes[target] {
      indexes[node.key] = index
      return
    }
    // A folder that the lockfile does not describe.
    let name = NPMLock.name(ofLocation: node.key) ?? node.key
    let entry = PackageEntry(
      PackageIdentity(.npm, name), name: name, version: nil, source: .path(target), at: node.keyLocation)
    indexes[node.key] = list.add(entry)
  }

  private func connect(_ node: Entry, _ list: inout PackageList) {
    guard node.value["link"]?.boolean != true, let index = indexes[node.key] else { return }
    var known: Set<Int> = []
    for key in keys(of: node.value, withDevelopment: false) {
      guard let needed = resolve(key, from: node.key), known.insert(needed).inserted else { continue }
      list.packages[index].dependencies.append(needed)
    }
  }

  private func keys(of node: Node?, withDevelopment: Bool) -> [String] {
    var sections = ["dependencies", "optionalDependencies", "peerDependencies"]
    if withDevelopment { sections.append("devDependencies") }
    return sections.flatMap { node?[$0]?.entries.map(\.key) ?? [] }
  }

  /// As node does it: in the `node_modules` of the folder itself, then of each folder above.
  private func resolve(_ name: String, from location: String) -> Int? {
    guard location.utf8.count <= Self.pathLimit else { return nil }
    var folder = location
    for _ in 0..<Self.levelLimit {
      if FilePath.name(of: folder) != "node_modules",
        let index = indexes[FilePath.join(folder, "node_modules/" + name)]
      {
        return index
      }
      if folder.isEmpty { return nil }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }
}
