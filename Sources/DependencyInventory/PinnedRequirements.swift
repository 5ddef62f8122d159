internal import PackageModel

/// What a manifest asks for in one exact version is installed in that version, also without a lockfile.
enum PinnedRequirements {
  /// Adds an entry for each such requirement of a manifest; locks and bundles say themselves what is there.
  static func add(to list: inout PackageList) {
    guard !list.format.isLock, !list.format.isBundle, let ecosystem = list.ecosystem,
      list.packages.isEmpty
    else { return }
    for requirement in list.requirements {
      guard let constraint = requirement.constraint,
        let version = VersionRequirement(constraint, in: ecosystem)?.pinned
      else { continue }
      var entry = PackageEntry(
        requirement.identity, name: requirement.name, version: version, source: requirement.source,
        scope: requirement.scope, isDirect: true, at: requirement.location)
      entry.alias = requirement.alias
      entry.integrity = requirement.integrity
      entry.condition = requirement.condition
      if list.add(entry) == nil { return }
    }
  }
}
