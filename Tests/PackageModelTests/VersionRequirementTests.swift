import PackageModel
import Testing

struct VersionRequirementTests {
  struct Case: CustomTestStringConvertible {
    let ecosystem: Ecosystem
    let requirement: String
    let allowed: [String]
    let refused: [String]

    init(_ ecosystem: Ecosystem, _ requirement: String, allows allowed: [String], refuses refused: [String]) {
      self.ecosystem = ecosystem
      self.requirement = requirement
      self.allowed = allowed
      self.refused = refused
    }

    var testDescription: String { "\(ecosystem.rawValue) \(requirement)" }
  }

  static let npm = [
    Case(
      .npm, "^1.2.3", allows: ["1.2.3", "1.9.0"], refuses: ["1.2.2", "2.0.0", "2.0.0-rc.1", "1.3.0-rc.1"]),
    Case(.npm, "^0.2.3", allows: ["0.2.3", "0.2.9"], refuses: ["0.3.0", "0.3.0-0"]),
    Case(.npm, "^0.0.3", allows: ["0.0.3"], refuses: ["0.0.4", "0.0.2"]),
    Case(
      .npm, "^1.2.3-beta.2", allows: ["1.2.3-beta.4", "1.3.0"], refuses: ["1.2.3-beta.1", "1.2.4-beta.2"]),
    Case(.npm, "~1.2.3", allows: ["1.2.3", "1.2.9"], refuses: ["1.3.0", "1.2.2"]),
    Case(.npm, "~1", allows: ["1.0.0", "1.9.9"], refuses: ["2.0.0"]),
    Case(.npm, "~> 1.2", allows: ["1.2.0", "1.2.5"], refuses: ["1.3.0"]),
    Case(.npm, "1.2.x", allows: ["1.2.0"], refuses: ["1.3.0", "1.2.0-pre"]),
    Case(.npm, "", allows: ["0.0.1"], refuses: ["1.0.0-pre"]),
    Case(.npm, "*", allows: ["9.9.9"], refuses: ["1.0.0-pre"]),
    Case(.npm, "1.2 - 2.3", allows: ["1.2.0", "2.3.9"], refuses: ["1.1.9", "2.4.0"]),
    Case(.npm, "1.2.3 - 2.3.4", allows: ["1.2.3", "2.3.4"], refuses: ["2.3.5"]),
    Case(.npm, ">=1.2.3 <2 || 3.x", allows: ["1.2.3", "3.4.5"], refuses: ["2.0.0", "4.0.0"]),
    Case(.npm, ">1.2", allows: ["1.3.0"], refuses: ["1.2.9"]),
    Case(.npm, "<=1.2", allows: ["1.2.9"], refuses: ["1.3.0"]),
    Case(.npm, "> v1.0.0 < =2.0.0", allows: ["1.5.0"], refuses: ["1.0.0"]),
    Case(.npm, "<*", allows: [], refuses: ["0.0.0", "0.0.0-0"]),
    Case(.npm, "1.2.3||1.2.5", allows: ["1.2.3", "1.2.5"], refuses: ["1.2.4"]),
  ]

  static let python = [
    Case(.pypi, ">=1.2,<2", allows: ["1.2", "1.9.post1"], refuses: ["2.0", "1.5rc1", "2.0.dev1"]),
    Case(.pypi, "~=1.4.2", allows: ["1.4.2", "1.4.9"], refuses: ["1.5", "1.4.1"]),
    Case(.pypi, "~=1.4", allows: ["1.4", "1.9"], refuses: ["2.0"]),
    Case(.pypi, "==1.2.*", allows: ["1.2", "1.2.9", "1.2.post1"], refuses: ["1.20", "1.3", "1.2.dev1"]),
    Case(.pypi, "!=1.2.*", allows: ["1.3"], refuses: ["1.2.5"]),
    Case(.pypi, "==1.2", allows: ["1.2.0", "1.2+local"], refuses: ["1.2.1", "1.2.post1"]),
    Case(.pypi, "==1.2+a", allows: ["1.2+a"], refuses: ["1.2", "1.2+b"]),
    Case(.pypi, "===1.2.0", allows: ["1.2.0"], refuses: ["1.2"]),
    Case(.pypi, ">1.2", allows: ["1.2.1"], refuses: ["1.2.post1", "1.2+local"]),
    Case(.pypi, ">1.2.post1", allows: ["1.2.post2"], refuses: ["1.2.post1"]),
    Case(.pypi, "<1.2", allows: ["1.1"], refuses: ["1.2rc1", "1.2"]),
    Case(.pypi, ">=1.2rc1", allows: ["1.2rc2", "1.3a1"], refuses: ["1.2b9"]),
    Case(.pypi, "", allows: ["1"], refuses: ["1rc1"]),
    Case(.pypi, "1!1.0", allows: ["1!1.0"], refuses: ["1.0"]),
    // Poetry.
    Case(.pypi, "^1.2", allows: ["1.2", "1.9.9"], refuses: ["2.0", "1.1"]),
    Case(.pypi, "^0.2.3", allows: ["0.2.3"], refuses: ["0.3"]),
    Case(.pypi, "^0.0", allows: ["0.0.9"], refuses: ["0.1"]),
    Case(.pypi, "~1.2.3", allows: ["1.2.9"], refuses: ["1.3"]),
    Case(.pypi, "~1", allows: ["1.9"], refuses: ["2.0"]),
    Case(.pypi, ">=1 <2 || ^3.0", allows: ["1.5", "3.1"], refuses: ["2.5"]),
    Case(.pypi, "*", allows: ["4.0"], refuses: []),
    Case(.pypi, "1.*", allows: ["1.7"], refuses: ["2.0"]),
  ]

