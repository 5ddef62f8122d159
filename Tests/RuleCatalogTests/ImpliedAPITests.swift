import FindingModel
import Foundation
import ScanPipeline
import Testing

/// What is shown for APIs that SAM makes by itself: what stands under their names SAM overwrites.
@Suite struct ImpliedAPITests {
  private func remediation(of rule: String, forEvent event: String, api: String = "") throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let template = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Shop:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.handler
            Runtime: python3.14
            CodeUri: src/
            Events:
              Get: {Type: \(event), Properties: {Path: /, Method: get\(api)}}
        Front: {Type: AWS::Serverless::Api, Properties: {StageName: live}}
      """
    try Data(template.utf8).write(to: folder.appending(path: "template.yaml"))
    let date = try #require(CalendarDate("2026-11-20"))
    let options = ScanOptions(
      paths: [folder.path()], profile: .strict, asOf: date, disabledRules: [], toolVersion: "test")
    let report = try Scan(options).run()
    return try #require(report.findings.first { $0.finding.rule == rule }).finding.remediation
  }

  @Test(arguments: [
    ("Api", "sas8-no-throttle", "Globals:\n  Api:\n    MethodSettings:\n"),
    ("HttpApi", "sas8-no-throttle", "Globals:\n  HttpApi:\n    DefaultRouteSettings:\n"),
    ("Api", "sas2-apigw-method-none", "Globals:\n  Api:\n    Auth:\n"),
    ("HttpApi", "sas2-apigw-method-none", "Globals:\n  HttpApi:\n    Auth:\n"),
  ])
  func areConfiguredInGlobals(event: String, rule: String, start: String) throws {
    let text = try remediation(of: rule, forEvent: event)
    #expect(text.contains("\n\n" + start))
    #expect(!text.contains("Serverless"))
  }

  @Test func anAPIOfOnesOwnIsConfiguredWhereItIs() throws {
    let text = try remediation(
      of: "sas2-apigw-method-none", forEvent: "Api", api: ", RestApiId: !Ref Front")
    #expect(text.contains("\n\nFront:\n  Type: AWS::Serverless::Api\n"))
  }
}
