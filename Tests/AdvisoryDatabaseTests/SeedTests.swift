@testable import AdvisoryDatabase
import FindingModel
import PackageModel
import Testing

@Suite struct SeedTests {
  @Test func everyLineIsRead() {
    for table in SeedTable.all { #expect(table.mistakes == []) }
  }

  @Test func thereAreSomeHundredAdvisoriesOverSixEcosystems() {
    let status = AdvisoryStore.seedStatus()
    #expect(status.records >= 300)
    #expect(status.packages.count == 6)
    #expect(status.packages.values.allSatisfy { $0 >= 10 })
    #expect(CalendarDate(SeedTable.asOf) != nil)
  }

  @Test func everyVersionIsOneOfItsEcosystemAndNoRangeIsInverted() {
    for table in SeedTable.all {
      for advisory in table.advisories {
        for var package in advisory.affected {
          let before = package
          #expect(package.tidy() == [], "\(advisory.id)")
          #expect(package == before, "\(advisory.id)")
          for version in package.versions {
            #expect(Version(version, in: table.ecosystem) != nil, "\(advisory.id) \(version)")
          }
        }
      }
    }
  }

  @Test func everyAdvisoryHasASummaryAndAPage() {
    for advisory in SeedTable.all.flatMap(\.advisories) {
      #expect(advisory.summary.count > 5 && advisory.summary.count < 100, "\(advisory.id)")
      #expect(!advisory.references.isEmpty || advisory.id.hasPrefix("NSWG-"), "\(advisory.id)")
    }
  }

  @Test func noPackageHasAnAdvisoryTwice() {
    for table in SeedTable.all {
      let keys = table.advisories.map { $0.id + " " + $0.affected[0].identity.name }
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test(arguments: [
    (PackageIdentity(.npm, "node-uuid"), "1.4.3", "1.4.4", "CVE-2015-8851"),
    (PackageIdentity(.npm, "lodash"), "4.17.11", "4.17.12", "CVE-2019-10744"),
    (PackageIdentity(.npm, "minimist"), "1.2.5", "1.2.6", "CVE-2021-44906"),
    (PackageIdentity(.pypi, "PyYAML"), "5.3", "5.4", "CVE-2020-14343"),
    (PackageIdentity(.maven, "org.apache.logging.log4j:log4j-core"), "2.14.1", "2.15.0", "CVE-2021-44228"),
    (PackageIdentity(.maven, "org.apache.logging.log4j:log4j-core"), "2.3", "2.3.1", "CVE-2021-44228"),
    (PackageIdentity(.nuget, "Newtonsoft.Json"), "12.0.3", "13.0.1", "GHSA-5crp-9r3c-p9vr"),
    (PackageIdentity(.go, "golang.org/x/text"), "v0.3.6", "v0.3.7", "CVE-2021-38561"),
    (PackageIdentity(.rubyGems, "rack"), "2.2.3", "2.2.3.1", "CVE-2022-30123"),
  ])
  func knownFlawsAreFoundBeforeTheirFixAndNotInIt(
    package: PackageIdentity, bad: String, good: String, name: String
  ) throws {
    let versions = try [bad, good].map { try #require(Version($0, in: package.ecosystem)) }
    let matches = try AdvisoryStore.seed.matches(versions.map { (package, $0) }).filter {
      $0.advisory.id == name || $0.advisory.aliases.contains(name)
    }
    #expect(matches.map(\.package) == [0])
  }

  @Test(arguments: [
    ("event-stream", "3.3.6"), ("flatmap-stream", "0.1.1"), ("ua-parser-js", "0.7.29"), ("rc", "1.2.9"),
  ])
  func maliciousVersionsAreKnown(name: String, version: String) throws {
    let version = try #require(Version(version, in: .npm))
    let matches = try AdvisoryStore.seed.matches([(npm(name), version)])
    #expect(matches.contains { $0.advisory.isMalicious })
    let before = try #require(Version("0.0.1", in: .npm))
    #expect(
      try !AdvisoryStore.seed.matches([(npm("event-stream"), before)]).contains { $0.advisory.isMalicious })
  }

  @Test func theSeedKnowsWhatIsExploited() throws {
    let advisory = try #require(try AdvisoryStore.seed.advisories(named: "CVE-2021-44228").first)
    #expect(
      try AdvisoryStore.seed.exploit(of: advisory) == KnownExploit(inKEV: true, dateAdded: "2021-12-10"))
  }

  @Test func anAdvisoryOnSeveralPackagesIsOne() throws {
    let advisories = try AdvisoryStore.seed.advisories(named: "GHSA-36p3-wjmg-h94x")
    #expect(advisories.count == 1)
    #expect(advisories.first?.affected.count == 3)
  }

  @Test(arguments: [
    "GHSA-1||a|0..<1.0.0|HIGH|||", "|CVE-1|a|0..<1.0.0||||s", "GHSA-1||a||HIGH|||s",
    "GHSA-1||a|0..<|HIGH|||s",
    "GHSA-1||a|0-1.0.0|HIGH|||s", "GHSA-1||a|0..<1.0.0|WORST|||s", "GHSA-1||a|0..<1.0.0||s",
  ])
  func linesWithAMistakeAreNotTaken(line: String) {
    #expect(SeedLine.read(line[...], ecosystem: .npm) == nil)
  }

  @Test func theFormOfALineIsRead() throws {
    let advisory = try #require(
      SeedLine.read(
        "GHSA-1|CVE-1 X-2|a|0..<1.0.0 2.0.0...2.1.0 3.0.0... =4.0.0|HIGH|79 20|m:f,g n|Does harm",
        ecosystem: .npm))
    #expect(advisory.aliases == ["CVE-1", "X-2"])
    #expect(
      advisory.affected[0].ranges == [
        .range(.introduced("0"), .fixed("1.0.0")), .range(.introduced("2.0.0"), .lastAffected("2.1.0")),
        .range(.introduced("3.0.0")),
      ])
    #expect(advisory.affected[0].versions == ["4.0.0"])
    #expect(advisory.severityWord == "HIGH")
    #expect(advisory.weaknesses == [79, 20])
    #expect(
      advisory.affected[0].symbols == [
        AffectedSymbols(module: "m", names: ["f", "g"]), AffectedSymbols(module: "n", names: []),
      ])
  }
}
