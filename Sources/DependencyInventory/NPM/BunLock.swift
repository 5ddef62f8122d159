internal import Documents
internal import FindingModel
internal import PackageModel

/// `bun.lock`, Bun's lockfile as text; the binary one is not read.
///
/// https://bun.com/docs/pm/lockfile
struct BunLock {
  private var indexes: [String: Int] = [:]
  private var optional: [Int: Set<Int>] = [:]

  static func read(_ source: ListSource, into list: inout PackageList) {
    let plain = ListSource(
      bytes: CommentedJSON.plain(source.bytes), path: source.path, files: source.files)
    guard let document = plain.document(.json, into: &list) else { return }
    guard let packages = document["packages"], packages.isMapping else {
      return list.note("no packages: no lockfile of Bun")
    }
    list.registries = NPMRegistries.around(source)
    var lock = BunLock()
    lock.fill(&list, from: packages.entries, workspaces: document["workspaces"]?.entries ?? [])
  }

  private mutating func fill(_ list: inout PackageList, from packages: [Entry], workspaces: [Entry]) {
    for node in packages {
      guard let entry = Self.entry(node) else { continue }
      indexes[node.key] = list.add(entry)
    }
    for node in packages {
      guard let index = indexes[node.key] else { continue }
      connect(node, index, &list)
    }
    let roots = workspaces.flatMap { workspace in
      NPMManifest.sections.filter { $0.scope != .provided }.flatMap { section in
        (workspace.value[section.key]?.entries ?? []).compactMap { entry in
          (indexes[(workspace.value["name"]?.text ?? "") + "/" + entry.key] ?? indexes[entry.key])
            .map { (index: $0, scope: section.scope) }
        }
      }
    }
    ScopeWalk.assign(to: &list, roots: roots, optional: optional)
  }

  /// `["name@1.0.0", "", {dependencies}, "sha512-…"]`; repositories and folders have no registry in between.
  private static func entry(_ node: Entry) -> PackageEntry? {
    guard let text = node.value.elements.first?.text else { return nil }
    let parts = NPMSpecifier.split(text)
    let locator = parts.rest ?? ""
    let outside = NPMSource.outside(locator)
    let registry = node.value.elements.dropFirst().first?.text.flatMap { $0.isEmpty ? nil : $0 }
    var entry = PackageEntry(
      PackageIdentity(.npm, parts.name), name: parts.name,
      version: outside == nil && !locator.isEmpty ? locator : nil,
      source: outside ?? .registry(registry.map(SourceAddress.safe)), at: node.keyLocation)
    entry.integrity =
      node.value.elements.count > 1 ? node.value.elements.last?.text.map(Integrity.subresource) ?? [] : []
    if let key = names(in: node.key).last, key != parts.name { entry.alias = key }
    return entry
  }

  private mutating func connect(_ node: Entry, _ index: Int, _ list: inout PackageList) {
    let needs = node.value.elements.first { $0.isMapping }
    guard node.key.utf8.count <= NPMPackageTree.pathLimit else { return }
    let place = Self.names(in: node.key).prefix(Self.levelLimit)
    var known: Set<Int> = []
    for section in ["dependencies", "optionalDependencies", "peerDependencies"] {
      for entry in needs?[section]?.entries ?? [] {
        guard let needed = resolve(entry.key, from: place), known.insert(needed).inserted else { continue }
        list.packages[index].dependencies.append(needed)
        if section != "dependencies" { optional[index, default: []].insert(needed) }
      }
    }
  }

  /// Packages within packages of which a key is made.
  private static let levelLimit = 64

  /// `a/@b/c/d` is `d` for `@b/c` for `a`: the nearest one counts, as in nested folders.
  private func resolve(_ name: String, from place: ArraySlice<String>) -> Int? {
    var place = place
    while true {
      if let index = indexes[(place + [name]).joined(separator: "/")] { return index }
      if place.popLast() == nil { return nil }
    }
  }

  private static func names(in key: String) -> [String] {
    var names: [String] = []
    for part in key.split(separator: "/") {
      if let last = names.last, last.hasPrefix("@"), !last.contains("/") {
        names[names.count - 1] = last + "/" + part
      } else {
        names.append(String(part))
      }
    }
    return names
  }
}
