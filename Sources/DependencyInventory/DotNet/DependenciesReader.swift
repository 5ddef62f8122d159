internal import Documents
internal import FindingModel
internal import PackageModel

/// Reads `*.deps.json`: what a published .NET program brings along.
///
/// Source: "Runtime configuration files" of the .NET SDK's documentation. Packages that only were there to compile
/// have no files for running, and are left out.
enum DependenciesReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.json, into: &list) else { return }
    guard let libraries = document["libraries"], let targets = document["targets"] else {
      return list.note("The file has no 'libraries' and 'targets'.")
    }
    // One target per framework, and one more for the platform that was published for: that is what runs.
    let name = document[path: "runtimeTarget", "name"]?.text ?? document["runtimeTarget"]?.text
    guard let target = targets.entries.first(where: { $0.key == name }) ?? targets.entries.first else {
      return
    }
    let needs = Dictionary(target.value.entries.map { ($0.key, $0.value) }) { first, _ in first }
    var indexes: [String: Int] = [:]
    for library in libraries.entries where library.value["type"]?.text != "project" {
      guard let parts = split(library.key), needs[library.key].map(isThere) ?? true else { continue }
      var entry = PackageEntry(
        PackageIdentity(.nuget, parts.name), name: parts.name, version: parts.version, source: .bundle,
        at: library.keyLocation)
      entry.integrity = Integrity.subresource(library.value["sha512"]?.text ?? "")
      guard let index = list.add(entry) else { return }
      indexes[library.key] = index
    }
    for (key, index) in indexes {
      list.packages[index].dependencies = needed(by: needs[key], indexes)
    }
    for library in libraries.entries where library.value["type"]?.text == "project" {
      if list.project.name == nil, let parts = split(library.key) {
        list.project = (parts.name, parts.version)
      }
      for index in needed(by: needs[library.key], indexes) { list.packages[index].isDirect = true }
    }
  }

  /// `Newtonsoft.Json/13.0.1`; a runtime that was published along is a package with a prefix.
  private static func split(_ key: String) -> (name: String, version: String)? {
    let parts = key.split(separator: "/")
    guard parts.count == 2 else { return nil }
    let name = parts[0].hasPrefix("runtimepack.") ? parts[0].dropFirst("runtimepack.".count) : parts[0]
    return (String(name), String(parts[1]))
  }

  private static func isThere(_ node: Node) -> Bool {
    let isCompileOnly = node["compileOnly"]?.boolean == true
    return !isCompileOnly
  }

  private static func needed(by node: Node?, _ indexes: [String: Int]) -> [Int] {
    (node?["dependencies"]?.entries ?? []).compactMap { indexes["\($0.key)/\($0.value.text ?? "")"] }
  }
}
