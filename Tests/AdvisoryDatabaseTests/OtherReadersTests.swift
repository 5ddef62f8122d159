@testable import AdvisoryDatabase
import Documents
import FindingModel
import PackageModel
import Testing

@Suite struct RubySecReaderTests {
  @Test func whatIsNotPatchedNorUnaffectedHasTheFlaw() throws {
    let advisory = try Fixture.advisory(Fixture.rubySec, path: "record.yml")
    #expect(advisory.id == "GHSA-rrrr-ssss-tttt")
    #expect(advisory.aliases == ["CVE-2024-3000"])
    #expect(advisory.score == 7.5)
    #expect(advisory.severityWord == "HIGH")
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("1.0.0"), .fixed("2.0.9.1")), .range(.introduced("2.1.a"), .fixed("2.1.4")),
      ])
  }

  @Test func withoutAnyRequirementAllVersionsHaveIt() throws {
    let advisory = try Fixture.advisory("gem: a\nosvdb: 7\ntitle: t\n", path: "record.yml")
    #expect(advisory.id == "OSVDB-7")
    #expect(advisory.affected[0].ranges == [.range(.introduced("0"))])
  }

  @Test func aRequirementThatCannotBeReadIsNamed() throws {
    let reading = try Fixture.reading(
      "gem: a\ncve: 2024-1234\ntitle: t\npatched_versions: ['>= 2', 'the next one']\n", path: "record.yml")
    #expect(reading.problems == ["the requirement 'the next one' in 'patched_versions' cannot be read"])
    #expect(reading.records[0].advisory.affected[0].ranges == [.range(.introduced("0"), .fixed("2"))])
  }

  /// The requirements themselves, as RubyGems reads them, are the judge.
  @Test(arguments: [
    (patched: ["~> 4.2.5, >= 4.2.5.1", ">= 5.0.0.beta1.1"], unaffected: ["< 3.0"]),
    (patched: [">= 1.2", "= 1.0.1", "!= 0.5"], unaffected: []), (patched: ["> 2.0"], unaffected: ["<= 1.0"]),
    (patched: [], unaffected: ["~> 2.3", "> 4"]), (patched: ["~> 7"], unaffected: ["< 0.1.a"]),
  ])
  func versionsAreAffectedWhereNoRequirementAllowsThem(patched: [String], unaffected: [String]) throws {
    func list(_ items: [String]) -> String { "[" + items.map { "'\($0)'" }.joined(separator: ", ") + "]" }
    let text = """
      gem: a
      cve: 2024-1234
      title: t
      patched_versions: \(list(patched))
      unaffected_versions: \(list(unaffected))
      """
    let affected = try Fixture.advisory(text, path: "record.yml").affected[0]
    let requirements = try (patched + unaffected).map { try #require(VersionRequirement($0, in: .rubyGems)) }
    for text in [
      "0", "0.1", "0.5", "0.6", "1.0", "1.0.1", "1.0.2", "1.2", "2.0", "2.0.1", "2.3", "2.4.9", "3.0",
      "3.0.a", "4",
      "4.0.1", "4.2.4", "4.2.5", "4.2.5.1", "4.2.5.9", "4.2.6", "4.3", "5.0.0.beta1", "5.0.0.beta1.1", "5.0",
      "7.3",
      "8.0",
    ] {
      let version = try #require(Version(text, in: .rubyGems))
      #expect(affected.affects(version) == !requirements.contains { $0.allows(version) }, "\(text)")
    }
  }
}

