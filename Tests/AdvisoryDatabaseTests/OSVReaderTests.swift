@testable import AdvisoryDatabase
import FindingModel
import PackageModel
import Testing

@Suite struct OSVReaderTests {
  @Test func readsWhatTheSchemaSays() throws {
    let advisory = try Fixture.advisory(Fixture.osv)
    #expect(advisory.id == "GHSA-aaaa-bbbb-cccc")
    #expect(advisory.aliases == ["CVE-2024-1000"])
    #expect(advisory.summary == "Reads too much")
    #expect(advisory.published == "2024-05-01")
    #expect(advisory.modified == "2024-05-02")
    #expect(advisory.withdrawn == nil)
    #expect(advisory.vectors.count == 2)
    #expect(advisory.severityWord == "MEDIUM")
    #expect(advisory.weaknesses == [125])
    #expect(advisory.references == ["https://example.org/a"])
  }

  @Test func entriesOfOnePackageAreOneAndCommitsAreLeftOut() throws {
    let advisory = try Fixture.advisory(Fixture.osv)
    #expect(advisory.affected.map(\.identity) == [npm("reader")])
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("0"), .fixed("1.2.3")), .range(.introduced("2.0.0"), .lastAffected("2.1")),
      ])
  }

  @Test func yamlNumbersAreVersionsAndNamesAreNormalised() throws {
    let advisory = try Fixture.advisory(Fixture.osvYAML, path: "record.yaml")
    #expect(advisory.summary == "A long story.")
    #expect(advisory.affected[0].identity == PackageIdentity(.pypi, "zope-interface"))
    #expect(advisory.affected[0].ranges == [.range(.introduced("0"), .fixed("1.4"))])
    #expect(advisory.affected[0].versions == ["1.0", "1.1", "1.2.post9", "2.0b1"])
  }

  @Test func symbolsOfGoAreReadAndItsOwnRangesReplaceAnOpenOne() throws {
    let advisory = try Fixture.advisory(Fixture.go)
    #expect(
      advisory.affected[0].symbols == [
        AffectedSymbols(module: "example.org/loop/inner", names: ["Run", "Client.Do"]),
        AffectedSymbols(module: "example.org/loop", names: []),
      ])
    #expect(advisory.affected[0].ranges == [.range(.introduced("0"), .fixed("1.9.0"))])
    // The year 1 is how its database says that it does not know.
    #expect(advisory.modified == nil)
  }

  @Test func functionsWithTheirModuleAreSymbols() throws {
    let advisory = try Fixture.advisory(
      """
      {"id": "GHSA-1", "modified": "2024-01-01", "affected": [{"package": {"ecosystem": "npm", "name": "a"},
        "versions": ["1.0.0"], "ecosystem_specific": {"affected_functions": ["a.Model.find", "(a)"]},
        "database_specific": {"functions": ["b.run"]}}]}
      """)
    #expect(
      advisory.affected[0].symbols == [
        AffectedSymbols(module: "a.Model", names: ["find"]), AffectedSymbols(module: "b", names: ["run"]),
      ])
  }

  @Test(arguments: [
    ("<= 1.4", AffectedRange.range(.introduced("0"), .lastAffected("1.4"))),
    ("< 1.4", .range(.introduced("0"), .fixed("1.4"))), ("whatever", .range(.introduced("0"))),
  ])
  func theLastKnownVersionEndsARangeWithoutAFix(bound: String, range: AffectedRange) throws {
    let advisory = try Fixture.advisory(
      """
      {"id": "GHSA-1", "modified": "2024-01-01", "affected": [{"package": {"ecosystem": "Maven", "name": "a:b"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": ""}]}],
        "database_specific": {"last_known_affected_version_range": "\(bound)"}}]}
      """)
    #expect(advisory.affected[0].ranges == [range])
  }

  @Test func ecosystemsThatNobodyReadsAreCountedAndNoError() throws {
    let reading = try Fixture.reading(
      """
      [{"id": "RUSTSEC-1", "modified": "2024-01-01", "affected": [{"package": {"ecosystem": "crates.io", "name": "a"}}]},
       {"id": "OSV-2", "modified": "2024-01-01", "affected": [{"ranges": [{"type": "GIT", "events": []}]}]}]
      """)
    #expect(reading.records.isEmpty)
    #expect(reading.problems.isEmpty)
    #expect(reading.skipped[AdvisorySource("RUSTSEC")] == [.ecosystem("crates.io"): 1])
    #expect(reading.skipped[AdvisorySource("OSV")] == [.noPackage: 1])
  }

  @Test func aWithdrawnRecordIsKeptWithoutPackages() throws {
    let advisory = try Fixture.advisory(
      #"{"id": "GHSA-1", "modified": "2024-01-01", "withdrawn": "2024-03-01T00:00:00Z"}"#)
    #expect(advisory.withdrawn == "2024-03-01")
  }

  @Test(arguments: [
    #"{"id": "", "modified": "2024-01-01"}"#, #"{"id": "a b", "modified": "2024-01-01"}"#,
    #"{"id": "GHSA-1", "modified": "2024", "affected": [{"package": {"ecosystem": "npm", "name": ""}}]}"#,
  ])
  func recordsWithoutAUsableNameAreRefused(text: String) throws {
    #expect(throws: AdvisoryDefect.self) { try AdvisoryDocument.read(try Fixture.node(text)) }
  }

  @Test func malwareIsKnownByItsIdOrItsWeakness() throws {
    let text = """
      {"id": "MAL-2024-1", "modified": "2024-01-01", "affected": [{"package": {"ecosystem": "npm", "name": "bad"},
        "versions": ["1.0.0"]}]}
      """
    #expect(try Fixture.advisory(text).isMalicious)
    #expect(try !Fixture.advisory(Fixture.osv).isMalicious)
  }
}
