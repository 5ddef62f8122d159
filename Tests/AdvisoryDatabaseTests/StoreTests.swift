@testable import AdvisoryDatabase
import FindingModel
import Foundation
import PackageModel
import Testing

@Suite struct StoreTests {
  private func imported(_ records: [String], _ bench: Workbench) throws -> AdvisoryStore {
    for (index, text) in records.enumerated() {
      _ = try bench.write(text, to: "in/\(index).\(text.hasPrefix("{") ? "json" : "yml")")
    }
    _ = try AdvisoryImporter.run([bench.path("in")], bench)
    return try bench.store()
  }

  private func osv(
    _ id: String, _ aliases: [String] = [], fixed: String, package: String = "a", extra: String = ""
  ) -> String {
    let names = aliases.map { "\"\($0)\"" }.joined(separator: ",")
    return """
      {"id": "\(id)", "modified": "2024-01-01", "aliases": [\(names)], \(extra) "affected": [
        {"package": {"ecosystem": "npm", "name": "\(package)"},
         "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "\(fixed)"}]}]}]}
      """
  }

  @Test func aVersionMatchesTheAdvisoriesWhoseRangesHaveIt() throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let versions = ["1.2.2", "1.2.3", "2.1.0", "2.1.1"].compactMap { Version($0, in: .npm) }
    let matches = try bench.store().matches(versions.map { (npm("reader"), $0) })
    #expect(matches.map(\.package) == [0, 2])
    #expect(matches.allSatisfy { $0.advisory.id == "GHSA-aaaa-bbbb-cccc" })
    #expect(matches[0].advisory.affected.map(\.identity) == [npm("reader")])
  }

  @Test func recordsOfOneFlawAreOneAdvisoryWithTheBestSourcesVersions() throws {
    let bench = try Workbench()
    let old = """
      {"id": 5, "module_name": "a", "title": "old", "cves": ["CVE-2020-1111"], "vulnerable_versions": "<9.0.0",
       "cvss_vector": "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "publish_date": "2019-01-01"}
      """
    let store = try imported([osv("GHSA-1", ["CVE-2020-1111"], fixed: "2.0.0"), old], bench)
    let advisories = try store.advisories(for: npm("a"))
    #expect(advisories.map(\.id) == ["GHSA-1"])
    #expect(advisories[0].aliases == ["CVE-2020-1111", "NSWG-ECO-5"])
    #expect(advisories[0].affected[0].ranges == [.range(.introduced("0"), .fixed("2.0.0"))])
    // What the better source lacks comes from the other.
    #expect(advisories[0].vectors.count == 1)
    #expect(advisories[0].severityWord == nil)
    #expect(advisories[0].published == "2019-01-01")
    #expect(try #require(try store.status()).sources.map(\.shared) == [1, 1])
  }

