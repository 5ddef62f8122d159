internal import Documents
internal import PackageModel

/// The key of a package in pnpm's lockfile, taken apart.
struct PNPMKey {
  /// Without what tells variants for different peers apart.
  let base: String
  let name: String
  /// A version, or the place that the package comes from.
  let version: String

  /// - Parameter hasSlashes: `/name/1.0.0_peer@2.0.0` rather than `/name@1.0.0(peer@2.0.0)`.
  init(_ key: String, hasSlashes: Bool) {
    guard hasSlashes else {
      base = String(key.prefix { $0 != "(" })
      let parts = NPMSpecifier.split(String(base.drop { $0 == "/" }))
      name = parts.name
      version = parts.rest ?? ""
      return
    }
    let parts = key.split(separator: "/", omittingEmptySubsequences: true)
    // `/@scope/name/1.0.0` or `host/@scope/name/1.0.0`: the version is last, unless peers hold slashes.
    let start = key.hasPrefix("/") ? 0 : 1
    let nameCount = parts.dropFirst(start).first?.hasPrefix("@") == true ? 2 : 1
    name = parts.dropFirst(start).prefix(nameCount).joined(separator: "/")
    let written = parts.dropFirst(start + nameCount).joined(separator: "/")
    version = String(written.prefix { $0 != "_" && $0 != "(" })
    base = String(key.dropLast(written.count - version.count))
  }
}

/// A package of pnpm's lockfile as an entry of a list.
enum PNPMEntry {
  static func entry(_ node: Entry, _ key: PNPMKey) -> PackageEntry {
    let value = node.value
    let name = value["name"]?.text ?? key.name
    let isPlace = key.version.contains("/") || key.version.contains(":")
    let version = value["version"]?.text ?? (isPlace || key.version.isEmpty ? nil : key.version)
    let resolution = value["resolution"]
    var entry = PackageEntry(
      PackageIdentity(.npm, name), name: name, version: version,
      source: source(resolution, name: name, place: isPlace ? key.version : nil),
      // Overwritten where the importers lead to it.
      scope: NPMLock.scope(
        isDevelopment: value["dev"]?.boolean == true, isOptional: value["optional"]?.boolean == true),
      at: node.keyLocation)
    entry.integrity = resolution?["integrity"]?.text.map(Integrity.subresource) ?? []
    entry.hasInstallScript = value["requiresBuild"]?.boolean == true
    entry.deprecation = value["deprecated"]?.text
    entry.condition = NPMLock.condition(of: value)
    return entry
  }

  private static func source(_ resolution: Node?, name: String, place: String?) -> PackageSource {
    if let repository = resolution?["repo"]?.text {
      return .repository(SourceAddress.safe(repository), revision: resolution?["commit"]?.text)
    }
    if let folder = resolution?["directory"]?.text { return .path(folder) }
    if let tarball = resolution?["tarball"]?.text {
      if tarball.hasPrefix("file:") { return .path(String(tarball.dropFirst("file:".count))) }
      return NPMSource.resolved(tarball, name: name)
    }
    return place.flatMap(NPMSource.outside) ?? .registry(nil)
  }
}
