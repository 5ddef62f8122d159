internal import Documents
internal import PackageModel

/// `dependencies` of npm's first lockfiles: packages that hold the packages of their own folder.
struct NPMNestedTree {
  /// What one folder's packages are called, and where they stand in the list.
  private var folders: [[String: Int]] = []
  private var needs: [(index: Int, names: [String], folders: [Int])] = []

  mutating func fill(_ list: inout PackageList, from dependencies: Node, manifest: Node?) {
    add(dependencies, above: [], to: &list)
    var isNeeded = Array(repeating: false, count: list.packages.count)
    for need in needs {
      var known: Set<Int> = []
      for name in need.names {
        guard let folder = need.folders.last(where: { folders[$0][name] != nil }),
          let found = folders[folder][name], known.insert(found).inserted
        else { continue }
        list.packages[need.index].dependencies.append(found)
        isNeeded[found] = true
      }
    }
    guard let manifest else {
      // Without the manifest, what nothing else needs must have been asked for.
      for index in (folders.first ?? [:]).values where !isNeeded[index] {
        list.packages[index].isDirect = true
      }
      return
    }
    for section in NPMManifest.sections {
      for entry in manifest[section.key]?.entries ?? [] {
        if let index = folders.first?[entry.key] { list.packages[index].isDirect = true }
      }
    }
  }

  /// As deep as the document may be.
  private mutating func add(_ dependencies: Node, above: [Int], to list: inout PackageList) {
    let folder = folders.count
    folders.append([:])
    for node in dependencies.entries {
      guard node.value.isMapping, let index = list.add(entry(node.key, node)) else { continue }
      folders[folder][node.key] = index
    }
    for node in dependencies.entries {
      guard let index = folders[folder][node.key] else { continue }
      var scope = above + [folder]
      if let nested = node.value["dependencies"], nested.isMapping {
        scope.append(folders.count)
        add(nested, above: above + [folder], to: &list)
      }
      needs.append((index, node.value["requires"]?.entries.map(\.key) ?? [], scope))
    }
  }

  private func entry(_ key: String, _ node: Entry) -> PackageEntry {
    let value = node.value
    let written = value["version"]?.text ?? ""
    let specifier = NPMSpecifier(key: key, text: written)
    let version = specifier.constraint
    var source = specifier.source
    if value["bundled"]?.boolean == true {
      source = .bundle
    } else if version != nil, let resolved = value["resolved"]?.text {
      source = NPMSource.resolved(resolved, name: specifier.name)
    }
    var entry = PackageEntry(
      PackageIdentity(.npm, specifier.name), name: specifier.name,
      version: version.flatMap { $0.isEmpty ? nil : $0 }, source: source,
      scope: NPMLock.scope(
        isDevelopment: value["dev"]?.boolean == true, isOptional: value["optional"]?.boolean == true),
      at: node.keyLocation)
    entry.alias = specifier.alias
    entry.integrity = value["integrity"]?.text.map(Integrity.subresource) ?? []
    return entry
  }
}