  @Test func theSeverityIsThatOfOneSource() throws {
    let bench = try Workbench()
    let old = """
      {"id": 5, "module_name": "a", "title": "old", "cves": ["CVE-2020-1111"], "vulnerable_versions": "<9.0.0",
       "cvss_vector": "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "cvss_score": 9.8}
      """
    let better = osv(
      "GHSA-1", ["CVE-2020-1111"], fixed: "2.0.0", extra: #""database_specific": {"severity": "LOW"},"#)
    let advisory = try #require(try imported([better, old], bench).advisories(for: npm("a")).first)
    #expect(advisory.severityWord == "LOW")
    #expect(advisory.vectors == [])
    #expect(advisory.score == nil)
  }

  @Test func aNumberOfCVEIsNotTheIdWhereThereIsABetterName() throws {
    let bench = try Workbench()
    let store = try imported([osv("CVE-2020-1111", ["GHSA-9"], fixed: "2.0.0")], bench)
    #expect(try store.advisories(for: npm("a")).map(\.id) == ["GHSA-9"])
    #expect(try store.advisories(named: "cve-2020-1111").map(\.id) == ["GHSA-9"])
  }

  @Test func aRecordOfSeveralFlawsJoinsNoneOfThem() throws {
    let bench = try Workbench()
    let bundle = """
      {"a": {"vulnerabilities": [{"below": "3.0.0", "severity": "high",
        "identifiers": {"CVE": ["CVE-2020-1111", "CVE-2020-2222"]}, "info": []}]}}
      """
    let both = [
      osv("GHSA-1", ["CVE-2020-1111"], fixed: "1.0.0"), osv("GHSA-2", ["CVE-2020-2222"], fixed: "2.0.0"),
    ]
    #expect(try imported(both + [bundle], bench).advisories(for: npm("a")).map(\.id) == ["GHSA-1", "GHSA-2"])
    let other = try Workbench()
    let store = try imported([both[0], bundle], other)
    // One of its flaws is described nowhere else: it stays.
    #expect(try store.advisories(for: npm("a")).map(\.id) == ["CVE-2020-1111", "GHSA-1"])
  }

  @Test func aWithdrawnAdvisoryIsGoneAlsoFromTheSeed() throws {
    let bench = try Workbench()
    let minimist = try #require(
      try AdvisoryStore.seed.advisories(for: npm("minimist")).first { $0.aliases.contains("CVE-2021-44906") })
    let gone =
      #"{"id": "\#(minimist.id)", "modified": "2030-01-01", "withdrawn": "2030-01-01", "affected": []}"#
    _ = try imported([gone, osv("GHSA-1", fixed: "1.0.0", extra: #""withdrawn": "2024-01-01","#)], bench)
    let store = try bench.store(withSeed: true)
    #expect(try !store.advisories(for: npm("minimist")).contains { $0.id == minimist.id })
    #expect(try store.advisories(for: npm("a")).isEmpty)
    #expect(try store.advisories(named: "GHSA-1").isEmpty)
  }

  @Test func whatWasImportedCountsMoreThanTheSeed() throws {
    let bench = try Workbench()
    _ = try imported(
      [osv("GHSA-xvch-5gv4-984h", ["CVE-2021-44906"], fixed: "9.9.9", package: "minimist")], bench)
    let version = try #require(Version("5.0.0", in: .npm))
    #expect(try bench.store(withSeed: true).matches([(npm("minimist"), version)]).count == 1)
    #expect(try AdvisoryStore.seed.matches([(npm("minimist"), version)]).isEmpty)
  }

  @Test func theAgeIsThatOfTheNewestAdvisory() throws {
    let bench = try Workbench()
    let store = try imported([osv("GHSA-1", fixed: "1.0.0")], bench)
    #expect(try store.age(asOf: #require(CalendarDate("2024-01-31"))) == 30)
    // A source may claim to be from the future.
    #expect(try store.age(asOf: #require(CalendarDate("2023-01-01"))) == 0)
  }

  @Test func textThatLooksLikeSQLIsText() throws {
    let bench = try Workbench()
    let store = try imported([osv("GHSA-1", fixed: "1.0.0", package: "a'; DROP TABLE advisory; --")], bench)
    #expect(try store.advisories(for: npm("a'; DROP TABLE advisory; --")).count == 1)
    #expect(try store.advisories(named: "x' OR '1'='1").isEmpty)
  }

  @Test func manyPackagesAreLookedUpInOneGo() throws {
    let bench = try Workbench()
    let records = (0..<200).map { osv("GHSA-\($0)-x", fixed: "2.0.0", package: "p\($0)") }
    let list = "[" + records.joined(separator: ",") + "]"
    _ = try AdvisoryImporter.run([try bench.write(list, to: "list.json")], bench)
    let version = try #require(Version("1.0.0", in: .npm))
    let packages = (0..<10_000).map { (npm("p\($0 % 1000)"), version) }
    let start = ContinuousClock.now
    #expect(try bench.store().matches(packages).count == 2_000)
    // A second in the optimised program; this bound is for a debug build on a busy machine.
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

@Suite struct StoreFileTests {
  @Test(arguments: ["", "not a database at all, but long enough to be taken for a header of one, or not"])
  func otherFilesAreRefusedByName(text: String) throws {
    let bench = try Workbench()
    let path = try bench.write(text, to: "database.sqlite")
    #expect(throws: AdvisoryStoreError.foreign(path: path)) { try AdvisoryStore.open(at: path) }
    // Nor are they overwritten by an import.
    let record = try bench.write(Fixture.osv, to: "a.json")
    #expect(throws: AdvisoryStoreError.self) { try AdvisoryImporter.run([record], bench) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aMissingFileIsAnError() throws {
    #expect(throws: AdvisoryStoreError.self) { try AdvisoryStore.open(at: "/nowhere/database.sqlite") }
  }

  @Test func aDatabaseOfAnotherVersionIsRefused() throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let path = bench.path("database.sqlite")
    var bytes = try Data(contentsOf: URL(filePath: path))
    // `user_version` lies at offset 60 of the header, big-endian.
    bytes[63] = 9
    try bytes.write(to: URL(filePath: path))
    #expect(throws: AdvisoryStoreError.otherVersion(path: path, found: 9, expected: Schema.version)) {
      try AdvisoryStore.open(at: path)
    }
  }

  @Test(
    arguments: [
      "CREATE VIEW extra AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
      "CREATE TRIGGER extra AFTER INSERT ON advisory BEGIN DELETE FROM affected; END",
    ] as [StaticString])
  func aDatabaseWithProgramsInItIsRefused(statement: StaticString) throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let path = bench.path("database.sqlite")
    try Connection(path, .change).execute(statement)
    #expect(throws: AdvisoryStoreError.foreign(path: path)) { try AdvisoryStore.open(at: path) }
  }

  @Test func damagedPagesAreAnErrorAndNoCrash() throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let path = bench.path("database.sqlite")
    let good = try Data(contentsOf: URL(filePath: path))
    var state: UInt64 = 7
    for _ in 0..<60 {
      var bytes = good
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[100 + Int(state >> 33) % (bytes.count - 100)] = UInt8(truncatingIfNeeded: state >> 20)
      }
      try bytes.write(to: URL(filePath: path))
      // Either answer is right, as long as there is one.
      guard let store = try? AdvisoryStore.open(at: path, withSeed: false) else { continue }
      _ = try? store.advisories(for: npm("reader"))
      _ = try? store.advisories(named: "CVE-2024-1000")
      _ = try? store.status()
    }
  }

