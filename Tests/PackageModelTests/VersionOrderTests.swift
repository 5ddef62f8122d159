import PackageModel
import Testing

struct VersionOrderTests {
  struct Chain: CustomTestStringConvertible {
    let ecosystem: Ecosystem
    /// Each below the next.
    let ascending: [String]

    var testDescription: String { "\(ecosystem.rawValue): \(ascending.joined(separator: " < "))" }
  }

  static let chains = [
    // The example of semver.org, section 11.
    Chain(
      ecosystem: .npm,
      ascending: [
        "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
        "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
      ]),
    // The example of PEP 440.
    Chain(
      ecosystem: .pypi,
      ascending: [
        "1.dev0", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2",
        "1.0b2.post345.dev456", "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0+abc.5", "1.0+abc.7",
        "1.0+5", "1.0.post456.dev34", "1.0.post456", "1.0.15", "1.1.dev1", "1!0.1",
      ]),
    // Maven's own: "well-known" qualifiers, then unknown ones, then numbers.
    Chain(
      ecosystem: .maven,
      ascending: [
        "1-alpha2snapshot", "1-alpha2", "1-alpha-123", "1-beta-2", "1-beta123", "1-m2", "1-m11", "1-rc",
        "1-cr2",
        "1-rc123", "1-SNAPSHOT", "1", "1-sp", "1-sp2", "1-sp123", "1-abc", "1-def", "1-pom-1", "1-1-snapshot",
        "1-1", "1-2", "1-123",
      ]),
    Chain(ecosystem: .maven, ascending: ["2.0.1", "2.0.1-xyz", "2.0.1-123", "2.0.2", "2.0.123", "2.1.0"]),
    Chain(
      ecosystem: .nuget,
      ascending: [
        "1.0.0-alpha", "1.0.0-alpha.2", "1.0.0-Alpha.10", "1.0.0-beta", "1.0.0-RC", "1.0.0", "1.0.0.1",
        "1.0.1",
      ]),
    Chain(
      ecosystem: .go,
      ascending: [
        "v0.0.0-20191109021931-daa7c04131f5", "v0.0.0-20200101000000-aaaaaaaaaaaa", "v0.0.1",
        "v1.2.3-0.20191109021931-daa7c04131f5", "v1.2.3-pre", "v1.2.3-pre.0.20191109021931-daa7c04131f5",
        "v1.2.3",
        "v2.0.0+incompatible",
      ]),
    Chain(
      ecosystem: .go, ascending: ["1.21.0-0", "go1.21beta1", "go1.21rc2", "go1.21rc11", "go1.21", "go1.21.3"]),
    Chain(
      ecosystem: .rubyGems,
      ascending: [
        "1.0.a.2", "1.0.b1", "1.0.pre", "1.0.rc1", "1.0", "1.0.1-java", "1.0.1", "1.0.1.1", "1.9", "1.10",
      ]),
    Chain(ecosystem: .swift, ascending: ["1.0.0-beta", "1.0.0-beta.2", "v1.0.0", "1.0.1", "1.1"]),
  ]

