import Assurance
import FindingModel
import Testing

@Suite struct RiskScoreTests {
  @Test(arguments: Exposure.allCases)
  func staysBetweenNothingAndAHundred(exposure: Exposure) {
    #expect(RiskScore.score(of: [], exposure: exposure) == 0)
    for severity in Severity.allCases {
      for number in [1, 10, 5_000] {
        let score = RiskScore.score(
          of: Array(repeating: finding("r", severity), count: number), exposure: exposure)
        #expect((0...100).contains(score))
      }
    }
  }

  @Test(arguments: Exposure.allCases, Confidence.allCases)
  func growsWithSeverity(exposure: Exposure, confidence: Confidence) {
    let scores = Severity.allCases.map {
      RiskScore.score(of: [finding("r", $0, confidence: confidence)], exposure: exposure)
    }
    #expect(scores == scores.sorted())
    #expect(Set(scores).count == scores.count)
  }

  @Test(arguments: Severity.allCases)
  func neverFallsAsMoreCanReachIt(severity: Severity) {
    let scores = Exposure.allCases.map { RiskScore.score(of: [finding("r", severity)], exposure: $0) }
    #expect(scores == scores.sorted())
  }

  @Test(arguments: Severity.allCases, Exposure.allCases)
  func neverFallsWithAnotherFinding(severity: Severity, exposure: Exposure) {
    let scores = (0...40).map {
      RiskScore.score(of: Array(repeating: finding("r", severity), count: $0), exposure: exposure)
    }
    #expect(scores == scores.sorted())
  }

  @Test func doesNotDependOnOrder() {
    let findings = Severity.allCases.map { finding("r", $0) }
    #expect(
      RiskScore.score(of: findings, exposure: .account)
        == RiskScore.score(of: findings.reversed(), exposure: .account))
  }
}

@Suite struct VerdictRuleTests {
  @Test(
    arguments: [
      ([Severity.critical], Exposure.nobody, nil, FunctionVerdict.fix),
      ([.high], .internet, "tables", .fix),
      ([.medium], .internet, "tables", .protect),
      ([], .internet, "tables", .protect),
      ([], .authenticated, "tables", .protect),
      ([], .otherAccount, "tables", .protect),
      ([], .account, "tables", .accept),
      ([], .nobody, "everything", .accept),
      ([], .internet, nil, .accept),
      ([.medium, .low], .internet, nil, .accept),
    ] as [([Severity], Exposure, String?, FunctionVerdict)])
  func fixesTheUrgentAndProtectsTheExposed(
    severities: [Severity], exposure: Exposure, data: String?, verdict: FunctionVerdict
  ) {
    let result = VerdictRule.verdict(
      findings: severities.map { finding("r", $0) }, exposure: exposure, data: data)
    #expect(result.verdict == verdict)
    #expect(result.reason.hasSuffix("."))
    if verdict == .protect { #expect(result.reason.contains("tables")) }
  }

  @Test func namesTheWorstAndCountsTheRest() {
    let findings = [finding("r", .high), finding("r", .critical), finding("r", .low)]
    let reason = VerdictRule.verdict(findings: findings, exposure: .account, data: nil).reason
    #expect(reason == "Role may do anything (critical) and 1 more of high or critical severity.")
  }
}

@Suite struct FailureThresholdTests {
  @Test(arguments: ["info", "low", "medium", "high", "critical", "HIGH"])
  func isReachedBySeveritiesAtOrAboveIt(name: String) throws {
    let threshold = try #require(FailureThreshold(name))
    let limit = try #require(Severity(name: name))
    for severity in Severity.allCases {
      #expect(threshold.isReached(by: [ReportedFinding(finding("r", severity))]) == (severity >= limit))
    }
    #expect(!threshold.isReached(by: []))
  }

  @Test(arguments: ["never", "Never"])
  func neverIsNeverReached(name: String) throws {
    let threshold = try #require(FailureThreshold(name))
    #expect(!threshold.isReached(by: [ReportedFinding(finding("r", .critical))]))
  }

  @Test func suppressedFindingsDoNotCount() {
    let place = SourceLocation.start(of: "a.yaml")
    let suppressed = ReportedFinding(
      finding("r", .critical), suppression: Suppression(reason: "x", until: nil, location: place))
    #expect(!FailureThreshold.severity(.info).isReached(by: [suppressed]))
  }

  @Test(arguments: ["", "hi", "always", "3"])
  func refusesOtherWords(name: String) { #expect(FailureThreshold(name) == nil) }
}
