import FindingModel
import Foundation
import Testing

@testable import ScanPipeline

/// Trees that somebody else wrote: a file may be lost, and is then listed; the others never are.
@Suite struct HostileTreeTests {
  struct Broken: CustomTestStringConvertible, Sendable {
    let name: String
    let content: Data
    /// Part of the reason in the report.
    let reason: String
    var file = "broken.yaml"
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ reason: String, file: String = "broken.yaml") {
      self.init(name, Data((file.hasSuffix(".json") ? text : Sample.look + text).utf8), reason, file: file)
    }

    init(_ name: String, _ content: Data, _ reason: String, file: String = "broken.yaml") {
      (self.name, self.content, self.reason, self.file) = (name, content, reason, file)
    }
  }

  static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + (1...30).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n"
    }
    .joined()

  static let broken = [
    Broken("unclosed bracket", "Resources:\n  A: [1, 2\n  B: {", "line 4"),
    Broken("alias without anchor", "Resources: *nowhere\n", "line 2"),
    Broken("alias bomb", bomb, "1000000"),
    Broken("YAML nested 10,000 deep", String(repeating: "[", count: 10_000), "100 levels"),
    Broken("YAML blocks nested 10,000 deep", String(repeating: "- ", count: 10_000) + "x", "100 levels"),
    Broken(
      "JSON nested 10,000 deep", #"{"Resources": "AWS::", "a": "# + String(repeating: "[", count: 10_000),
      "100 levels",
      file: "broken.json"),
    Broken("not UTF-8", Data(Sample.look.utf8) + Data([0x41, 0xFF, 0xFE]), "UTF-8"),
    Broken(
      "random bytes",
      Data(Sample.look.utf8) + Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 >> 3) }),
      "UTF-8"),
    Broken("a zero byte", Data(Sample.look.utf8) + Data("a: b\n\0".utf8), "line 3"),
  ]

  @Test(arguments: broken)
  func aBrokenFileIsListedAndTheGoodOneBesideItIsRead(_ file: Broken) throws {
    let tree = try TemporaryTree(["good.yaml": Sample.flawed])
    try tree.write(file.file, file.content)
    let report = try tree.scan()
    #expect(report.flawed == ["good.yaml"])
    let reasons = report.reasons(for: file.file)
    #expect(reasons.count == 1 && reasons[0].contains(file.reason), "\(reasons)")
    #expect(report.notChecked.filter { $0.path == file.file }.allSatisfy { $0.isError })
  }

  @Test func aFileBeyondTheSizeLimitIsListedAndNotRead() throws {
    let tree = try TemporaryTree(["good.yaml": Sample.flawed, "huge.yaml": ""])
    #expect(truncate(tree.root + "/huge.yaml", 100 << 20) == 0)
    let report = try tree.scan()
    #expect(report.flawed == ["good.yaml"])
    #expect(report.reasons(for: "huge.yaml").first?.contains("\(100 << 20) bytes") == true)
    // Nobody named it, so it may as well be data.
    #expect(report.notChecked.allSatisfy { !$0.isError })
    let named = try tree.scan([tree.root + "/huge.yaml"])
    #expect(named.notChecked.map(\.isError) == [true])
  }

  @Test func linksOutOfTheTreeAreNotFollowed() throws {
    let outside = try TemporaryTree(["secret.yaml": Sample.flawed])
    let tree = try TemporaryTree(["good.yaml": Sample.flawed])
    try tree.link("file.yaml", to: outside.root + "/secret.yaml")
    try tree.link("folder", to: outside.root)
    try tree.link("nowhere.yaml", to: "missing")
    let report = try tree.scan()
    #expect(report.flawed == ["good.yaml"])
    #expect(report.reasons(for: "file.yaml").first?.contains("outside") == true)
    #expect(report.reasons(for: "nowhere.yaml").first?.contains("nowhere") == true)
  }

  @Test func aTemplateCannotReadThroughALinkOutOfTheTree() throws {
    let outside = try TemporaryTree(["nested.yaml": Sample.flawed])
    let tree = try TemporaryTree(["main.yaml": Self.stack("out/nested.yaml")])
    try tree.link("out", to: outside.root)
    let report = try tree.scan()
    #expect(report.flawed.isEmpty)
    #expect(report.reasons(for: "main.yaml").contains { $0.contains("outside the scanned folder") })
  }

  @Test func circlesOfLinksEnd() throws {
    let tree = try TemporaryTree(["a/good.yaml": Sample.flawed])
    try tree.link("a/up", to: "..")
    try tree.link("self.yaml", to: "self.yaml")
    #expect(try tree.scan().flawed == ["a/good.yaml"])
  }

  @Test func pipesAndSocketsAreNotWaitedFor() throws {
    let tree = try TemporaryTree(["good.yaml": Sample.flawed, "main.yaml": Self.stack("pipe.yaml")])
    #expect(mkfifo(tree.root + "/pipe.yaml", 0o600) == 0)
    #expect(mknod(tree.root + "/socket.yaml", S_IFSOCK | 0o600, 0) == 0)
    let report = try tree.scan()
    #expect(report.flawed == ["good.yaml"])
    #expect(report.reasons(for: "main.yaml").contains { $0.contains("pipe.yaml") })
    #expect(throws: ScanError.self) { try tree.scan([tree.root + "/pipe.yaml"]) }
  }

  // The superuser reads everything, so that there is nothing to see.
  @Test(.disabled(if: geteuid() == 0, "permissions do not hold the superuser"))
  func whatMayNotBeReadIsListed() throws {
    let tree = try TemporaryTree([
      "good.yaml": Sample.flawed, "closed.yaml": Sample.flawed, "closed/a.yaml": Sample.flawed,
    ])
    chmod(tree.root + "/closed.yaml", 0)
    chmod(tree.root + "/closed", 0)
    defer { chmod(tree.root + "/closed", 0o700) }
    let report = try tree.scan()
    #expect(report.flawed == ["good.yaml"])
    #expect(report.reasons(for: "closed.yaml").count == 1)
    #expect(report.reasons(for: "closed").count == 1)
  }

  static func stack(_ url: String) -> String {
    """
    Resources:
      Nested:
        Type: AWS::CloudFormation::Stack
        Properties:
          TemplateURL: \(url)

    """
  }

  @Test func aMissingIncludedFileIsListed() throws {
    let tree = try TemporaryTree([
      "main.yaml": Sample.flawed
        + Self.stack("missing.yaml").split(separator: "\n").dropFirst().joined(separator: "\n")
    ])
    let report = try tree.scan()
    #expect(report.flawed == ["main.yaml"])
    #expect(report.reasons(for: "main.yaml").contains { $0.contains("missing.yaml") })
  }

  @Test(arguments: [["a.yaml"], ["a.yaml", "b.yaml"], ["a.yaml", "b.yaml", "c.yaml"]])
  func stacksInACircleEndAndHideNothing(_ names: [String]) throws {
    let tree = try TemporaryTree()
    for (index, name) in names.enumerated() {
      let next = Self.stack(names[(index + 1) % names.count]).split(separator: "\n").dropFirst()
      try tree.write(name, Sample.flawed + next.joined(separator: "\n") + "\n")
    }
    let report = try tree.scan()
    #expect(Set(report.flawed) == Set(names))
    #expect(report.notChecked.contains { $0.isError }, "the circle is named")
    #expect(report.statistics.applications == 1)
  }

  @Test func aNestedStackIsJudgedInItsParentOnly() throws {
    let tree = try TemporaryTree(["main.yaml": Self.stack("part.yaml"), "part.yaml": Sample.flawed])
    let report = try tree.scan()
    #expect(report.flawed == ["part.yaml"])
    #expect(report.statistics.applications == 1)
  }
}