@Suite struct NodeWorkingGroupReaderTests {
  @Test func readsTheFieldsOfTheGroup() throws {
    let advisory = try Fixture.advisory(Fixture.workingGroup)
    #expect(advisory.id == "NSWG-ECO-7")
    #expect(advisory.aliases == ["CVE-2017-4000"])
    #expect(advisory.summary == "Command injection in runner")
    #expect(advisory.vectors == ["CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"])
    #expect(advisory.severityWord == "CRITICAL")
    #expect(advisory.modified == "2018-02-03")
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("0"), .fixed("1.2.0")), .range(.introduced("2.0.0"), .fixed("2.0.5")),
      ])
  }

  @Test(arguments: [
    ("*", [AffectedRange.range(.introduced("0"))]),
    ("2.1.4", [.range(.introduced("2.1.4"), .lastAffected("2.1.4"))]),
    ("<=v2.0.0-alpha7", [.range(.introduced("0"), .lastAffected("2.0.0-alpha7"))]),
    ("<= 1.0", [.range(.introduced("0"), .fixed("1.1.0-0"))]),
    ("< 2.1.7 > 2.0.0", [.range(.introduced("2.0.1-0"), .fixed("2.1.7"))]),
    (">1.0.0-rc.1", [.range(.introduced("1.0.0-rc.1.0"))]),
    (
      "2.0.x || ~0.8.0-pre",
      [
        .range(.introduced("2.0.0"), .fixed("2.1.0-0")), .range(.introduced("0.8.0-pre"), .fixed("0.9.0-0")),
      ]
    ),
    ("^0.2.3", [.range(.introduced("0.2.3"), .fixed("0.3.0-0"))]),
    ("1.2 - 2.3", [.range(.introduced("1.2.0"), .fixed("2.4.0-0"))]), (">2 <1", []),
  ])
  func rangesOfNPMBecomeEvents(text: String, ranges: [AffectedRange]) throws {
    let advisory = try Fixture.advisory(
      #"{"id": 1, "module_name": "a", "title": "t", "vulnerable_versions": "\#(text)"}"#)
    #expect(advisory.affected[0].ranges == ranges)
  }

  @Test func withoutVulnerableVersionsThoseThatAreNotPatchedHaveTheFlaw() throws {
    let advisory = try Fixture.advisory(
      #"{"id": 1, "module_name": "a", "title": "t", "vulnerable_versions": null, "patched_versions": ">=1.2.0 <2.0.0"}"#
    )
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("0"), .fixed("1.2.0")), .range(.introduced("2.0.0")),
      ])
  }

  @Test(arguments: ["<1.x.y", "latest", "1.2.3.4", ">=", String(repeating: "1 || ", count: 2_000)])
  func rangesThatAreNoneAreRefused(text: String) throws {
    let record = #"{"id": 1, "module_name": "a", "vulnerable_versions": "\#(text)"}"#
    #expect(throws: AdvisoryDefect.self) { try AdvisoryDocument.read(try Fixture.node(record)) }
  }

  @Test func allRecordsInOneFileAreReadAndThoseOnNodeItselfAreCounted() throws {
    let reading = try Fixture.reading(
      #"{"7": \#(Fixture.workingGroup), "8": {"module_name": "x", "patched_versions": ""}, "9": {"a": 1}}"#)
    #expect(reading.records.map(\.advisory.id) == ["NSWG-ECO-7"])
    #expect(reading.problems.count == 2)
    let platform = try Fixture.reading(
      #"{"cve": ["CVE-2016-1"], "vulnerable": "6.x", "ref": "x", "overview": "y"}"#)
    #expect(platform.skipped[.nodeWorkingGroup] == [.platform: 1])
  }
}

@Suite struct RetireReaderTests {
  @Test func entriesOfOneFlawAreOneAdvisoryWithTheirRanges() throws {
    let reading = try Fixture.reading(Fixture.retire)
    #expect(reading.counts[.retireLibraries] == 4)
    #expect(reading.records.count == 2)
    #expect(reading.problems.count == 1)
    let advisory = reading.records[0].advisory
    #expect(advisory.id == "GHSA-jjjj-qqqq-yyyy")
    #expect(advisory.aliases == ["CVE-2012-5000"])
    #expect(advisory.severityWord == "MEDIUM")
    #expect(advisory.weaknesses == [79])
    #expect(advisory.affected[0].identity == npm("jquery"))
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("1.2.0"), .fixed("1.9.0")), .range(.introduced("2.0.0-0"), .fixed("2.0.1")),
      ])
    #expect(reading.records[1].advisory.affected[0].ranges == [.range(.introduced("0"))])
  }

  @Test func anEntryWithoutANameGetsTheSameOneEachTime() throws {
    let text = #"{"a": {"vulnerabilities": [{"below": "1.0.0", "info": ["x"]}]}}"#
    let first = try Fixture.advisory(text).id
    #expect(first.hasPrefix("RETIREJS-"))
    #expect(try Fixture.advisory(text).id == first)
    #expect(try Fixture.advisory(text.replacing("1.0.0", with: "1.0.1")).id != first)
  }

  @Test func advisoriesOfTheOldSiteAreThoseOfTheWorkingGroup() throws {
    let advisory = try Fixture.advisory(
      #"{"a": {"vulnerabilities": [{"below": "1.0.0", "info": ["https://nodesecurity.io/advisories/77"]}]}}"#)
    #expect(advisory.id == "NSWG-ECO-77")
  }
}

@Suite struct ExploitReadersTests {
  @Test func theCatalogueIsReadByItsNumbers() throws {
    guard case .knownExploited(let list) = try AdvisoryDocument.read(try Fixture.node(Fixture.knownExploited))
    else {
      Issue.record("the catalogue is not recognised")
      return
    }
    #expect(list.map(\.cve) == ["CVE-2024-1000"])
    #expect(list.map(\.added) == ["2024-06-07"])
  }

  @Test func predictionsAreLinesWithANumberAndAProbability() throws {
    var read: [ExploitPrediction] = []
    let bad = try ExploitPrediction.read(Array(Fixture.predictions.utf8)) { read.append($0) }
    #expect(bad == 1)
    #expect(read.map(\.cve) == ["CVE-2024-1000", "CVE-2024-2000"])
    #expect(read.map(\.probability) == [0.97536, 0.00043])
  }

  @Test func aTableWithAnotherHeadingIsNone() throws {
    let bad = try ExploitPrediction.read(Array("name,price\nCVE-2024-1000,0.5\n".utf8)) { _ in
      Issue.record("a line was read")
    }
    #expect(bad == nil)
  }

  @Test(arguments: ["{}", "[]", #"{"name": "package", "version": "1.0.0"}"#, #"{"id": "x"}"#, "[1, 2]"])
  func otherDocumentsAreNoAdvisories(text: String) throws {
    guard case .other = try AdvisoryDocument.read(try Fixture.node(text)) else {
      Issue.record("taken for advisories")
      return
    }
  }
}
