internal import Documents
internal import FindingModel

/// `pnpm-workspace.yaml`, which may hold the versions that manifests only name: `"react": "catalog:"`.
enum PNPMWorkspace {
  /// Ranges by package, by the name of the catalog; the ordinary one is `default`.
  typealias Catalogs = [String: [String: String]]

  static func catalogs(around source: ListSource) -> Catalogs {
    for folder in FilePath.ancestors(of: source.path).prefix(32) {
      let path = FilePath.join(folder, "pnpm-workspace.yaml")
      // Broken settings set nothing; pnpm itself would not run.
      if let bytes = source.files.bytes(of: path), let document = try? YAMLComposer.parse(bytes, path: path) {
        return read(document)
      }
    }
    return [:]
  }

  private static func read(_ document: Node) -> Catalogs {
    var catalogs: Catalogs = [:]
    for entry in document["catalogs"]?.entries ?? [] { catalogs[entry.key] = ranges(entry.value) }
    if let catalog = document["catalog"] { catalogs["default"] = ranges(catalog) }
    return catalogs
  }

  private static func ranges(_ node: Node) -> [String: String] {
    Dictionary(node.entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }) { $1 }
  }

  /// What a specifier means: itself, or the range of the catalog that it names.
  static func resolve(_ text: String, of name: String, in catalogs: Catalogs) -> String {
    guard text.hasPrefix("catalog:") else { return text }
    let catalog = String(text.dropFirst("catalog:".count))
    return catalogs[catalog.isEmpty ? "default" : catalog]?[name] ?? text
  }
}
