internal import Documents
internal import FindingModel
internal import PackageModel

/// `pylock.toml`, the lockfile that all tools may write.
///
/// https://packaging.python.org/specifications/pylock-toml/
enum PythonLock {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.toml, into: &list) else { return }
    guard let version = document["lock-version"]?.text else {
      return list.note("no lock-version: no lockfile of Python's standard")
    }
    guard version.hasPrefix("1.") else {
      return list.note("lock-version \(version.prefix(20)): only 1 is known")
    }
    if let python = document["requires-python"]?.text { list.engines = [("python", python)] }
    var tree = PythonLockTree()
    let packages = document["packages"]?.elements ?? []
    let indexes = packages.map { node in
      node["name"]?.text == nil ? nil : tree.add(entry(node), to: &list)
    }
    for (node, index) in zip(packages, indexes) {
      guard let index else { continue }
      let needs = (node["dependencies"]?.elements ?? []).flatMap { need in
        need["name"]?.text.map { tree.indexes(of: $0, version: need["version"]?.text, in: list) } ?? []
      }
      tree.connect(index, to: needs, in: &list)
    }
    tree.finish(&list, asked: source.pythonRequirements(), keepsScopes: false)
  }

  private static func entry(_ node: Node) -> PackageEntry {
    let name = node["name"]?.text ?? ""
    var entry = PackageEntry(
      PackageIdentity(.pypi, name), name: name, version: node["version"]?.text, source: source(of: node),
      at: node.location)
    let files = [node["archive"], node["sdist"]].compactMap { $0 } + (node["wheels"]?.elements ?? [])
    entry.integrity = files.prefix(Integrity.countLimit).flatMap { file in
      (file["hashes"]?.entries ?? []).compactMap { hash in
        hash.value.text.flatMap { Integrity.checked(hash.key, $0) }
      }
    }
    entry.condition = node["marker"]?.text
    return entry
  }

  private static func source(of node: Node) -> PackageSource {
    if let repository = node["vcs"], let address = (repository["url"] ?? repository["path"])?.text {
      let revision = (repository["commit-id"] ?? repository["requested-revision"])?.text
      return .repository(SourceAddress.safe(address), revision: revision)
    }
    if let folder = node[path: "directory", "path"]?.text { return .path(folder) }
    if let archive = node["archive"] {
      return archive["url"]?.text.map { .archive(SourceAddress.safe($0)) }
        ?? .path(archive["path"]?.text ?? "")
    }
    return PythonSource.registry(node["index"]?.text)
  }
}
