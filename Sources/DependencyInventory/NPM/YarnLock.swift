internal import Documents
internal import FindingModel
internal import PackageModel

/// `yarn.lock` in both notations.
///
/// The file does not say what the project itself asks for: that is in the manifests beside it.
enum YarnLock {
  static func read(_ source: ListSource, into list: inout PackageList) {
    list.registries = NPMRegistries.around(source)
    let isBerry = source.bytes.containsText("__metadata:")
    let blocks: [YarnBlock]
    if isBerry {
      guard let document = source.document(.yaml, into: &list) else { return }
      blocks = YarnBerryReader.blocks(of: document)
    } else {
      let reader = YarnClassicReader(source.bytes, path: source.path)
      blocks = reader.blocks
      if let line = reader.strayLine {
        list.note("line \(line): not the notation of yarn.lock; what follows may be incomplete")
      }
    }
    var tree = YarnTree(isBerry: isBerry)
    tree.fill(&list, from: blocks, source)
  }
}

/// The packages of a `yarn.lock`, joined by the patterns that ask for them.
struct YarnTree {
  let isBerry: Bool
  private var byPattern: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var optional: [Int: Set<Int>] = [:]
  private var isNeeded: Set<Int> = []
  private var workspaces: [(index: Int, folder: String)] = []

  init(isBerry: Bool) {
    self.isBerry = isBerry
  }

  mutating func fill(_ list: inout PackageList, from blocks: [YarnBlock], _ source: ListSource) {
    var indexes: [Int?] = []
    for block in blocks {
      let entry = YarnEntry.entry(block, isBerry: isBerry)
      let index = entry.flatMap { list.add($0) }
      indexes.append(index)
      guard let index else { continue }
      for pattern in block.patterns {
        byPattern[pattern] = index
        byName[NPMSpecifier.split(pattern).name, default: index] = index
      }
      if let folder = YarnEntry.workspaceFolder(block) { workspaces.append((index, folder)) }
    }
    for (block, index) in zip(blocks, indexes) {
      if let index { connect(block, index, &list) }
    }
    ScopeWalk.assign(to: &list, roots: roots(&list, source), optional: optional)
  }

  private mutating func connect(_ block: YarnBlock, _ index: Int, _ list: inout PackageList) {
    var known: Set<Int> = []
    for (name, range) in block.dependencies {
      guard let needed = resolve(name, range), known.insert(needed).inserted else { continue }
      list.packages[index].dependencies.append(needed)
      isNeeded.insert(needed)
      if block.optional.contains(name) { optional[index, default: []].insert(needed) }
    }
  }

  private func resolve(_ name: String, _ range: String) -> Int? {
    byPattern[name + "@" + range] ?? byPattern[name + "@npm:" + range]
      // What `resolutions` sets is in the file under the version that was set.
      ?? byName[name]
  }

  private func roots(
    _ list: inout PackageList, _ source: ListSource
  ) -> [(index: Int, scope: DependencyScope)] {
    var roots: [(index: Int, scope: DependencyScope)] = []
    var manifests = [source.neighbour("package.json", .json)].compactMap { $0 }
    for workspace in workspaces {
      list.packages[workspace.index].isDirect = true
      // Its edges are those of all its sections; the manifest says which is which.
      let manifest = source.neighbour(FilePath.join(workspace.folder, "package.json"), .json)
      let needed = list.packages[workspace.index].dependencies
      guard let manifest else {
        roots += needed.map { ($0, .production) }
        continue
      }
      let onlyDevelopment = Self.developmentKeys(of: manifest)
      let isDevelopment = Set(onlyDevelopment.compactMap { resolve($0.key, $0.value) })
      list.packages[workspace.index].dependencies = needed.filter { !isDevelopment.contains($0) }
      roots += isDevelopment.map { ($0, .development) }
      manifests.append(manifest)
    }
    for manifest in manifests {
      // Peers of the project are there if something else brings them.
      for section in NPMManifest.sections where section.scope != .provided {
        for entry in manifest[section.key]?.entries ?? [] {
          guard let index = resolve(entry.key, entry.value.text ?? "") else { continue }
          roots.append((index, section.scope))
        }
      }
    }
    // Members of workspaces are not in the first notation: what nothing else needs is theirs.
    let asked = Set(roots.map(\.index)).union(workspaces.map(\.index))
    roots += list.packages.indices.filter { !isNeeded.contains($0) && !asked.contains($0) }
      .map { ($0, .production) }
    return roots
  }

  private static func developmentKeys(of manifest: Node) -> [(key: String, value: String)] {
    let production = Set(
      ["dependencies", "optionalDependencies"].flatMap { manifest[$0]?.entries.map(\.key) ?? [] })
    return (manifest["devDependencies"]?.entries ?? [])
      .filter { !production.contains($0.key) }.map { ($0.key, $0.value.text ?? "") }
  }
}
