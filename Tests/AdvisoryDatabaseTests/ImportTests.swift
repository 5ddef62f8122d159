@testable import AdvisoryDatabase
import Documents
import FindingModel
import Foundation
import PackageModel
import TestSupport
import Testing

let importDay = CalendarDate(year: 2024, month: 7, day: 1)

extension AdvisoryImporter {
  /// Into `database.sqlite` of the bench.
  static func run(
    _ paths: [String], _ bench: Workbench, change: (inout Options) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = Options(day: try #require(importDay))
    change(&options)
    return try self.import(from: paths, into: bench.path("database.sqlite"), options: options)
  }
}

extension Workbench {
  func store(withSeed: Bool = false) throws -> AdvisoryStore {
    try AdvisoryStore.open(at: path("database.sqlite"), withSeed: withSeed)
  }
}

@Suite struct ImportTests {
  @Test func everyRecordOfEveryFormatIsCountedWhereItCameFrom() throws {
    let bench = try Workbench()
    let report = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let counts = report.sources.map { "\($0.name) \($0.read) \($0.added) \($0.joined)" }
    #expect(
      counts == [
        "GHSA 1 1 0", "GO 1 1 0", "Node.js working group 1 1 0", "PYSEC 1 1 0", "RubySec 1 1 0",
        "retire.js browser libraries 4 2 1",
      ])
    #expect(report.files == 6)
    #expect(report.otherFiles == 1)
    // An entry of retire.js without a version.
    #expect(report.problemCount == 1)
    let status = try #require(try bench.store().status())
    #expect(status.records == 7)
    #expect(status.imported == "2024-07-01")
    #expect(status.newest == "2024-05-02")
    #expect(status.packages == [.npm: 3, .pypi: 1, .go: 1, .rubyGems: 1])
  }

  @Test(arguments: ArchiveMaker.Format.allCases)
  func archivesAreReadAsFoldersAre(format: ArchiveMaker.Format) throws {
    let bench = try Workbench()
    let files = [
      ("osv/1.json", Fixture.osv), ("pypi/2.yaml", Fixture.osvYAML), ("gems/3.yml", Fixture.rubySec),
      ("npm/7.json", Fixture.workingGroup), ("notes.txt", "x"),
    ]
    let archive = bench.path("all\(format.ending)")
    let bytes = ArchiveMaker.make(format, files.map { .file($0.0, $0.1) })
    try Data(bytes).write(to: URL(filePath: archive))
    let report = try AdvisoryImporter.run([archive], bench)
    #expect(report.sources.reduce(0) { $0 + $1.added } == 4)
    #expect(report.otherFiles == 1)
    // Also where it is met in a folder.
    #expect(try AdvisoryImporter.run([bench.folder.path()], bench).files == 4)
  }

