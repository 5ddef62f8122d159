import FindingModel
import Foundation
import Testing

@testable import ReportWriters

struct SARIFTests {
  @Test(arguments: [
    ("shop/template.yaml", "shop/template.yaml"), ("a b.yaml", "a%20b.yaml"), ("c:/x", "c%3A/x"),
    ("/etc/passwd", "%2Fetc/passwd"), ("//host/share", "%2F%2Fhost/share"), ("a//b", "a/%2Fb"),
    ("å.yaml", "%C3%A5.yaml"), ("a\\b", "a%5Cb"), ("100%", "100%25"), ("a?b#c", "a%3Fb%23c"), ("\n", "%0A"),
    ("", ""),
  ])
  func pathsBecomeRelativeReferences(path: String, uri: String) {
    #expect(relativeReference(to: path) == uri)
  }

  @Test func indexesPointAtTheirRulesAndTaxa() throws {
    let run = try run(of: ShopReport.report)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    let taxonomies = try #require(run["taxonomies"] as? [[String: Any]])
    for rule in rules {
      for relationship in try #require(rule["relationships"] as? [[String: Any]]) {
        let target = try #require(relationship["target"] as? [String: Any])
        let component = try #require((target["toolComponent"] as? [String: Any])?["index"] as? Int)
        let taxa = try #require(taxonomies[component]["taxa"] as? [[String: Any]])
        #expect(taxa[try #require(target["index"] as? Int)]["id"] as? String == target["id"] as? String)
      }
    }
  }

  @Test func aRuleOutsideTheCatalogueHasNoIndex() throws {
    var output = ""
    SARIFWriter(rules: []).write(ShopReport.report, to: &output)
    #expect(!output.contains("ruleIndex"))
    #expect(output.contains("\"ruleId\": \"sas2-public-function-url\""))
  }

  @Test func resultsListSuppressionsAllOrNone() throws {
    let results = try #require(try run(of: ShopReport.report)["results"] as? [[String: Any]])
    #expect(results.allSatisfy { $0["suppressions"] is [Any] })
    var report = ShopReport.report
    report.findings.removeAll { !$0.isActive }
    #expect(!written(report, as: .sarif).contains("suppressions"))
  }

  @Test func aDecisionInAnotherFileIsExternal() throws {
    var report = ShopReport.report
    report.findings[0].suppression = Suppression(
      reason: "Known.", until: nil, location: .start(of: ".parapet.yaml"))
    let output = written(report, as: .sarif)
    #expect(output.contains("\"kind\": \"external\""))
    #expect(output.contains("\"kind\": \"inSource\""))
  }

  @Test func nothingIsPrintedForWhatIsAbsent() {
    let output = written(ShopReport.report, as: .sarif)
    #expect(!output.contains("null"))
    #expect(!output.contains(": -1"))
  }

  private func run(of report: ScanReport) throws -> [String: Any] {
    let data = Data(written(report, as: .sarif).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }
}
