internal import Documents
internal import FindingModel
internal import PackageModel

/// `poetry.lock` and `pdm.lock`: lists of packages that name what they need.
enum PoetryLock {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.toml, into: &list) else { return }
    guard let packages = document["package"], packages.isSequence else {
      // Poetry writes an empty list for a project without dependencies.
      if document["metadata"] == nil { list.note("neither packages nor metadata: no lockfile") }
      return
    }
    var tree = PythonLockTree()
    var indexes: [Int?] = []
    let files = Dictionary(
      (document[path: "metadata", "files"]?.entries ?? []).map { ($0.key, $0.value) }
    ) { $1 }
    var saysScopes = false
    for node in packages.elements {
      let groups = scope(of: node)
      saysScopes = saysScopes || groups != nil
      indexes.append(add(node, files, scope: groups ?? .production, &tree, &list))
    }
    for (node, index) in zip(packages.elements, indexes) {
      guard let index else { continue }
      tree.connect(index, to: needs(of: node).flatMap { tree.indexes(of: $0, in: list) }, in: &list)
    }
    tree.finish(&list, asked: source.pythonRequirements(), keepsScopes: saysScopes)
  }

  private static func add(
    _ node: Node, _ files: [String: Node], scope: DependencyScope, _ tree: inout PythonLockTree,
    _ list: inout PackageList
  ) -> Int? {
    guard let name = node["name"]?.text else {
      list.note("line \(node.location.line): a package without a name")
      return nil
    }
    let version = node["version"]?.text
    let identity = PackageIdentity(.pypi, name)
    // PDM repeats a package for each set of its extras.
    if let known = tree.known(identity, version: version, in: list), node["extras"]?.isSequence == true {
      return known
    }
    var entry = PackageEntry(
      identity, name: name, version: version, source: source(of: node), scope: scope, at: node.location)
    let hashes = node["files"] ?? files[name]
    entry.integrity = (hashes?.elements ?? []).prefix(Integrity.countLimit).compactMap { file in
      file["hash"]?.text.flatMap { Integrity.labelled($0) }
    }
    entry.condition = (node["marker"] ?? node["markers"])?.text
    return tree.add(entry, to: &list)
  }

  /// Poetry's `category` and `groups`, PDM's `groups`, whose ordinary one is `default`.
  private static func scope(of node: Node) -> DependencyScope? {
    let isOptional = node["optional"]?.boolean == true
    var groups = (node["groups"]?.elements ?? []).compactMap(\.text)
    if let category = node["category"]?.text { groups.append(category) }
    if groups.isEmpty { return nil }
    guard groups.contains("main") || groups.contains("default") else { return .development }
    return isOptional ? .optional : .production
  }

  private static func source(of node: Node) -> PackageSource {
    if let source = node["source"], let address = source["url"]?.text {
      switch source["type"]?.text {
      case "git":
        let revision = (source["resolved_reference"] ?? source["reference"])?.text
        return .repository(SourceAddress.safe(address), revision: revision)
      case "directory", "file": return .path(address)
      case "url": return .archive(SourceAddress.safe(address))
      default: return PythonSource.registry(address)
      }
    }
    if node["git"] != nil, case .repository(let place, let reference)? = PythonRegistries.table(node) {
      return .repository(place, revision: node["revision"]?.text ?? reference)
    }
    return PythonRegistries.table(node) ?? .registry(nil)
  }

  /// Poetry has a table, PDM a list of requirements.
  private static func needs(of node: Node) -> [String] {
    guard let dependencies = node["dependencies"] else { return [] }
    return dependencies.entries.map(\.key)
      + dependencies.elements.compactMap { $0.text.flatMap { PythonRequirement($0)?.name } }
  }
}
