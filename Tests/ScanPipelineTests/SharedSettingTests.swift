import FindingModel
import ScanPipeline
import Testing

/// Flaws that one setting for all functions ends are one finding.
@Suite struct SharedSettingTests {
  @Test(arguments: ["sas5-no-failure-destination", "sas8-denial-of-wallet"])
  func isOneFindingForAllFunctions(rule: String) throws {
    let findings = try Self.findings(of: rule, in: ["first", "second", "third"])
    #expect(findings.map(\.functions) == [["first", "second", "third"]])
    #expect(findings.allSatisfy { if case .application = $0.subject { true } else { false } })
  }

  @Test(arguments: ["sas5-no-failure-destination", "sas8-denial-of-wallet"])
  func isAboutTheFunctionWhereThereIsOne(rule: String) throws {
    let findings = try Self.findings(of: rule, in: ["only"])
    #expect(findings.map(\.subject) == [.function(name: "only")])
  }

  private static func findings(of rule: String, in names: [String]) throws -> [Finding] {
    let functions = names.map { name in
      "  \(name): {handler: index.handler, events: [{http: 'GET \(name)'}, {s3: \(name)-uploads}]}"
    }
    let service = """
      service: shop
      provider: {name: aws, runtime: nodejs24.x}
      functions:
      \(functions.joined(separator: "\n"))
      """
    return try TemporaryTree(["serverless.yml": service]).scan().findings.map(\.finding).filter {
      $0.rule == rule
    }
  }
}
