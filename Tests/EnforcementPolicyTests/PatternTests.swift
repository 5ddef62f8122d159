import EnforcementPolicy
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("/usr/bin/*", "/usr/bin/sh", true), ("/usr/bin/*", "/usr/bin/a/b", false),
    ("/usr/**", "/usr/bin/a/b", true),
    ("/a?c", "/abc", true), ("/a?c", "/a/c", false), ("*miner", "xmrminer", true),
    ("*miner", "miner2", false),
    ("**", "", true), ("/tmp/**/x", "/tmp/a/b/x", true), ("/tmp/***", "/tmp/a/b", true), ("", "a", false),
  ])
  func globsMatch(pattern: String, text: String, expected: Bool) {
    #expect(PathPattern.matches(pattern, text) == expected)
  }

  /// The obvious definition, by trying every split.
  private func plain(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      let crosses = pattern.hasPrefix("**")
      let rest = pattern.drop { $0 == "*" }
      var remaining = text
      while true {
        if plain(rest, remaining) { return true }
        guard let next = remaining.first, crosses || next != "/" else { return false }
        remaining = remaining.dropFirst()
      }
    }
    guard let letter = text.first else { return false }
    return (first == "?" ? letter != "/" : first == letter) && plain(pattern.dropFirst(), text.dropFirst())
  }

  @Test func globsMatchAsTheObviousDefinitionSays() {
    var random = SplitMix64(state: 5)
    for _ in 0..<20_000 {
      let pattern = String(
        (0..<Int.random(in: 0...7, using: &random)).map { _ in "ab/*?".randomElement(using: &random) ?? "a" })
      let text = String(
        (0..<Int.random(in: 0...7, using: &random)).map { _ in "ab/".randomElement(using: &random) ?? "a" })
      #expect(PathPattern.matches(pattern, text) == plain(pattern[...], text[...]), "\(pattern) \(text)")
    }
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = String(repeating: "a*", count: PathPattern.starLimit) + "b"
    #expect(!PathPattern.matches(pattern, String(repeating: "a", count: PathPattern.lengthLimit)))
  }

  @Test func starsAreBounded() {
    func problem(_ count: Int) -> String? {
      PathPattern.problem(ofPath: "/" + String(repeating: "a*", count: count), allowsWildcards: true)
    }
    #expect(problem(PathPattern.starLimit) == nil)
    #expect(problem(PathPattern.starLimit + 1) != nil)
  }

  @Test(arguments: ["", "a", "/", "/a/", "/a//b", "/a/./b", "/a/../b", "/a\u{7}", "/a*[b]"])
  func refusesOtherPaths(text: String) {
    #expect(PathPattern.problem(ofPath: text, allowsWildcards: true) != nil)
  }

  @Test(arguments: ["a.example", "*.a.example:443", "??.b", "A.Example.", "localhost:1", "x_y.z"])
  func readsHosts(text: String) throws {
    let host = try HostPattern(text)
    #expect(try HostPattern(host.description) == host)
  }

  @Test(arguments: [
    "", "a b", "http://a", "a:b", "a:0", "a:65536", "a:+1", "1.2.3.4", "::1", "a..b", ".a", "é.fr", "a/b",
  ])
  func refusesOtherHosts(text: String) {
    #expect(throws: PatternProblem.self) { try HostPattern(text) }
  }

  @Test func hostsMatchNamesAndPorts() throws {
    let host = try HostPattern("*.a.example:443")
    #expect(host.matches("x.a.example", port: 443))
    #expect(!host.matches("x.a.example", port: 80))
    #expect(!host.matches("a.example", port: 443))
  }

  @Test(arguments: [
    ("10.0.0.0/8", 104, "10.0.0.0/8"), ("10.1.2.3", 128, "10.1.2.3"), ("0.0.0.0/0", 96, "0.0.0.0/0"),
    ("10.0.0.5:5432", 128, "10.0.0.5:5432"), ("fd00::/8", 8, "fd00::/8"), ("::/0", 0, "::/0"),
    ("[2001:db8::]/32:443", 32, "[2001:db8::]/32:443"), ("[::1]:80", 128, "[::1]:80"),
  ])
  func readsNetworks(text: String, prefix: UInt8, description: String) throws {
    let range = try NetworkRange(text)
    #expect(range.prefixLength == prefix)
    #expect(range.description == description)
    #expect(try NetworkRange(range.description) == range)
  }

  @Test(arguments: [
    "", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "fd00::/129", "fd00::1/8", "10.0.0.0/8:0", "[fd00::/8",
    "1.2.3",
    "[::1]x", "10.0.0.0/8/8",
  ])
  func refusesOtherNetworks(text: String) {
    #expect(throws: PatternProblem.self) { try NetworkRange(text) }
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("2026-12-15", 1_797_292_800), ("2026-12-15T08:30:01Z", 1_797_323_401),
      ("2000-02-29", 951_782_400), ("1969-12-31T23:59:59Z", -1),
    ] as [(String, Int64)])
  func readsInstants(text: String, seconds: Int64) {
    let instant = EnforcementInstant(text)
    #expect(instant?.seconds == seconds)
    #expect(instant?.description == text)
  }

  @Test(arguments: [
    "", "2026-12", "2026-13-01", "2026-12-15T08:30Z", "2026-12-15T08:30:00", "2026-12-15T24:00:00Z",
  ])
  func refusesOtherInstants(text: String) {
    #expect(EnforcementInstant(text) == nil)
  }

  @Test func instantsOfAllDaysReadBack() {
    for day in stride(from: Int64(-700_000), to: 2_900_000, by: 997) {
      let instant = EnforcementInstant(seconds: day * 86_400)
      #expect(EnforcementInstant(instant.description) == instant, "\(instant)")
    }
  }
}