  static let others = [
    Case(.maven, "[1.0,2.0)", allows: ["1.0", "1.9"], refuses: ["2.0", "1.0-SNAPSHOT"]),
    Case(.maven, "(,1.0],[1.2,)", allows: ["0.1", "1.2"], refuses: ["1.1"]),
    Case(.maven, "[1.0]", allows: ["1.0.0"], refuses: ["1.0.1"]),
    Case(.maven, "1.0", allows: ["1.0", "3.0"], refuses: []),
    Case(.nuget, "1.0", allows: ["1.0", "2.0"], refuses: ["0.9", "1.0-beta"]),
    Case(.nuget, "[1.0, 2.0)", allows: ["1.0", "1.9"], refuses: ["2.0"]),
    Case(.nuget, "(1.0,)", allows: ["1.0.1"], refuses: ["1.0"]),
    Case(.nuget, "[1.0.*, 2.0)", allows: ["1.0.5", "1.9"], refuses: ["2.0", "0.9"]),
    Case(.nuget, "1.*", allows: ["1.0", "1.9"], refuses: ["2.0", "1.5-beta"]),
    Case(.nuget, "1.2.3-beta*", allows: ["1.2.3-beta2", "1.2.3"], refuses: ["1.2.3-alpha", "1.2.4-beta"]),
    Case(.nuget, "*-*", allows: ["1.0-beta", "3.0"], refuses: []),
    Case(.rubyGems, "~> 1.2.3", allows: ["1.2.3", "1.2.9"], refuses: ["1.3", "1.2.2", "1.3.a"]),
    Case(.rubyGems, "~> 1.2", allows: ["1.2", "1.9"], refuses: ["2.0"]),
    Case(.rubyGems, ">= 1.0, != 1.5", allows: ["1.0", "1.6"], refuses: ["1.5", "0.9"]),
    Case(.rubyGems, "1.2", allows: ["1.2.0"], refuses: ["1.2.1"]),
    Case(.go, "v1.2.3", allows: ["v1.2.3", "v1.9.0"], refuses: ["v1.2.2", "v2.0.0", "v2.0.0-rc.1"]),
    Case(.go, "v18446744073709551615", allows: ["v18446744073709551615.0.1"], refuses: ["v1.0.0"]),
    Case(.go, "[v1.0.0, v1.2.0]", allows: ["v1.0.0", "v1.2.0"], refuses: ["v1.2.1"]),
    Case(.go, ">= 1.2.0, < 1.4.0", allows: ["1.3.0"], refuses: ["1.4.0"]),
    Case(.swift, "from: \"1.2.0\"", allows: ["1.2.0", "1.9.0"], refuses: ["2.0.0", "2.0.0-beta", "1.1.9"]),
    Case(.swift, "exact 1.2.0", allows: ["1.2.0"], refuses: ["1.2.1"]),
    Case(.swift, "from 1.2.0", allows: ["1.9.0"], refuses: ["2.0.0"]),
    Case(.swift, ".upToNextMinor(from: \"1.2.0\")", allows: ["1.2.9"], refuses: ["1.3.0"]),
    Case(.swift, "\"1.2.0\"..<\"1.4.0\"", allows: ["1.3.9"], refuses: ["1.4.0"]),
    Case(.swift, "\"1.2.0\"...\"1.4.0\"", allows: ["1.4.0"], refuses: ["1.4.1"]),
    Case(.swift, "exact: \"1.2.0\"", allows: ["1.2.0"], refuses: ["1.2.1"]),
    Case(.swift, ">=1.0.0,<2.0.0", allows: ["1.5.0"], refuses: ["2.0.0"]),
  ]

