package import FindingModel

/// What an import did, for people.
package struct ImportReport: Sendable {
  package struct Source: Sendable {
    package var name: String
    /// Records, as the source counts them.
    package var read = 0
    /// Advisories that the database did not have.
    package var added = 0
    /// Advisories that took the place of an older record.
    package var replaced = 0
    /// Records that were there more than once, or are older than what the database has.
    package var repeated = 0
    package var skipped: [SkipReason: Int] = [:]
    /// Entries that are parts of one advisory: retire.js has one for each range.
    package var joined = 0
    /// Imported advisories on flaws that another source of the database describes as well; scans show one.
    package var merged = 0

    package var imported: Int { added + replaced }
  }

  /// Problems that are listed; the others are counted.
  package static let problemLimit = 10

  /// In the order of their names.
  package var sources: [Source] = []
  /// Documents that were read, and files that are none of advisories.
  package var files = 0
  package var otherFiles = 0
  package var knownExploited = 0
  package var predictions = 0
  /// Records and other texts that cannot be used, the first ones.
  package private(set) var problems: [NotChecked] = []
  package private(set) var problemCount = 0

  package init() {}

  mutating func note(_ path: String, _ reason: String, isError: Bool = true) {
    problemCount += 1
    guard problems.count < Self.problemLimit else { return }
    problems.append(NotChecked(path: path, reason: reason, isError: isError))
  }

  /// Changes the numbers of one source.
  mutating func count(_ source: AdvisorySource, _ change: (inout Source) -> Void) {
    if let place = sources.firstIndex(where: { $0.name == source.name }) {
      change(&sources[place])
      return
    }
    var new = Source(name: source.name)
    change(&new)
    let place = sources.firstIndex { $0.name > source.name } ?? sources.endIndex
    sources.insert(new, at: place)
  }
}
