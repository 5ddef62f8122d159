/// Bounds on what reading one archive may cost; each has a test one below and one above.
package struct ArchiveLimits: Hashable, Sendable {
  /// Files, folders and links; the largest bundles of real functions hold some ten thousand.
  package var entries: Int
  /// Bytes of one entry that are held in memory.
  package var entryBytes: Int
  /// Bytes of all entries once expanded, those of archives inside the archive counted as well.
  ///
  /// Lambda itself stops at 250 MB for a function with all its layers; a bundle that was not deployed yet may be
  /// larger and is still worth reading.
  package var totalBytes: Int
  /// How many times its own size an archive may expand to.
  ///
  /// Deflate reaches 1032 with nothing but zeros; code and libraries stay below 20.
  package var expansion: Int
  /// Bytes up to which the expansion is nobody's concern: small archives of very regular files expand far.
  package var expansionFloor: Int
  /// Archives inside archives; a jar in a war in an ear in a bundle is 3.
  package var nesting: Int
  /// Bytes of one path.
  package var pathBytes: Int

  package static let standard = ArchiveLimits(
    entries: 250_000, entryBytes: 256 << 20, totalBytes: 2 << 30, expansion: 200, expansionFloor: 64 << 20,
    nesting: 4, pathBytes: 4096)

  package init(
    entries: Int, entryBytes: Int, totalBytes: Int, expansion: Int, expansionFloor: Int, nesting: Int,
    pathBytes: Int
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.expansion = expansion
    self.expansionFloor = expansionFloor
    self.nesting = nesting
    self.pathBytes = pathBytes
  }

  /// Bytes that an archive of this size may expand to by itself.
  func expandedBytes(of size: Int) -> Int {
    let (product, overflow) = size.multipliedReportingOverflow(by: expansion)
    return max(overflow ? .max : product, expansionFloor)
  }
}