  @Test(arguments: chains)
  func ordersEveryPairOfAChain(_ chain: Chain) throws {
    let versions = try chain.ascending.map { try #require(Version($0, in: chain.ecosystem), "\($0)") }
    for (index, left) in versions.enumerated() {
      for right in versions[(index + 1)...] {
        #expect(left < right, "\(left) and \(right)")
        #expect(!(right < left) && left != right, "\(left) and \(right)")
      }
    }
  }

  static let equals: [(Ecosystem, [String])] = [
    (.npm, ["1.2.3", "v1.2.3", "=1.2.3", "1.2.3+build.7", "01.2.3"]),
    (.npm, ["1.2.3-beta", "1.2.3beta"]),
    (.pypi, ["1.0", "1", "v1.0.0", "0!1.0", " 1.0.0.0 "]),
    (.pypi, ["1.0a1", "1.0.alpha-1", "1.0-ALPHA1", "1.0_a.1"]),
    (.pypi, ["1.0.post1", "1.0-1", "1.0-r1", "1.0.rev1"]),
    (.pypi, ["1.0+ubuntu.1", "1.0+UBUNTU-1"]),
    (.maven, ["1", "1.0", "1.0.0", "1-0", "1-ga", "1.0-FINAL", "1.release", "1-"]),
    (.maven, ["1a1", "1-alpha-1", "1.alpha1"]),
    (.maven, ["1-cr1", "1-RC1"]),
    (.nuget, ["1", "1.0", "1.0.0.0", "01.0+sha"]),
    (.nuget, ["1.0-RC.1", "1.0.0-rc.1"]),
    (.go, ["v1.2.3", "1.2.3", "v1.2.3+incompatible"]),
    (.go, ["v1", "1.0.0"]),
    (.go, ["go1.21.3", "1.21.3", "go1.21.3 X:boringcrypto", "go1.21.3-corp"]),
    (.go, ["go1.21rc2", "1.21.0-rc.2"]),
    (.rubyGems, ["1", "1.0", "1.0.0"]),
    (.rubyGems, ["1.0-java", "1.0.pre.java"]),
    (.rubyGems, ["1.0.a.0", "1.a"]),
    (.swift, ["1.2.0", "v1.2", "1.2.0+5"]),
  ]

  @Test(arguments: equals)
  func takesSpellingsForOneVersion(_ ecosystem: Ecosystem, _ spellings: [String]) throws {
    let versions = try spellings.map { try #require(Version($0, in: ecosystem), "\($0)") }
    #expect(Set(versions).count == 1)
    #expect(versions.map(\.text) == spellings)
  }

  static let refused: [(Ecosystem, [String])] = [
    (.npm, ["", "1", "1.2", "1.2.x", "a.b.c", "1.2.3-", "1.2.3+", "latest", "1.2.9007199254740992"]),
    (.pypi, ["", "1.0-", "french toast", "1.0+", "1.0+a+b", "1!", "1.0.x", "1.0+-"]),
    (.maven, ["", "1 2"]),
    (.nuget, ["", "1.2.3.4.5", "1.2.3-", "1.x", "2147483648", "1.0.0-b..c"]),
    (.go, ["", "v", "v01.2.3", "v1.2-pre", "v1.2.3-01", "go", "main", "go1.x"]),
    (.rubyGems, ["", "a.1", "1..2", "1.2-", "1.2_3", "junk"]),
    (.swift, ["", "1", "1.2.3-", "01.2.3", "main", "1.2.3.4"]),
  ]

  @Test(arguments: refused)
  func refusesWhatIsNoVersion(_ ecosystem: Ecosystem, _ texts: [String]) {
    for text in texts { #expect(Version(text, in: ecosystem) == nil, "\(text)") }
  }

  @Test func readsVersionsUpToTheLimit() {
    let longest = "1." + String(repeating: "1", count: Version.lengthLimit - 2)
    for ecosystem in [Ecosystem.pypi, .maven, .rubyGems] {
      #expect(Version(longest, in: ecosystem) != nil)
      #expect(Version(longest + "1", in: ecosystem) == nil)
    }
  }

  @Test func comparesNumbersThatNoMachineWordHolds() throws {
    let smaller = try #require(Version("1.99999999999999999999998", in: .maven))
    let larger = try #require(Version("1.099999999999999999999999", in: .maven))
    let small = try #require(Version("1.18446744073709551615", in: .maven))
    #expect(small < smaller)
    #expect(smaller < larger)
    #expect(smaller != larger)
  }

  @Test func givesVersionsOfDifferentEcosystemsNoOrder() throws {
    let ours = try #require(Version("1.0.0", in: .npm))
    let theirs = try #require(Version("2.0.0", in: .pypi))
    #expect(!(ours < theirs) && !(theirs < ours) && ours != theirs)
  }

  static let prereleases: [(Ecosystem, String, Bool)] = [
    (.npm, "1.0.0-0", true), (.npm, "1.0.0+5", false), (.pypi, "1.0.dev1", true), (.pypi, "1.0rc1", true),
    (.pypi, "1.0.post1", false), (.pypi, "1.0.post1.dev1", true), (.maven, "1.0-SNAPSHOT", true),
    (.maven, "1.0-M2", true), (.maven, "1.0.pfd", false), (.maven, "31.1-jre", false),
    (.maven, "1.0-sp", false),
    (.nuget, "1.0-a", true), (.nuget, "1.0.0.1", false), (.go, "v0.0.0-20191109021931-daa7c04131f5", true),
    (.go, "v1.0.0+incompatible", false), (.rubyGems, "1.0.rc1", true), (.rubyGems, "1.0", false),
    (.swift, "1.0.0-beta", true), (.swift, "1.0.0", false),
  ]

  @Test(arguments: prereleases)
  func knowsPrereleases(_ ecosystem: Ecosystem, _ text: String, _ isPrerelease: Bool) throws {
    #expect(try #require(Version(text, in: ecosystem)).isPrerelease == isPrerelease)
  }
}
