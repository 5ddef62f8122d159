import FindingModel
import Foundation
import Testing

@testable import ScanPipeline

/// Which files a scan looks at, and that the answer does not depend on how.
@Suite struct TreeWalkTests {
  struct Ignoring: CustomTestStringConvertible, Sendable {
    let rules: String
    let found: [String]
    var testDescription: String { rules.replacingOccurrences(of: "\n", with: " ⏎ ") }

    init(_ rules: String, _ found: [String]) { (self.rules, self.found) = (rules, found) }
  }

  static let files = ["a.yaml", "build/a.yaml", "src/a.yaml", "src/b.yaml", "src/deep/er/a.yaml"]

  static let patterns = [
    Ignoring("", files),
    Ignoring("# a.yaml\n\n   \n", files),
    Ignoring("a.yaml", ["src/b.yaml"]),
    Ignoring("/a.yaml", ["build/a.yaml", "src/a.yaml", "src/b.yaml", "src/deep/er/a.yaml"]),
    Ignoring("build/", ["a.yaml", "src/a.yaml", "src/b.yaml", "src/deep/er/a.yaml"]),
    Ignoring("a.yaml/", files),
    Ignoring("src/**", ["a.yaml", "build/a.yaml"]),
    Ignoring("src/*", ["a.yaml", "build/a.yaml"]),
    Ignoring("src/*.yaml", ["a.yaml", "build/a.yaml", "src/deep/er/a.yaml"]),
    Ignoring("**/er/*.yaml", ["a.yaml", "build/a.yaml", "src/a.yaml", "src/b.yaml"]),
    Ignoring("src/**/a.yaml", ["a.yaml", "build/a.yaml", "src/b.yaml"]),
    Ignoring("*.yaml\n!b.yaml", ["src/b.yaml"]),
    Ignoring("[a-b].yaml", []),
    Ignoring("[!a].yaml", ["a.yaml", "build/a.yaml", "src/a.yaml", "src/deep/er/a.yaml"]),
    Ignoring("?.yaml\r\n", []),
    Ignoring("[a.yaml", files),
    Ignoring(String(repeating: "*", count: 5_000) + "x", files),
  ]

  @Test(arguments: patterns, [".gitignore", ".parapetignore"])
  func patternsOfIgnoreFilesLeaveFilesOut(_ pattern: Ignoring, name: String) throws {
    let tree = try TemporaryTree(Dictionary(uniqueKeysWithValues: Self.files.map { ($0, Sample.flawed) }))
    try tree.write(name, pattern.rules)
    #expect(try tree.scan().flawed == pattern.found)
  }

  @Test func anInnerIgnoreFileOverrulesAnOuterOne() throws {
    let tree = try TemporaryTree([
      ".gitignore": "a.yaml", "a.yaml": Sample.flawed, "in/a.yaml": Sample.flawed, "in/.gitignore": "!a.yaml",
    ])
    #expect(try tree.scan().flawed == ["in/a.yaml"])
  }

  @Test func excludedPathsAreLeftOut() throws {
    let tree = try TemporaryTree(Dictionary(uniqueKeysWithValues: Self.files.map { ($0, Sample.flawed) }))
    #expect(try tree.scan(excluded: ["src/", "/a.yaml"]).flawed == ["build/a.yaml"])
  }

  @Test func foldersAreFollowedToTheLimitAndNoFurther() throws {
    let limits = Discovery.Limits(depth: 3)
    let tree = try TemporaryTree(["1/2/3/a.yaml": "", "1/2/3/4/a.yaml": ""])
    let result = Discovery.find(in: tree.root, excluded: IgnoreRules(""), limits: limits)
    #expect(result.paths == ["1/2/3/a.yaml"])
    #expect(result.notChecked.map(\.path) == ["1/2/3/4"])
    #expect(result.notChecked.first?.reason.contains("limit of 3") == true)
  }

  @Test func filesAreCountedToTheLimitAndNoFurther() throws {
    let tree = try TemporaryTree(["a.yaml": "", "b.yaml": "", "c.yaml": ""])
    let below = Discovery.find(in: tree.root, excluded: IgnoreRules(""), limits: Discovery.Limits(files: 3))
    #expect(below.paths == ["a.yaml", "b.yaml", "c.yaml"] && below.notChecked.isEmpty)
    let above = Discovery.find(in: tree.root, excluded: IgnoreRules(""), limits: Discovery.Limits(files: 2))
    #expect(above.paths == ["a.yaml", "b.yaml"])
    #expect(above.notChecked.map(\.path) == ["c.yaml"])
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let tree = try TemporaryTree()
    for number in 0..<40 { try tree.write("\(number)/template.yaml", Sample.flawed) }
    try tree.write("broken.yaml", Sample.look + "[")
    let one = try tree.scan(threads: 1)
    let eight = try tree.scan(threads: 8)
    #expect(one.flawed.count == 40)
    #expect(one.findings.map(\.finding) == eight.findings.map(\.finding))
    #expect(one.functions == eight.functions)
    #expect(one.notChecked == eight.notChecked)
    #expect(one.notChecked.filter { $0.path == "broken.yaml" }.count == 1)
    #expect(one.unresolved == eight.unresolved)
    #expect(one.notices == eight.notices)
    #expect(one.statistics == eight.statistics)
  }

  @Test func pathsOfSeveralFoldersCarryTheFolder() throws {
    let tree = try TemporaryTree(["a/t.yaml": Sample.flawed, "b/t.yaml": Sample.flawed])
    let report = try tree.scan([tree.root + "/a", tree.root + "/b/"])
    #expect(report.flawed == [tree.root + "/a/t.yaml", tree.root + "/b/t.yaml"])
    #expect(try tree.scan([tree.root + "/a"]).flawed == ["t.yaml"])
  }

  @Test func aPathThatIsNotThereIsAnError() throws {
    let tree = try TemporaryTree()
    #expect(throws: ScanError.missingPath(tree.root + "/none")) { try tree.scan([tree.root + "/none"]) }
  }
}
