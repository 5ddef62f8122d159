internal import Documents
internal import PackageModel

/// Versions that a manifest sets for packages anywhere in the tree: npm's, yarn's and pnpm's notation.
enum NPMOverrides {
  static func read(_ document: Node) -> [PackageRequirement] {
    var found: [PackageRequirement] = []
    if let overrides = document["overrides"] { collect(overrides, within: nil, into: &found) }
    for entry in document["resolutions"]?.entries ?? [] { add(entry, name: lastOfPath(entry.key), &found) }
    for entry in document[path: "pnpm", "overrides"]?.entries ?? [] {
      add(entry, name: lastOfPath(entry.key), &found)
    }
    return found
  }

  /// npm nests, `{"foo": {".": "1.0.0", "bar": "2.0.0"}}`, as deep as the document may be.
  private static func collect(_ node: Node, within parent: String?, into found: inout [PackageRequirement]) {
    for entry in node.entries {
      let name = entry.key == "." ? parent : NPMSpecifier.split(entry.key).name
      guard let name else { continue }
      if entry.value.isMapping {
        collect(entry.value, within: name, into: &found)
      } else {
        add(entry, name: name, &found)
      }
    }
  }

  private static func add(_ entry: Entry, name: String, _ found: inout [PackageRequirement]) {
    // `$name` is the version that the project itself asks for; `-` takes the package out.
    guard let text = entry.value.text, !text.hasPrefix("$"), text != "-", !name.isEmpty else { return }
    found.append(NPMManifest.requirement(name, text, scope: .production, at: entry.keyLocation))
  }

  /// The package at the end of `**/a`, `a/**/@scope/b`, `a@1>b@2`.
  private static func lastOfPath(_ pattern: String) -> String {
    let last = pattern.split(separator: ">").last.map(String.init) ?? pattern
    let parts = last.split(separator: "/")
    guard let name = parts.last else { return last }
    let scope = parts.dropLast().last.flatMap { $0.hasPrefix("@") ? String($0) + "/" : nil } ?? ""
    return NPMSpecifier.split(scope + name).name
  }
}
