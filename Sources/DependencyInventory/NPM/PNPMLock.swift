internal import Documents
internal import PackageModel

/// `pnpm-lock.yaml`, version 5 to 9.
///
/// https://github.com/pnpm/spec/tree/master/lockfile
struct PNPMLock {
  /// Version 5 writes `/name/1.0.0_peers`, later ones `/name@1.0.0(peers)`, without the slash since 9.
  private let hasSlashKeys: Bool
  private var indexes: [String: Int] = [:]
  private var optional: [Int: Set<Int>] = [:]

  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.yaml, into: &list) else { return }
    guard let version = document["lockfileVersion"]?.text else {
      return list.note("no lockfileVersion: no lockfile of pnpm")
    }
    list.registries = NPMRegistries.around(source)
    let major = Int(version.prefix { $0 != "." }) ?? 0
    guard (5...9).contains(major) else {
      return list.note("lockfileVersion \(version.prefix(20)): only 5 to 9 are known")
    }
    var lock = PNPMLock(hasSlashKeys: major < 6)
    lock.fill(&list, from: document)
  }

  private init(hasSlashKeys: Bool) {
    self.hasSlashKeys = hasSlashKeys
  }

  private mutating func fill(_ list: inout PackageList, from document: Node) {
    let packages = document["packages"]?.entries ?? []
    for node in packages {
      let key = PNPMKey(node.key, hasSlashes: hasSlashKeys)
      // Variants for different peers are one package with one content.
      guard let index = indexes[key.base] ?? list.add(PNPMEntry.entry(node, key)) else { break }
      indexes[key.base] = index
      indexes[node.key] = index
    }
    let graph = document["snapshots"]?.entries ?? packages
    for node in graph where indexes[node.key] == nil {
      indexes[node.key] = indexes[PNPMKey(node.key, hasSlashes: hasSlashKeys).base]
    }
    for node in graph { connect(node, &list) }
    // A project alone is its own importer up to version 8.
    let importers = document["importers"]?.entries.map(\.value) ?? [document]
    ScopeWalk.assign(to: &list, roots: importers.flatMap(roots), optional: optional)
  }

  private mutating func connect(_ node: Entry, _ list: inout PackageList) {
    guard let index = indexes[node.key] else { return }
    var known = Set(list.packages[index].dependencies)
    for section in ["dependencies", "optionalDependencies"] {
      for entry in node.value[section]?.entries ?? [] {
        guard let needed = resolve(entry.key, entry.value), needed != index else { continue }
        if known.insert(needed).inserted { list.packages[index].dependencies.append(needed) }
        if section == "optionalDependencies" { optional[index, default: []].insert(needed) }
      }
    }
  }

  private func roots(of importer: Node) -> [(index: Int, scope: DependencyScope)] {
    NPMManifest.sections.flatMap { section in
      (importer[section.key]?.entries ?? []).compactMap { entry in
        resolve(entry.key, entry.value).map { ($0, section.scope) }
      }
    }
  }

  /// What a section means by `name: version`, or by `name: {specifier:, version:}` since version 6.
  private func resolve(_ name: String, _ value: Node) -> Int? {
    guard let version = (value.isMapping ? value["version"] : value)?.text, !version.hasPrefix("link:") else {
      return nil
    }
    let forms =
      hasSlashKeys
      ? ["/" + name + "/" + version, version] : [name + "@" + version, "/" + name + "@" + version, version]
    for form in forms {
      if let index = indexes[form] ?? indexes[PNPMKey(form, hasSlashes: hasSlashKeys).base] { return index }
    }
    return nil
  }
}
