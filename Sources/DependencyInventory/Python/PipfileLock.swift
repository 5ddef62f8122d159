internal import Documents
internal import FindingModel
internal import PackageModel

/// `Pipfile.lock`: versions by group, without what needs what.
enum PipfileLock {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    guard let meta = document["_meta"] else { return list.note("no _meta: no lockfile of Pipenv") }
    list.registries = (meta["sources"]?.elements ?? []).compactMap { $0["url"]?.text }
      .map { (SourceAddress.safe($0), nil) }
    if let python = meta[path: "requires", "python_version"]?.text { list.engines = [("python", python)] }
    let addresses = Dictionary(
      (meta["sources"]?.elements ?? []).compactMap { node in
        node["name"]?.text.flatMap { name in node["url"]?.text.map { (name, $0) } }
      }
    ) { $1 }
    let asked = manifestNames(source)
    var known: Set<PackageIdentity> = []
    for section in document.entries where section.key != "_meta" {
      let scope: DependencyScope = section.key == "default" ? .production : .development
      for entry in section.value.entries {
        var entry = package(entry, scope, addresses)
        // A package of both groups is there for production.
        guard known.insert(entry.identity).inserted else { continue }
        entry.isDirect = asked?.contains(entry.identity) ?? false
        if list.add(entry) == nil { return }
      }
    }
  }

  private static func manifestNames(_ source: ListSource) -> Set<PackageIdentity>? {
    let path = FilePath.join(FilePath.folder(of: source.path), "Pipfile")
    guard let bytes = source.files.bytes(of: path), bytes.count <= InventoryLimits.bytes else { return nil }
    var manifest = PackageList(path: path, format: .pipfile)
    PoetryTables.readPipfile(
      ListSource(bytes: bytes, path: path, files: source.files), into: &manifest)
    return Set(manifest.requirements.map(\.identity))
  }

  private static func package(
    _ node: Entry, _ scope: DependencyScope, _ addresses: [String: String]
  ) -> PackageEntry {
    let version = node.value["version"]?.text.map { String($0.drop { $0 == "=" }) }
    let source =
      PythonRegistries.table(node.value)
      ?? PythonSource.registry(node.value["index"]?.text.flatMap { addresses[$0] })
    var entry = PackageEntry(
      PackageIdentity(.pypi, node.key), name: node.key, version: version, source: source, scope: scope,
      at: node.keyLocation)
    entry.integrity = (node.value["hashes"]?.elements ?? []).prefix(Integrity.countLimit)
      .compactMap { $0.text.flatMap { Integrity.labelled($0) } }
    entry.condition = node.value["markers"]?.text
    return entry
  }
}
