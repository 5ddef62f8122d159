internal import Documents
internal import FindingModel

/// Registries that npm's and yarn's settings in the project name, and for which scopes.
enum NPMRegistries {
  typealias Registry = (address: String, scope: String?)

  /// Of the folder of a file and those above it; a nearer setting comes first.
  static func around(_ source: ListSource) -> [Registry] {
    var found: [Registry] = []
    for folder in FilePath.ancestors(of: source.path).prefix(folderLimit) {
      if let bytes = bytes(".npmrc", folder, source) { found += npm(bytes) }
      if let bytes = bytes(".yarnrc.yml", folder, source) { found += berry(bytes) }
      if let bytes = bytes(".yarnrc", folder, source) { found += yarn(bytes) }
    }
    var known: Set<String> = []
    return found.filter { known.insert($0.scope ?? "").inserted }
  }

  private static let folderLimit = 32
  /// Settings have a handful of lines.
  private static let byteLimit = 1 << 20

  private static func bytes(_ name: String, _ folder: String, _ source: ListSource) -> [UInt8]? {
    source.files.bytes(of: FilePath.join(folder, name)).flatMap { $0.count <= byteLimit ? $0 : nil }
  }

  /// `@scope:registry=https://…`; lines with passwords are not kept.
  private static func npm(_ bytes: [UInt8]) -> [Registry] {
    TextLines.of(bytes).compactMap { line in
      guard !line.hasPrefix(";"), !line.hasPrefix("#"), let mark = line.firstIndex(of: "=") else {
        return nil
      }
      return registry(key: line[..<mark], value: line[line.index(after: mark)...])
    }
  }

  /// `"@scope:registry" "https://…"`.
  private static func yarn(_ bytes: [UInt8]) -> [Registry] {
    TextLines.of(bytes).compactMap { line in
      guard let mark = line.lastIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
      return registry(key: line[..<mark], value: line[line.index(after: mark)...])
    }
  }

  private static func registry(key: Substring, value: Substring) -> Registry? {
    let key = bare(key)
    let value = bare(value)
    guard SourceAddress.hasWebScheme(value) else { return nil }
    if key == "registry" { return (SourceAddress.safe(value), nil) }
    guard key.hasPrefix("@"), key.hasSuffix(":registry") else { return nil }
    return (SourceAddress.safe(value), String(key.dropLast(":registry".count)))
  }

  private static func bare(_ text: Substring) -> String {
    String(text.filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" })
  }

  private static func berry(_ bytes: [UInt8]) -> [Registry] {
    // A broken settings file sets nothing; yarn itself would not run.
    guard let document = try? YAMLComposer.parse(bytes, path: ".yarnrc.yml") else { return [] }
    let scopes = document["npmScopes"]?.entries ?? []
    let scoped = scopes.compactMap { entry in
      entry.value["npmRegistryServer"]?.text.map { (SourceAddress.safe($0), "@" + entry.key) as Registry }
    }
    return scoped
      + [document["npmRegistryServer"]?.text].compactMap { $0 }.map { (SourceAddress.safe($0), nil) }
  }
}
