package import Archives
package import Documents

/// Bounds on what one import may cost.
package struct ImportLimits: Sendable {
  /// Files and folders; all of OSV's has some 300,000 records.
  package var files = 2_000_000
  /// Folders inside folders.
  package var depth = 32
  /// One document; catalogues that hold all records of a source in one file are the largest.
  package var document = DocumentLimits(bytes: 32 << 20, depth: 100, nodes: 4_000_000)
  package var record = AdvisoryLimits.standard
  /// One archive with those in it: OSV's archive of npm expands to about 1 GB.
  package var archive = ArchiveLimits(
    entries: 1_000_000, entryBytes: 256 << 20, totalBytes: 8 << 30, expansion: 200, expansionFloor: 64 << 20,
    nesting: 2, pathBytes: 4096)
  /// A table of predictions once expanded; that of all CVE numbers has about 10 MB.
  package var tableBytes = 128 << 20

  package static let standard = ImportLimits()

  package init() {}
}
