/// The step to a version without known flaws.
package enum Upgrade {
  /// Most versions that are tried.
  package static let candidateLimit = 1000

  /// The smallest fixed version above `version` that none of the entries affects.
  ///
  /// One of the same major line is preferred to a smaller step elsewhere, and a release to a prerelease.
  ///
  /// - Parameter entries: What advisories say of the package; those that do not affect `version` count too, because
  ///   the upgrade must not lead into them.
  /// - Returns: `nil` where no version that they name is free of all of them.
  package static func smallest(from version: Version, clearing entries: [AffectedPackage]) -> Version? {
    let parsed = entries.map(AffectedVersions.init)
    var candidates: [Version] = []
    for fixed in parsed.flatMap({ $0.fixedVersions(after: version) }).sorted() where candidates.last != fixed
    {
      candidates.append(fixed)
    }
    let clean = candidates.prefix(candidateLimit).filter { candidate in
      !parsed.contains { $0.contains(candidate) }
    }
    let isNear: (Version) -> Bool = { $0.order.major == version.order.major }
    return clean.first { isNear($0) && !$0.isPrerelease } ?? clean.first { !$0.isPrerelease }
      ?? clean.first(where: isNear) ?? clean.first
  }
}
