import FindingModel
import PackageModel
import Testing

@Suite struct BunLockTests {
  private static let lock = """
    {
      "lockfileVersion": 1,
      "workspaces": {
        "": {
          "name": "app", // the root
          "dependencies": {"a": "^1.0.0", "tool": "github:o/tool"},
          "devDependencies": {"d": "^1.0.0"},
        },
        "packages/lib": {"name": "lib", "dependencies": {"@s/c": "2"}},
      },
      "packages": {
        "a": ["a@1.0.0", "", {"dependencies": {"@s/c": "^1.0.0"}, "optionalDependencies": {"o": "1"}}, "sha512-/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="],
        "a/@s/c": ["@s/c@1.0.0", "https://npm.corp.example/", {}, "sha512-x"],
        "@s/c": ["@s/c@2.0.0", "", {}, "sha512-x"],
        "d": ["d@1.0.0", "", {"dependencies": {"@s/c": "2"}}, "sha512-x"],
        "o": ["o@1.0.0", "", {}, "sha512-x"],
        "tool": ["tool@github:o/tool#abc123", {}, "o-tool-abc123"],
        "lib": ["lib@workspace:packages/lib"],
      },
    }
    """

  @Test func readsTheTextNotation() throws {
    let list = try read(Self.lock, "bun.lock")
    #expect(list.problems.isEmpty)
    #expect(list.packages.count == 7)
    #expect(list.direct == ["@s/c", "a", "d", "tool"])
    #expect(try list.entry("a").dependencies.map { list.packages[$0].version } == ["1.0.0", "1.0.0"])
    #expect(try list.entry("d").dependencies.map { list.packages[$0].version } == ["2.0.0"])
    #expect(list.names(.development) == ["d"])
    #expect(list.names(.optional) == ["o"])
    #expect(try list.entry("a").integrity.count == 1)
    #expect(try list.entry("@s/c", "1.0.0").source == .registry("https://npm.corp.example/"))
    #expect(try list.entry("tool").source == .repository("https://github.com/o/tool", revision: "abc123"))
    #expect(try list.entry("lib").source == .path("workspace:packages/lib"))
    // Comments and trailing commas do not move lines.
    #expect(try list.entry("a").location.line == 12)
  }

  @Test func brokenOnesSayWhatIsWrong() throws {
    #expect(try read("{", "bun.lock").problems.count == 1)
    #expect(try read("{}", "bun.lock").problems.count == 1)
  }
}