  @Test func exploitsAreJoinedByTheirNumbers() throws {
    let bench = try Workbench()
    let catalogue = try bench.write(Fixture.knownExploited, to: "kev.json")
    let table = try bench.write(Fixture.predictions, to: "epss.csv")
    let report = try AdvisoryImporter.run([try bench.writeRecords(), catalogue, table], bench)
    #expect(report.knownExploited == 1)
    #expect(report.predictions == 2)
    let store = try bench.store()
    let advisory = try #require(try store.advisories(for: npm("reader")).first)
    #expect(
      try store.exploit(of: advisory) == KnownExploit(inKEV: true, dateAdded: "2024-06-07", epss: 0.97536))
    let other = try #require(try store.advisories(for: PackageIdentity(.pypi, "zope.interface")).first)
    #expect(try store.exploit(of: other) == KnownExploit(inKEV: false, epss: 0.00043))
  }

  @Test func aCompressedTableIsExpandedUpToItsLimit() throws {
    let bench = try Workbench()
    let gzip = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA0suS9VJLSgu5nIOc9U1MjAy0TU0MDDQMdAzMeUCAMQYFWEcAAAA"))
    let table = try bench.write(gzip, to: "epss.csv.gz")
    #expect(try AdvisoryImporter.run([table], bench).predictions == 1)
    let report = try AdvisoryImporter.run([table], bench) { $0.limits.tableBytes = 27 }
    #expect(report.predictions == 0)
    #expect(report.problemCount == 1)
  }

  @Test func corruptFilesAreNamedAndTheOthersImported() throws {
    let bench = try Workbench()
    let folder = try bench.writeRecords()
    for index in 1...12 { _ = try bench.write("{\"id\": ", to: "in/broken\(index).json") }
    _ = try bench.write(Data([0x50, 0x4B, 3, 4, 9, 9]), to: "in/broken.zip")
    _ = try bench.write(Data([0xFF, 0xFE, 0]), to: "in/text.yaml")
    let report = try AdvisoryImporter.run([folder, bench.path("nowhere")], bench)
    #expect(report.problemCount == 12 + 1 + 1 + 1 + 1)
    #expect(report.problems.count == ImportReport.problemLimit)
    #expect(try #require(try bench.store().status()).records == 7)
  }

  @Test func anInvertedRangeIsNamedAndNeverMatches() throws {
    let bench = try Workbench()
    let file = try bench.write(
      """
      {"id": "GHSA-1", "modified": "2024-01-01", "affected": [{"package": {"ecosystem": "npm", "name": "a"},
        "ranges": [{"type": "SEMVER", "events": [{"introduced": "3.0.0"}, {"fixed": "2.9.9"}]},
          {"type": "SEMVER", "events": [{"introduced": "1.0"}, {"fixed": "1.2"}]},
          {"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "the next"}]}]}]}
      """, to: "a.json")
    let report = try AdvisoryImporter.run([file], bench)
    #expect(
      report.problems.map(\.reason) == [
        "Of GHSA-1 the range of 'a' from 3.0.0 to 2.9.9 was left out: it ends before it starts.",
        "Of GHSA-1 the range of 'a' at 'the next' was left out: no version of npm reads so.",
      ])
    let advisory = try #require(try bench.store().advisories(for: npm("a")).first)
    #expect(advisory.affected[0].ranges == [.range(.introduced("1.0.0"), .fixed("1.2.0"))])
  }

  @Test func versionsThatTheRangesHaveAreNotKeptTwice() throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let advisory = try #require(
      try bench.store().advisories(for: PackageIdentity(.pypi, "zope-interface")).first)
    // 1.0, 1.1 and 1.2.post9 are before 1.4.
    #expect(advisory.affected[0].versions == ["2.0b1"])
  }

  @Test func aNewerRecordReplacesAnOlderOneAndNotTheOtherWayRound() throws {
    let bench = try Workbench()
    let record = { (day: String, summary: String) in
      """
      {"id": "GHSA-1", "modified": "\(day)T00:00:00Z", "summary": "\(summary)", "affected": [
        {"package": {"ecosystem": "npm", "name": "a"}, "versions": ["1.0.0"]}]}
      """
    }
    let summary = { try bench.store().advisories(named: "ghsa-1").map(\.summary) }
    _ = try AdvisoryImporter.run([try bench.write(record("2024-03-01", "second"), to: "a.json")], bench)
    let older = try AdvisoryImporter.run(
      [try bench.write(record("2024-02-01", "first"), to: "a.json")], bench)
    #expect(older.sources[0].repeated == 1)
    #expect(try summary() == ["second"])
    let newer = try AdvisoryImporter.run(
      [try bench.write(record("2024-04-01", "third"), to: "a.json")], bench)
    #expect(newer.sources[0].replaced == 1)
    #expect(try summary() == ["third"])
    let other = try bench.write(Fixture.osv, to: "a.json")
    _ = try AdvisoryImporter.run([other], bench) { $0.replaces = true }
    #expect(try summary().isEmpty)
  }

  @Test func oneFlawOfTwoGemsIsTwoRecords() throws {
    let bench = try Workbench()
    let first = try bench.write(Fixture.rubySec, to: "gems/rack.yml")
    let second = try bench.write(
      Fixture.rubySec.replacing("gem: rack", with: "gem: rails"), to: "gems/rails.yml")
    #expect(try AdvisoryImporter.run([first, second], bench).sources[0].added == 2)
    let advisory = try #require(try bench.store().advisories(named: "CVE-2024-3000").first)
    #expect(advisory.affected.map(\.identity.name).sorted() == ["rack", "rails"])
  }
}

