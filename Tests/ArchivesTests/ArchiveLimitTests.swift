import TestSupport
import Testing

@testable import Archives

/// Every bound, one below and one above.
@Suite struct ArchiveLimitTests {
  private func read(_ bytes: [UInt8], _ limits: ArchiveLimits) throws -> ArchiveSummary {
    try ArchiveReader.visit(.bytes(bytes), limits: limits) { _, read throws(ArchiveError) in _ = try read() }
  }

  private func limits(_ change: (inout ArchiveLimits) -> Void) -> ArchiveLimits {
    var limits = ArchiveLimits.standard
    change(&limits)
    return limits
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .gzip])
  func entries(format: ArchiveMaker.Format) throws {
    let archive = ArchiveMaker.make(format, (0..<3).map { .file("\($0)", "x") })
    #expect(try read(archive, limits { $0.entries = 3 }).problems.isEmpty)
    let summary = try read(archive, limits { $0.entries = 2 })
    #expect(summary.problems == [.tooManyEntries(limit: 2)] && summary.files == 2)
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .gzip])
  func bytesOfAnEntry(format: ArchiveMaker.Format) throws {
    let archive = ArchiveMaker.make(format, [.zeros("a", 1000), .file("b", "x")])
    #expect(try read(archive, limits { $0.entryBytes = 1000 }).problems.isEmpty)
    let summary = try read(archive, limits { $0.entryBytes = 999 })
    #expect(summary.problems == [.entryTooLarge(entry: "a", limit: 999)] && summary.files == 2)
  }

  @Test(arguments: [ArchiveMaker.Format.zip, .xz])
  func bytesOfEverything(format: ArchiveMaker.Format) throws {
    let archive = ArchiveMaker.make(format, [.zeros("a", 600), .zeros("b", 400)])
    #expect(try read(archive, limits { $0.totalBytes = 1000 }).isComplete)
    let summary = try read(archive, limits { $0.totalBytes = 999 })
    #expect(summary.problems == [.tooManyBytes(limit: 999)])
  }

  @Test func expansion() throws {
    let archive = ArchiveMaker.make(.zip, [.zeros("a", 1_000_000)])
    let times = 1_000_000 / archive.count
    func bounded(_ times: Int) -> ArchiveLimits {
      limits {
        $0.expansion = times
        $0.expansionFloor = 0
      }
    }
    #expect(try read(archive, bounded(times + 1)).isComplete)
    #expect(try read(archive, bounded(times - 1)).problems == [.expandsTooFar(times: times - 1, after: nil)])
    // Below the floor nobody counts.
    #expect(try read(archive, limits { $0.expansion = 1 }).isComplete)
  }

  @Test func filesThatNobodyReadsCountOnlyWhereTheyAreExpanded() throws {
    let bounds = limits { $0.totalBytes = 999 }
    for (format, isComplete) in [(ArchiveMaker.Format.zip, true), (.gzip, false)] {
      let archive = ArchiveMaker.make(format, [.zeros("a", 2000)])
      let summary = try ArchiveReader.visit(.bytes(archive), limits: bounds) { _, _ throws(ArchiveError) in }
      #expect(summary.isComplete == isComplete)
    }
  }

  @Test func holesOfSparseFilesCost() throws {
    let content = [UInt8](repeating: 0, count: 1 << 20) + [1]
    let archive = ArchiveMaker.make(.tar, [.init(path: "a", content: content, hole: 1 << 20)])
    #expect(archive.count < 1 << 16)
    var found: [UInt8] = []
    let summary = try ArchiveReader.visit(.bytes(archive)) { _, read throws(ArchiveError) in
      found = try read()
    }
    #expect(found == content && summary.bytes == content.count)
    #expect(try read(archive, limits { $0.totalBytes = 1 << 20 }).problems == [.tooManyBytes(limit: 1 << 20)])
  }

  @Test func pathLength() throws {
    let archive = ArchiveMaker.make(.zip, [.file("abcd", "x")])
    #expect(try read(archive, limits { $0.pathBytes = 4 }).problems.isEmpty)
    #expect(
      try read(archive, limits { $0.pathBytes = 3 }).problems == [.pathTooLong(entry: "abcd", limit: 3)])
  }

  @Test func nestingAndOneBudgetForAllLevels() throws {
    var archive = ArchiveMaker.make(.zip, [.file("leaf", "x")])
    for _ in 0..<3 { archive = ArchiveMaker.make(.zip, [.init(path: "inner.zip", content: archive)]) }
    func descend(_ bytes: [UInt8], _ budget: ArchiveBudget) throws(ArchiveError) -> [ArchiveError] {
      var inner: [ArchiveError] = []
      let summary = try ArchiveReader.visit(.bytes(bytes), within: budget) {
        entry, read throws(ArchiveError) in
        let bytes = try read()
        if entry.path == "inner.zip" { inner += try descend(bytes, budget) }
      }
      return summary.problems + inner
    }
    #expect(try descend(archive, ArchiveBudget(limits { $0.nesting = 3 })).isEmpty)
    #expect(try descend(archive, ArchiveBudget(limits { $0.nesting = 2 })) == [.nestedTooDeep(limit: 2)])
    let problems = try descend(archive, ArchiveBudget(limits { $0.entries = 3 }))
    #expect(problems == [.tooManyEntries(limit: 3)])
  }

  @Test func listsABoundedNumberOfProblems() throws {
    let count = ArchiveSummary.problemLimit + 5
    let archive = ArchiveMaker.make(.tar, (0..<count).map { .init(path: "\($0)", link: "x") })
    let summary = try read(archive, .standard)
    #expect(summary.problems.count == ArchiveSummary.problemLimit && summary.unlistedProblems == 5)
  }
}
