import FindingModel
import Foundation
import ScanPipeline
import TestSupport
import Testing

/// Functions whose code is an archive, and archives that are scanned by themselves.
@Suite struct ArchiveScanTests {
  private static let program = """
    import os
    def handler(event, context):
        os.system("convert " + event["name"])

    """

  private static let template = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Convert:
        Type: AWS::Serverless::Function
        Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: build/convert.zip}

    """

  private static func project(_ files: [String: String]) throws -> TemporaryTree {
    let tree = try TemporaryTree(["template.yaml": template])
    try tree.write("build/convert.zip", Data(ArchiveMaker.zip(files)))
    return tree
  }

  @Test func codeInTheArchiveOfAFunctionIsJudged() throws {
    let report = try Self.project(["app.py": Self.program]).scan()
    let found = try #require(report.findings.first { $0.finding.rule == "sas1-os-command" }).finding
    #expect(found.location.path == "build/convert.zip!/app.py")
    #expect(found.location.line == 3)
    #expect(found.functions == ["Convert"])
  }

  @Test func anArchiveIsScannedByItself() throws {
    let tree = try Self.project(["app.py": Self.program])
    let report = try tree.scan([tree.root + "/build/convert.zip"])
    #expect(report.findings.contains { $0.finding.location.path == "convert.zip!/app.py" })
    #expect(report.functions.map(\.name) == ["app.handler"])
  }

  @Test func besideANamedArchiveNothingIsLookedAt() throws {
    let tree = try Self.project(["app.py": Self.program])
    try tree.write("build/broken.jar", Data("no archive".utf8))
    #expect(try tree.scan([tree.root + "/build/convert.zip"]).notChecked.isEmpty)
    #expect(!(try tree.scan([tree.root + "/build"]).reasons(for: "broken.jar").isEmpty))
  }

  @Test func whatLeadsOutOfTheArchiveIsNamedAndLeftOut() throws {
    let report = try Self.project(["app.py": Self.program, "../../etc/cron.py": Self.program]).scan()
    #expect(report.findings.contains { $0.finding.rule == "sas1-os-command" })
    #expect(report.reasons(for: "build/convert.zip").contains { $0.contains("leads out of the archive") })
  }

  @Test func aDamagedArchiveIsNamedAndNotFatal() throws {
    let tree = try TemporaryTree(["template.yaml": Self.template])
    let whole = Data(ArchiveMaker.zip(["app.py": Self.program, "z.py": Self.program]))
    try tree.write("build/convert.zip", whole.prefix(whole.count / 2))
    #expect(!(try tree.scan().reasons(for: "build/convert.zip").isEmpty))
    try tree.write("build/convert.zip", Data("no archive".utf8))
    #expect(
      try tree.scan().reasons(for: "build/convert.zip") == ["The file is neither a ZIP nor a tar archive."])
  }

  @Test func archivesThatNoFunctionNamesAreLeftAlone() throws {
    let tree = try TemporaryTree()
    try tree.write("old.zip", Data(ArchiveMaker.zip(["app.py": Self.program])))
    #expect(try tree.scan().findings.isEmpty)
  }
}