@Suite struct ImportLimitTests {
  private func versions(_ count: Int) -> String {
    let list = (0..<count).map { "\"1.0.\($0)\"" }.joined(separator: ",")
    return """
      {"id": "GHSA-1", "modified": "2024-01-01", "affected": [
        {"package": {"ecosystem": "npm", "name": "a"}, "versions": [\(list)]}]}
      """
  }

  private func read(_ text: String, _ change: (inout AdvisoryLimits) -> Void) throws {
    var limits = AdvisoryLimits()
    change(&limits)
    _ = try AdvisoryDocument.read(try Fixture.node(text), limits: limits)
  }

  @Test func versionsAreBounded() throws {
    try read(versions(3)) { $0.versions = 3 }
    #expect(throws: AdvisoryDefect.tooMany("versions of one package", count: 4, limit: 3)) {
      try read(versions(4)) { $0.versions = 3 }
    }
  }

  @Test func rangesEventsPackagesAliasesAndSymbolsAreBounded() throws {
    let limits: [(String, (inout AdvisoryLimits, Int) -> Void, Int)] = [
      (Fixture.osv, { $0.ranges = $1 }, 2), (Fixture.osv, { $0.events = $1 }, 2),
      (Fixture.osv, { $0.packages = $1 }, 3),
      (Fixture.osv, { $0.aliases = $1 }, 1), (Fixture.go, { $0.symbols = $1 }, 4),
      (Fixture.retire, { $0.records = $1 }, 4),
    ]
    for (text, set, count) in limits {
      try read(text) { set(&$0, count) }
      #expect(throws: AdvisoryDefect.self) { try read(text) { set(&$0, count - 1) } }
    }
  }

  @Test func filesAreBounded() throws {
    let bench = try Workbench()
    let folder = try bench.writeRecords()
    #expect(try AdvisoryImporter.run([folder], bench) { $0.limits.files = 7 }.problemCount == 1)
    let report = try AdvisoryImporter.run([folder], bench) { $0.limits.files = 6 }
    #expect(report.problems.contains { $0.reason.hasPrefix("There are more than 6 files") })
  }

  @Test func theSizeOfADocumentIsBounded() throws {
    let bench = try Workbench()
    let file = try bench.write(Fixture.osv, to: "a.json")
    let size = Fixture.osv.utf8.count
    #expect(try AdvisoryImporter.run([file], bench) { $0.limits.document.bytes = size }.problemCount == 0)
    #expect(try AdvisoryImporter.run([file], bench) { $0.limits.document.bytes = size - 1 }.problemCount == 1)
  }

  @Test func foldersInFoldersAreBounded() throws {
    let bench = try Workbench()
    _ = try bench.write(Fixture.osv, to: "in/a/b/c.json")
    #expect(try AdvisoryImporter.run([bench.path("in")], bench) { $0.limits.depth = 2 }.files == 1)
    let report = try AdvisoryImporter.run([bench.path("in")], bench) { $0.limits.depth = 1 }
    #expect(report.files == 0)
    #expect(report.problems[0].reason == "It lies in more than 1 folders and was not read.")
  }

  @Test func linksAreNotFollowed() throws {
    let bench = try Workbench()
    _ = try bench.writeRecords()
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("in/loop"), withDestinationPath: bench.path("in"))
    #expect(try AdvisoryImporter.run([bench.path("in")], bench).files == 6)
  }
}
