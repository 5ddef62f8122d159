internal import Documents
internal import FindingModel
internal import PackageModel

/// `[tool.poetry]` of `pyproject.toml`, and the tables of `Pipfile`, which look alike.
///
/// https://python-poetry.org/docs/pyproject/
enum PoetryTables {
  static func read(_ poetry: Node, into list: inout PackageList) {
    let sources = addresses(poetry["source"])
    add(poetry["dependencies"], .production, sources, to: &list)
    add(poetry["dev-dependencies"], .development, sources, to: &list)
    for group in poetry["group"]?.entries ?? [] {
      add(
        group.value["dependencies"], group.key == "main" ? .production : .development, sources, to: &list)
    }
  }

  /// `Pipfile`.
  ///
  /// https://pipenv.pypa.io/en/latest/pipfile.html
  static func readPipfile(_ source: ListSource, into list: inout PackageList) {
    guard let document = source.document(.toml, into: &list) else { return }
    list.registries = PythonRegistries.read(document)
    if let python =
      (document[path: "requires", "python_version"] ?? document[path: "requires", "python_full_version"])?
      .text
    {
      list.engines = [("python", python)]
    }
    let sources = addresses(document["source"])
    for section in document.entries where section.value.isMapping {
      switch section.key {
      case "source", "requires", "pipenv", "scripts": continue
      case "packages": add(section.value, .production, sources, to: &list)
      default: add(section.value, .development, sources, to: &list)
      }
    }
  }

  /// Addresses of registries by the names that requirements give them.
  private static func addresses(_ sources: Node?) -> [String: String] {
    let named = (sources?.elements ?? []).compactMap { node -> (String, String)? in
      guard let name = node["name"]?.text, let address = node["url"]?.text else { return nil }
      return (name, address)
    }
    return Dictionary(named) { $1 }
  }

  private static func add(
    _ table: Node?, _ scope: DependencyScope, _ sources: [String: String], to list: inout PackageList
  ) {
    for entry in table?.entries ?? [] where entry.key != "python" {
      // A list has one table for each environment.
      for node in entry.value.isSequence ? entry.value.elements : [entry.value] {
        guard PythonRequirement(entry.key) != nil else {
          list.note("line \(entry.keyLocation.line): '\(entry.key.prefix(60))' is no name of a package")
          break
        }
        list.ask(for: requirement(entry, node, scope, sources))
      }
    }
  }

  private static func requirement(
    _ entry: Entry, _ node: Node, _ scope: DependencyScope, _ sources: [String: String]
  ) -> PackageRequirement {
    let constraint = (node.isMapping ? node["version"] : node)?.text
    var requirement = PackageRequirement(
      PackageIdentity(.pypi, entry.key), name: entry.key, constraint: constraint == "*" ? nil : constraint,
      scope: node["optional"]?.boolean == true && scope == .production ? .optional : scope,
      source: node.isMapping ? source(node, sources) : .registry(nil),
      at: entry.keyLocation)
    requirement.condition = (node["markers"] ?? node["python"])?.text
    return requirement
  }

  /// A place of its own, or the registry that is named: Poetry's `source`, Pipenv's `index`.
  private static func source(_ node: Node, _ sources: [String: String]) -> PackageSource {
    if let source = PythonRegistries.table(node) { return source }
    guard let name = (node["source"] ?? node["index"])?.text else { return .registry(nil) }
    // One that is pinned is no longer anybody's, even where the address stands elsewhere.
    return .registry(SourceAddress.safe(sources[name] ?? name))
  }
}
