internal import Documents
internal import FindingModel

/// Registries that `nuget.config` sets for a folder and those below it.
enum NuGetSources {
  /// Folders upwards that are looked at.
  private static let depthLimit = 16

  static func near(_ source: ListSource) -> [(address: String, scope: String?)] {
    for folder in FilePath.ancestors(of: source.path).prefix(depthLimit) {
      for name in ["nuget.config", "NuGet.config", "NuGet.Config"] {
        let path = FilePath.join(folder, name)
        // A configuration that cannot be parsed sets nothing for NuGet either.
        guard let bytes = source.files.bytes(of: path),
          let root = try? XMLReader.parse(bytes, path: path, limits: InventoryLimits.document)
        else { continue }
        return sources(root)
      }
    }
    return []
  }

  private static func sources(_ root: XMLElement) -> [(address: String, scope: String?)] {
    let mapping = root["packageSourceMapping"]?.children(named: "packageSource") ?? []
    return (root["packageSources"]?.children(named: "add") ?? []).flatMap { item in
      guard let key = item.attribute("key"), let value = item.attribute("value") else {
        return [(address: String, scope: String?)]()
      }
      let address = SourceAddress.safe(value)
      let patterns = mapping.first { $0.attribute("key") == key }?.children(named: "package") ?? []
      let scopes = patterns.compactMap { $0.attribute("pattern") }.map { $0 == "*" ? nil : $0 }
      return scopes.isEmpty ? [(address, nil)] : scopes.map { (address, $0) }
    }
  }
}
