internal import Documents
internal import FindingModel
internal import PackageModel

/// `uv.lock`, whose packages hold what each of their extras and groups needs.
///
/// https://docs.astral.sh/uv/concepts/projects/layout/
struct UVLock {
  private var tree = PythonLockTree()

  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.toml, into: &list) else { return }
    guard document["version"]?.integer != nil else { return list.note("no version: no lockfile of uv") }
    if let python = document["requires-python"]?.text { list.engines = [("python", python)] }
    var lock = UVLock()
    lock.fill(&list, from: document["package"]?.elements ?? [], source)
  }

  private mutating func fill(_ list: inout PackageList, from packages: [Node], _ source: ListSource) {
    let indexes = packages.map { node in
      node["name"]?.text == nil ? nil : tree.add(Self.entry(node), to: &list)
    }
    var roots: [(index: Int, scope: DependencyScope)] = []
    var optional: [Int: Set<Int>] = [:]
    for (node, index) in zip(packages, indexes) {
      guard let index else { continue }
      let needs = resolve(node["dependencies"], in: list)
      let extras = (node["optional-dependencies"]?.entries ?? []).map { entry in
        (scope: PythonScopes.ofExtra(entry.key), needs: resolve(entry.value, in: list))
      }
      let groups =
        ((node["dev-dependencies"] ?? node["dependency-groups"])?.entries ?? [])
        .flatMap { resolve($0.value, in: list) }
      if Self.isMember(node) {
        if list.project.name == nil, Self.isRoot(node) {
          list.project = (node["name"]?.text, node["version"]?.text)
        }
        list.packages[index].isDirect = true
        roots.append((index, .production))
        roots += needs.map { ($0, .production) }
        for extra in extras { roots += extra.needs.map { ($0, extra.scope) } }
        roots += groups.map { ($0, .development) }
        let optionalNeeds = extras.filter { $0.scope == .optional }.flatMap(\.needs)
        tree.connect(index, to: needs + optionalNeeds, in: &list)
        optional[index] = Set(optionalNeeds).subtracting(needs)
      } else {
        // An extra is in the lock only where somebody asks for it.
        tree.connect(index, to: needs + extras.flatMap(\.needs), in: &list)
      }
    }
    guard roots.isEmpty else { return ScopeWalk.assign(to: &list, roots: roots, optional: optional) }
    tree.finish(&list, asked: source.pythonRequirements(), keepsScopes: false)
  }

  private func resolve(_ needs: Node?, in list: PackageList) -> [Int] {
    (needs?.elements ?? []).flatMap { need in
      need["name"]?.text.map { tree.indexes(of: $0, version: need["version"]?.text, in: list) } ?? []
    }
  }

  /// A package of the project's own workspace.
  private static func isMember(_ node: Node) -> Bool {
    guard let source = node["source"] else { return false }
    return source["editable"] != nil || source["virtual"] != nil
  }

  private static func isRoot(_ node: Node) -> Bool {
    (node["source"]?["editable"] ?? node["source"]?["virtual"])?.text == "."
  }

  private static func entry(_ node: Node) -> PackageEntry {
    let name = node["name"]?.text ?? ""
    var entry = PackageEntry(
      PackageIdentity(.pypi, name), name: name, version: node["version"]?.text,
      source: node["source"].map(source) ?? .registry(nil), at: node.location)
    let files = [node["sdist"]].compactMap { $0 } + (node["wheels"]?.elements ?? [])
    entry.integrity = files.prefix(Integrity.countLimit).compactMap { file in
      file["hash"]?.text.flatMap { Integrity.labelled($0) }
    }
    let markers = (node["resolution-markers"]?.elements ?? []).compactMap(\.text)
    entry.condition = markers.isEmpty ? nil : markers.joined(separator: " or ")
    return entry
  }

  private static func source(_ node: Node) -> PackageSource {
    if let registry = node["registry"]?.text {
      return SourceAddress.hasWebScheme(registry) ? PythonSource.registry(registry) : .path(registry)
    }
    if let git = node["git"]?.text {
      // `https://host/owner/name?rev=v1#commit`.
      let parts = SourceAddress.splitFragment(git)
      return .repository(SourceAddress.safe(parts.address), revision: parts.fragment)
    }
    return PythonRegistries.table(node) ?? .unknown
  }
}