  @Test func encodedRecordsComeBackAsTheyWere() throws {
    var advisory = try Fixture.advisory(Fixture.osv)
    advisory.score = 9.8
    var decoded = Advisory(id: advisory.id)
    try AdvisoryCoding.decode(AdvisoryCoding.encode(advisory), into: &decoded)
    decoded.aliases = advisory.aliases
    decoded.modified = advisory.modified
    decoded.affected = try advisory.affected.map {
      try AdvisoryCoding.affected($0.identity, from: AdvisoryCoding.encode($0))
    }
    #expect(decoded == advisory)
  }

  @Test func cutRecordsAreDamagedOnes() throws {
    let bytes = AdvisoryCoding.encode(try Fixture.advisory(Fixture.osv))
    for count in 0..<bytes.count {
      var advisory = Advisory(id: "x")
      #expect(throws: ByteReader.Damage.self) {
        try AdvisoryCoding.decode(Array(bytes.prefix(count)), into: &advisory)
      }
    }
    // A count that no memory would hold.
    var reader = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1])
    #expect(throws: ByteReader.Damage.self) {
      try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
    }
  }
}

@Suite struct AtomicFileTests {
  @Test func anImportThatDoesNotFinishLeavesTheOldDatabase() throws {
    let bench = try Workbench()
    _ = try AdvisoryImporter.run([try bench.writeRecords()], bench)
    let path = bench.path("database.sqlite")
    let before = try Data(contentsOf: URL(filePath: path))
    do {
      let file = try AtomicFile(path)
      #expect(try file.copyExisting())
      let writer = try StoreWriter(path: file.temporary, isNew: false, day: "2024-07-02")
      _ = try writer.write(AdvisoryReading.Record(AdvisorySource("GHSA"), Advisory(id: "GHSA-2")))
      // Neither finished nor committed, as after a signal.
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test func whatAKilledImportLeftIsThrownAway() throws {
    let bench = try Workbench()
    _ = try bench.write("half a database", to: "database.sqlite.part")
    #expect(try AdvisoryImporter.run([try bench.writeRecords()], bench).files == 6)
    #expect(try #require(try bench.store().status()).records == 7)
  }

  @Test func twoImportsAtOnceAreOneTooMany() throws {
    let bench = try Workbench()
    let path = bench.path("database.sqlite")
    let file = try AtomicFile(path)
    #expect(throws: AdvisoryStoreError.notWritable(path: path, reason: "another process is writing it")) {
      _ = try AtomicFile(path)
    }
    _ = consume file
    #expect(throws: Never.self) { _ = try AtomicFile(path) }
  }

  @Test func theFolderOfTheDatabaseIsMade() throws {
    let bench = try Workbench()
    let record = try bench.write(Fixture.osv, to: "a.json")
    let path = bench.path("one/two/database.sqlite")
    let options = AdvisoryImporter.Options(day: try #require(importDay))
    _ = try AdvisoryImporter.import(from: [record], into: path, options: options)
    #expect(try AdvisoryStore.open(at: path).isImported)
  }
}
