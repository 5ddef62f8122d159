internal import Archives
package import EnforcementPolicy
package import FunctionProtection

/// What a layer that was built before holds, as far as attaching and status ask.
package struct LayerContents: Sendable {
  /// By name; `nil` for one that the enforcer could not use either.
  package private(set) var policies: [String: CompiledPolicy?] = [:]
  package private(set) var architectures: Set<FunctionArchitecture> = []
  package private(set) var hasBootstrap = false

  /// A layer is small; an archive of other people's is not read to its end.
  private static let limits = ArchiveLimits(
    entries: 2_000, entryBytes: 1 << 20, totalBytes: 32 << 20, expansion: 200, expansionFloor: 1 << 20,
    nesting: 1, pathBytes: 1_024)

  /// - Returns: `nil` for anything but a layer of the enforcer.
  package static func read(_ archive: [UInt8]) -> LayerContents? {
    var contents = LayerContents()
    let folder = LayerPaths.policies + "/"
    let summary = try? ArchiveReader.visit(.bytes(archive), limits: limits) {
      entry, read throws(ArchiveError) in
      if entry.path == LayerPaths.bootstrap { contents.hasBootstrap = true }
      for architecture in FunctionArchitecture.allCases
      where entry.path.hasPrefix(LayerPaths.folder(of: architecture) + "/") {
        contents.architectures.insert(architecture)
      }
      guard entry.path.hasPrefix(folder) else { return }
      // A policy that cannot be used is listed without what it says.
      contents.policies[String(entry.path.dropFirst(folder.count))] = .some(try? CompiledPolicy(try read()))
    }
    return summary == nil || contents.policies.isEmpty ? nil : contents
  }
}
