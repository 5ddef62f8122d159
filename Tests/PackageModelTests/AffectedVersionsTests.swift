import PackageModel
import Testing

struct AffectedVersionsTests {
  private func package(
    _ ecosystem: Ecosystem = .npm, _ ranges: [[AffectedRange.Event]] = [], versions: [String] = []
  ) -> AffectedPackage {
    var package = AffectedPackage(PackageIdentity(ecosystem, "example"))
    package.ranges = ranges.map(AffectedRange.init)
    package.versions = versions
    return package
  }

  private func affected(_ package: AffectedPackage, among texts: [String]) throws -> [String] {
    try texts.filter { package.affects(try #require(Version($0, in: package.identity.ecosystem))) }
  }

  @Test func endsAFlawWhereItIsFixed() throws {
    let package = package(.npm, [[.introduced("1.0.0"), .fixed("1.0.2")]])
    let versions = ["0.9.0", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.0.2-rc.1", "1.0.2", "2.0.0"]
    #expect(try affected(package, among: versions) == ["1.0.0", "1.0.1", "1.0.2-rc.1"])
  }

  @Test func startsBeforeAllVersionsAtZero() throws {
    let package = package(.pypi, [[.introduced("0"), .lastAffected("1.5")]])
    #expect(try affected(package, among: ["0.0.dev1", "1.5.0", "1.5.post1", "2"]) == ["0.0.dev1", "1.5.0"])
  }

  @Test func readsEventsInAnyOrder() throws {
    let ordered = package(
      .npm, [[.introduced("1.0.0"), .fixed("1.2.0"), .introduced("2.0.0"), .fixed("2.1.0")]])
    let mixed = package(
      .npm, [[.fixed("2.1.0"), .introduced("2.0.0"), .fixed("1.2.0"), .introduced("1.0.0")]])
    let versions = ["0.1.0", "1.0.0", "1.2.0", "1.9.0", "2.0.0", "2.0.9", "2.1.0", "3.0.0"]
    #expect(try affected(ordered, among: versions) == ["1.0.0", "2.0.0", "2.0.9"])
    #expect(try affected(mixed, among: versions) == ["1.0.0", "2.0.0", "2.0.9"])
  }

  @Test func isEmptyWhereARangeEndsAtItsStart() throws {
    let package = package(.npm, [[.introduced("1.0.0"), .fixed("1.0.0")]])
    #expect(try affected(package, among: ["0.9.0", "1.0.0", "1.0.1"]).isEmpty)
  }

  @Test func goesOnWhereAFixIsTakenBack() throws {
    let package = package(
      .npm, [[.introduced("1.0.0"), .fixed("2.0.0"), .introduced("2.0.0"), .fixed("3.0.0")]])
    #expect(try affected(package, among: ["2.0.0", "3.0.0"]) == ["2.0.0"])
  }

  /// As the schema's algorithm has it: what is introduced after the fix is never fixed.
  @Test func readsAnInvertedRangeAsTheSchemaDoes() throws {
    let package = package(.npm, [[.introduced("3.0.0"), .fixed("2.0.0")]])
    #expect(try affected(package, among: ["1.0.0", "2.5.0", "3.0.0"]) == ["3.0.0"])
  }

  @Test func saysNothingFromALimitOn() throws {
    let limited = package(.npm, [[.introduced("0"), .limit("2.0.0")]])
    let unlimited = package(.npm, [[.introduced("0"), .limit("*")]])
    #expect(try affected(limited, among: ["1.0.0", "2.0.0"]) == ["1.0.0"])
    #expect(try affected(unlimited, among: ["1.0.0", "2.0.0"]) == ["1.0.0", "2.0.0"])
  }

  @Test func findsListedVersions() throws {
    let alone = package(.pypi, versions: ["1.0", "2.0.0"])
    #expect(try affected(alone, among: ["1.0", "1.0.0", "2.0", "3.0"]) == ["1.0", "1.0.0", "2.0"])
    let besideRanges = package(.pypi, [[.introduced("3.0")]], versions: ["1.0"])
    #expect(try affected(besideRanges, among: ["1.0", "2.0", "3.1"]) == ["1.0", "3.1"])
  }

  @Test func findsListedVersionsThatHaveNoOrder() throws {
    let package = package(.pypi, [[.introduced("0")]], versions: ["0.3m1"])
    #expect(package.affects(written: "0.3m1"))
    #expect(!package.affects(written: "0.3m2"))
    #expect(package.affects(written: "1.0"))
  }

  @Test func completesVersionsThatAreTooShortForNpm() throws {
    let package = package(.npm, [[.introduced("1"), .fixed("1.2")]])
    #expect(try affected(package, among: ["1.1.9", "1.2.0"]) == ["1.1.9"])
  }

  @Test func leavesEventsThatNobodyCanRead() throws {
    let package = package(.npm, [[.introduced("0"), .fixed("not a version"), .fixed("1.0.0")]])
    #expect(try affected(package, among: ["0.5.0", "1.0.0"]) == ["0.5.0"])
  }

  @Test func readsEntriesUpToTheLimit() throws {
    let limit = AffectedVersions.entryLimit
    let events = Array(repeating: AffectedRange.Event.introduced("5.0.0"), count: limit - 1)
    let version = try #require(Version("1.0.0", in: .npm))
    #expect(package(.npm, [events + [.introduced("0")]]).affects(version))
    #expect(!package(.npm, [events + [.introduced("5.0.0"), .introduced("0")]]).affects(version))
  }

  @Test func namesFixedVersionsInOrder() throws {
    let package = package(
      .npm, [[.introduced("2.0.0"), .fixed("2.3.1")], [.introduced("0"), .fixed("1.4.2"), .fixed("1.4.2")]])
    let version = try #require(Version("1.0.0", in: .npm))
    #expect(package.fixedVersions(after: version).map(\.text) == ["1.4.2", "2.3.1"])
    #expect(package.fixedVersions(after: try #require(Version("2.0.0", in: .npm))).map(\.text) == ["2.3.1"])
  }

  @Test func upgradesWithinTheMajorLine() throws {
    let first = package(.npm, [[.introduced("0"), .fixed("1.4.2"), .introduced("2.0.0"), .fixed("2.3.1")]])
    let second = package(.npm, [[.introduced("1.4.0"), .fixed("1.4.5")]])
    let version = try #require(Version("1.0.0", in: .npm))
    #expect(Upgrade.smallest(from: version, clearing: [first])?.text == "1.4.2")
    #expect(Upgrade.smallest(from: version, clearing: [first, second])?.text == "1.4.5")
  }

  @Test func leavesTheMajorLineWhereItMust() throws {
    let package = package(.npm, [[.introduced("0"), .fixed("2.0.0")]])
    #expect(
      Upgrade.smallest(from: try #require(Version("1.0.0", in: .npm)), clearing: [package])?.text == "2.0.0")
  }

  @Test func prefersAReleaseToAPrerelease() throws {
    let package = package(
      .npm, [[.introduced("0"), .fixed("1.2.0-rc.1")], [.introduced("0"), .fixed("1.2.0")]])
    let one = self.package(.npm, [[.introduced("0"), .fixed("1.2.0-rc.1")]])
    let version = try #require(Version("1.0.0", in: .npm))
    #expect(Upgrade.smallest(from: version, clearing: [package])?.text == "1.2.0")
    #expect(Upgrade.smallest(from: version, clearing: [one])?.text == "1.2.0-rc.1")
  }

  @Test func knowsNoUpgradeWhereNothingIsFixed() throws {
    let open = package(.npm, [[.introduced("0")]])
    let fixed = package(.npm, [[.introduced("0"), .fixed("1.1.0")]])
    let version = try #require(Version("1.0.0", in: .npm))
    #expect(Upgrade.smallest(from: version, clearing: [open]) == nil)
    #expect(Upgrade.smallest(from: version, clearing: [fixed, open]) == nil)
    #expect(Upgrade.smallest(from: version, clearing: []) == nil)
  }

  @Test func triesCandidatesUpToTheLimit() throws {
    let version = try #require(Version("0.0.0", in: .npm))
    func ladder(_ count: Int) -> [AffectedPackage] {
      let fixes = (1...count).map { AffectedRange.Event.fixed("0.0.\($0)") }
      return [
        package(.npm, [[.introduced("0")] + fixes]),
        package(.npm, [[.introduced("0"), .fixed("0.0.\(count)")]]),
      ]
    }
    let limit = Upgrade.candidateLimit
    #expect(Upgrade.smallest(from: version, clearing: ladder(limit))?.text == "0.0.\(limit)")
    #expect(Upgrade.smallest(from: version, clearing: ladder(limit + 1)) == nil)
  }
}
