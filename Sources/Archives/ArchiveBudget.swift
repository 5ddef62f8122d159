/// What is left of the limits for one archive and everything inside it.
///
/// A class, because the visitor of an archive reads those inside it from the same budget while the outer one is
/// still being read.
package final class ArchiveBudget {
  package let limits: ArchiveLimits
  private var entries = 0
  private var bytes = 0
  private var depth = 0

  package init(_ limits: ArchiveLimits = .standard) {
    self.limits = limits
  }

  func enter() throws(ArchiveError) {
    guard depth <= limits.nesting else { throw .nestedTooDeep(limit: limits.nesting) }
    depth += 1
  }

  func leave() {
    depth -= 1
  }

  func spendEntry() throws(ArchiveError) {
    entries += 1
    guard entries <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
  }

  func spend(bytes count: Int) throws(ArchiveError) {
    bytes += count
    guard bytes <= limits.totalBytes else { throw .tooManyBytes(limit: limits.totalBytes) }
  }
}
