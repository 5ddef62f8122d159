import FindingModel
import Foundation
import SecretFiles
import TestSupport
import Testing

@testable import ScanPipeline

/// What one target is searched for, and what is left out where nobody asks.
@Suite struct TargetScanTests {
  private static let settings = "password = hunter2!x\n"

  private func options(_ tree: TemporaryTree) throws -> ScanOptions {
    ScanOptions(
      paths: [tree.root], asOf: try #require(CalendarDate("2026-11-20")), threads: 2, toolVersion: "test")
  }

  @Test(arguments: [true, false])
  func templatesAreSearchedForSecretsWhereTheyAreRead(isAsked: Bool) throws {
    let tree = try TemporaryTree(["template.yaml": Sample.flawed, "notes.ini": Self.settings])
    let project = ProjectLoading(try options(tree), searchesSecrets: isAsked)
    let loaded = project.load(try #require(try project.targets().first))
    // Of what is no template nobody else reads the bytes.
    #expect(loaded.searched.keys.sorted() == (isAsked ? ["template.yaml"] : []))
    #expect(loaded.paths == ["template.yaml"] && loaded.others.contains("notes.ini"))
  }

  @Test func archivesAreSearchedForSecretsOnRequestOnly() throws {
    let tree = try TemporaryTree()
    try tree.write("a.zip", Data(ArchiveMaker.zip(["settings.ini": Self.settings, "app.py": "x = 1\n"])))
    for isAsked in [true, false] {
      let archive = ArchiveFiles(
        "a.zip", in: tree.root, searchesSecrets: isAsked, isWanted: { $0.hasSuffix(".py") })
      #expect(archive.secrets.secrets.count == (isAsked ? 1 : 0))
      #expect(archive.files.keys.sorted() == ["app.py"] && archive.notChecked.isEmpty)
    }
  }

  @Test func withoutRulesThereAreNoFindings() throws {
    let tree = try TemporaryTree(["template.yaml": Sample.flawed, "src/settings.ini": Self.settings])
    let options = try options(tree)
    let target = try #require(try ProjectLoading(options).targets().first)
    let outcome = try TargetScan(options, rules: []).run(target)
    #expect(outcome.findings.isEmpty && outcome.judgements.flatMap(\.functions).map(\.name) == ["Run"])
    #expect(try !tree.scan().findings.isEmpty)
  }
}
