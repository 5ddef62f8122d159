internal import FindingModel
internal import PackageModel

/// Reads Gradle's lockfiles: `group:artifact:version=configuration,configuration` per line.
///
/// Source: "Locking dependency versions" of Gradle's user manual.
enum GradleLockReader {
  static func read(_ source: ListSource, into list: inout PackageList) {
    let name = FilePath.name(of: source.path)
    // Before Gradle 6.8 each configuration had a file of its own.
    let fileConfiguration = name.hasSuffix("gradle.lockfile") ? nil : String(name.dropLast(".lockfile".count))
    let isBuildScript = name.hasPrefix("buildscript-")
    for line in PlacedLines(source) where !line.text.hasPrefix("#") {
      let sides = line.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let left = sides.first, left != "empty", !left.isEmpty else { continue }
      let parts = left.split(separator: ":")
      guard parts.count == 3 else {
        list.note("line \(line.number): not 'group:artifact:version'")
        continue
      }
      let configurations =
        fileConfiguration.map { [$0] } ?? (sides.last ?? "").split(separator: ",").map(String.init)
      let identity = PackageIdentity(.maven, "\(parts[0]):\(parts[1])")
      let entry = PackageEntry(
        identity, name: identity.name, version: String(parts[2]),
        scope: isBuildScript ? .development : scope(of: configurations), at: line.location)
      if list.add(entry) == nil { return }
    }
  }

  /// The closest to production of what its configurations are for.
  private static func scope(of configurations: [String]) -> DependencyScope {
    let scopes = configurations.map(GradleConfiguration.scope)
    return [.production, .optional, .provided].first { scopes.contains($0) }
      ?? (scopes.isEmpty ? .production : .development)
  }
}