  @Test(arguments: npm + python + others)
  func allowsWhatTheEcosystemAllows(_ example: Case) throws {
    let requirement = try #require(VersionRequirement(example.requirement, in: example.ecosystem))
    for (texts, isAllowed) in [(example.allowed, true), (example.refused, false)] {
      for text in texts {
        let version = try #require(Version(text, in: example.ecosystem), "\(text)")
        #expect(requirement.allows(version) == isAllowed, "\(text)")
      }
    }
  }

  static let noRequirements: [(Ecosystem, [String])] = [
    (
      .npm,
      ["latest", "git+https://example.com/x.git", "npm:other@^1", "workspace:*", ">=1.2.3beta", "1.2.3 |"]
    ),
    (.pypi, [">= ", "~=1", "@ https://example.com/x.whl", ">=1.0+local", "==1.0 rc *", ",,"]),
    (.maven, ["${spring.version}", "[1,2", "[2,1]", "(1]", "(1,1]", "[]", "${version}x y"]),
    (.nuget, ["[1.0", "(1.0)", "[2,1]", "1.*.2", "x"]),
    (.go, ["latest", "[v1.0.0", ">= main"]),
    (.rubyGems, ["~>", ">= x", "=> 1.0"]),
    (.swift, ["branch: \"main\"", "from: 1", "1.0.0.."]),
  ]

  @Test(arguments: noRequirements)
  func refusesWhatAsksForNoVersion(_ ecosystem: Ecosystem, _ texts: [String]) {
    for text in texts { #expect(VersionRequirement(text, in: ecosystem) == nil, "\(text)") }
  }

  static let pins: [(Ecosystem, String, String?)] = [
    (.npm, "1.2.3", "1.2.3"), (.npm, "=v1.2.3-rc.1", "1.2.3-rc.1"), (.npm, "^1.2.3", nil), (.npm, "1.2", nil),
    (.npm, "1.2.3 || 1.2.4", nil), (.npm, "<=1.2.3", nil), (.npm, "*", nil),
    (.pypi, "==1.2", "1.2"), (.pypi, "===1.2", "1.2"), (.pypi, "==1.2.*", nil), (.pypi, ">=1.2", nil),
    (.pypi, ">=1,==1.5", "1.5"), (.pypi, "1.2.3", "1.2.3"),
    (.maven, "LATEST", nil), (.maven, "1.2", "1.2"), (.maven, "[1.2]", "1.2"), (.maven, "[1.2,)", nil),
    (.nuget, "1.2", "1.2"), (.nuget, "[1.2]", "1.2"), (.nuget, "1.*", nil), (.nuget, "[1.2,2)", nil),
    (.go, "v1.2.3", "v1.2.3"), (.rubyGems, "1.2", "1.2"), (.rubyGems, "= 1.2", "1.2"),
    (.rubyGems, "~> 1.2", nil),
    (.swift, "exact: \"1.2.3\"", "1.2.3"), (.swift, "from: \"1.2.3\"", nil),
  ]

  @Test(arguments: pins)
  func namesTheOneVersion(_ ecosystem: Ecosystem, _ text: String, _ pinned: String?) throws {
    #expect(try #require(VersionRequirement(text, in: ecosystem)).pinned == pinned)
  }

  @Test func refusesAVersionOfAnotherEcosystem() throws {
    let requirement = try #require(VersionRequirement("*", in: .npm))
    #expect(!requirement.allows(try #require(Version("1.0", in: .pypi))))
  }

  @Test func readsRequirementsUpToTheLimits() {
    let padding = String(repeating: " ", count: VersionRequirement.lengthLimit - 5)
    #expect(VersionRequirement("1.2.3" + padding, in: .npm) != nil)
    #expect(VersionRequirement("1.2.3 " + padding, in: .npm) == nil)
    for (ecosystem, condition) in [(Ecosystem.pypi, "!=1"), (.rubyGems, ">1"), (.maven, "[1]"), (.go, ">1")] {
      let most = Array(repeating: condition, count: VersionRequirement.conditionLimit - 1)
      #expect(VersionRequirement(most.joined(separator: ","), in: ecosystem) != nil)
      #expect(
        VersionRequirement((most + [condition, condition]).joined(separator: ","), in: ecosystem) == nil)
    }
  }
}
