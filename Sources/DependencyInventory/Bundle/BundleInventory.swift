package import Archives
package import FindingModel
package import PackageModel

/// What is really in a bundle: the unpacked folder or the archive that is deployed for a function or a layer.
///
/// Places inside an archive are written `function.zip!/node_modules/a/package.json`.
package struct BundleInventory: Sendable {
  /// The folder or archive, relative to the scanned root.
  package let path: String
  /// One per folder of installed packages, jar, .NET program or Go program, sorted by path.
  package internal(set) var lists: [PackageList] = []
  /// Sorted by path.
  package internal(set) var binaries: [NativeBinary] = []
  /// Files of the bundle, read or not.
  package internal(set) var files = 0
  /// Whether all of it was looked at.
  package internal(set) var isComplete = true
  package internal(set) var problems: [NotChecked] = []

  init(path: String) {
    self.path = path
  }

  /// Reads an archive: a function's or a layer's ZIP, a jar, a tarball, a wheel.
  ///
  /// - Parameters:
  ///   - path: Relative to the scanned root.
  ///   - wants: Files that the caller would see as well, such as texts to be searched.
  ///   - see: Is given their bytes, so that each file is expanded once.
  package static func read(
    _ source: ArchiveSource, path: String, limits: ArchiveLimits = .standard,
    wants: (ArchiveEntry) -> Bool = { _ in false }, see: (ArchiveEntry, [UInt8]) -> Void = { _, _ in }
  ) -> BundleInventory {
    let budget = ArchiveBudget(limits)
    var collector = BundleCollector(path: path, isArchive: true, budget: budget)
    if JavaFiles.isArchive(FilePath.name(of: path)) {
      collector.add(jar: source)
      // Its classes are of no use here, and what else it holds is in that list.
      return collector.finish()
    }
    do throws(ArchiveError) {
      let summary = try ArchiveReader.visit(source, within: budget) { entry, read throws(ArchiveError) in
        let isWanted = collector.wants(entry.path, size: entry.declaredSize)
        let isSeen = wants(entry)
        guard isWanted || isSeen else { return }
        let bytes = try read()
        if isSeen { see(entry, bytes) }
        if isWanted { collector.add(entry.path, bytes) }
      }
      collector.note(summary)
    } catch {
      collector.note(error)
    }
    return collector.finish()
  }
}
