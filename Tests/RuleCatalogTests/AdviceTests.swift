import FindingModel
import ScanPipeline
import Testing

/// What is advised fits the case: nothing of another application, and something to do where little is needed.
@Suite struct AdviceTests {
  private func findings(of rule: String) throws -> [Finding] {
    try Scan(try RuleFixture(rule: rule).options).run().findings.map(\.finding)
  }

  @Test func whatNobodyNeedsIsRemoved() throws {
    let misspelt = try #require(
      try findings(of: "sas4-unused-grant").first { $0.message.contains("GetCallerIdentify") })
    #expect(misspelt.message.contains("AWS knows no such action"))
    #expect(misspelt.remediation == "Remove the statement: the code needs nothing that only it gives.")
  }

  @Test func whereOnlyTheLogIsLeftThePolicyForItIsNamed() throws {
    let network = try #require(
      try findings(of: "sas4-unused-grant").first { $0.message.contains("AWSLambdaVPCAccessExecutionRole") })
    #expect(network.message.contains("may do 6 things by the managed policy"))
    #expect(network.remediation.contains("policy/service-role/AWSLambdaBasicExecutionRole"))
  }

  @Test func withoutCodeNoExampleIsMadeUp() throws {
    let advice = try findings(of: "sas4-managed-policy-broad").map(\.remediation)
    #expect(!advice.isEmpty && !advice.contains { $0.contains("Orders") })
  }

  @Test func aTrustPolicyIsShownTheConditionItLacks() throws {
    let found = try findings(of: "sas4-role-trust-wide")
    let pool = try #require(found.first { $0.message.contains("identity pool") })
    #expect(pool.remediation.contains("cognito-identity.amazonaws.com:aud"))
    #expect(!pool.remediation.contains("GitHub"))
  }
}
