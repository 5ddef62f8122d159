internal import Documents
internal import PackageModel

/// Registries and sources that the tables of Python's tools name.
enum PythonRegistries {
  static func read(_ document: Node) -> [(address: String, scope: String?)] {
    let tool = document["tool"]
    let lists = [
      tool?[path: "poetry", "source"], tool?[path: "uv", "index"], tool?[path: "pdm", "source"],
      document["source"],
    ]
    var found = lists.compactMap { $0 }.flatMap(\.elements).compactMap { $0["url"]?.text }
    let uv = tool?["uv"]
    found += [uv?["index-url"]?.text].compactMap { $0 }
    found += (uv?["extra-index-url"]?.elements ?? []).compactMap(\.text)
    return found.map { (SourceAddress.safe($0), nil) }
  }

  /// `[tool.uv.sources]`, by the normalised name.
  static func uvSources(_ document: Node) -> [String: PackageSource] {
    var sources: [String: PackageSource] = [:]
    let indexes = document[path: "tool", "uv", "index"]?.elements ?? []
    let addresses = Dictionary(
      indexes.compactMap { node in node["name"]?.text.map { ($0, node["url"]?.text) } }
    ) { $1 }
    for entry in document[path: "tool", "uv", "sources"]?.entries ?? [] {
      // Several sources, one for each environment: the first stands for all.
      let node = entry.value.isSequence ? entry.value.elements.first ?? entry.value : entry.value
      let name = PackageIdentity(.pypi, entry.key).name
      if let index = node["index"]?.text {
        sources[name] = PythonSource.registry(addresses[index] ?? nil)
      } else if node["workspace"]?.boolean == true {
        sources[name] = .path("workspace")
      } else if let source = table(node) {
        sources[name] = source
      }
    }
    return sources
  }

  /// `{git = "…", rev = "…"}`, `{path = "…"}`, `{url = "…"}`, as Poetry, uv and Pipenv write them.
  static func table(_ node: Node) -> PackageSource? {
    for system in ["git", "hg", "svn", "bzr"] {
      guard let address = node[system]?.text else { continue }
      let revision = ["rev", "ref", "tag", "branch"].lazy.compactMap { node[$0]?.text }.first
      guard case .repository(let place, let inner) = PythonSource.of(system + "+" + address) else { continue }
      return .repository(place, revision: revision ?? inner)
    }
    if let path = (node["path"] ?? node["directory"] ?? node["editable"] ?? node["virtual"])?.text {
      return .path(path)
    }
    return (node["url"] ?? node["file"])?.text.map(PythonSource.of)
  }
}
