internal import FindingModel
internal import PackageModel

/// A package of a `yarn.lock` as an entry of a list.
enum YarnEntry {
  static func entry(_ block: YarnBlock, isBerry: Bool) -> PackageEntry? {
    guard let pattern = block.patterns.first else { return nil }
    return isBerry ? berry(block, pattern) : classic(block, pattern)
  }

  private static func classic(_ block: YarnBlock, _ pattern: String) -> PackageEntry? {
    let parts = NPMSpecifier.split(pattern)
    let specifier = NPMSpecifier(key: parts.name, text: parts.rest ?? "")
    let resolved = block.fields["resolved"]
    var source = specifier.source
    if source == .registry(nil), let resolved {
      source = NPMSource.resolved(resolved, name: specifier.name)
    } else if case .repository(let address, _) = source, let resolved,
      case .repository(_, let revision) = NPMSource.outside(resolved)
    {
      source = .repository(address, revision: revision)
    }
    var entry = PackageEntry(
      PackageIdentity(.npm, specifier.name), name: specifier.name, version: block.fields["version"],
      source: source, at: block.location)
    entry.alias = specifier.alias
    entry.integrity = block.fields["integrity"].map(Integrity.subresource) ?? []
    // Older files have the digest behind the address.
    if entry.integrity.isEmpty, let resolved, case .registry = source,
      let digest = SourceAddress.splitFragment(resolved).fragment,
      let hash = Integrity.checked("sha1", digest)
    {
      entry.integrity = [hash]
    }
    return entry
  }

  private static func berry(_ block: YarnBlock, _ pattern: String) -> PackageEntry? {
    // `lodash@npm:4.17.21`, `a@patch:a@npm%3A1.0.0#…`, `b@workspace:packages/b`, `c@https://…#commit=…`.
    let parts = NPMSpecifier.split(block.fields["resolution"] ?? pattern)
    let locator = parts.rest ?? ""
    var source = NPMSpecifier(key: parts.name, text: locator).source
    if let folder = workspaceFolder(block) { source = .path(folder) }
    if let archive = archiveAddress(locator) { source = NPMSource.resolved(archive, name: parts.name) }
    var entry = PackageEntry(
      PackageIdentity(.npm, parts.name), name: parts.name, version: block.fields["version"],
      source: source, at: block.location)
    let key = NPMSpecifier.split(pattern).name
    if key != parts.name { entry.alias = key }
    // The digest of yarn's own archive of the package, behind the version of its cache.
    if let checksum = block.fields["checksum"] {
      let digits = checksum.split(separator: "/").last.map(String.init) ?? checksum
      entry.integrity = Integrity.checked("sha512", digits).map { [$0] } ?? []
    }
    entry.condition = block.fields["conditions"]
    return entry
  }

  /// The folder of a member of the workspace, from the lockfile's own.
  static func workspaceFolder(_ block: YarnBlock) -> String? {
    guard let resolution = block.fields["resolution"], let locator = NPMSpecifier.split(resolution).rest,
      locator.hasPrefix("workspace:")
    else { return nil }
    return String(locator.dropFirst("workspace:".count))
  }

  /// Of a registry whose archives lie elsewhere than usual: `npm:1.0.0::__archiveUrl=https%3A%2F%2F…`.
  private static func archiveAddress(_ locator: String) -> String? {
    guard let mark = locator.place(of: "__archiveUrl=") else { return nil }
    return NPMSpecifier.decoded(locator[mark.upperBound...].prefix { $0 != "&" })
  }
}
