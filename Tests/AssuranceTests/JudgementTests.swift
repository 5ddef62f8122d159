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

  private func flaw(
    _ severity: Severity = .high, fixed: String? = nil, reach: String = "imported", weakness: Int = 1395
  ) -> Finding {
    var finding = Finding(
      rule: "r", risk: .vulnerableDependencies, weaknesses: [weakness], severity: severity, confidence: .high,
      title: "Package with known vulnerabilities", message: "m", remediation: "r",
      subject: .role(name: "Role"),
      application: "shop", functions: [], location: .start(of: "package.json"), references: [],
      discriminator: "d")
    finding.package = PackageEvidence(
      ecosystem: "npm", name: "reader", version: "1.0.0", path: ["reader"], reach: reach,
      flaws: [.init(id: "CVE-2026-1", aliases: [], severity: severity, score: nil, isExploited: false)],
      fixedVersion: fixed)
    return finding
  }

  @Test(arguments: [Exposure.internet, .authenticated, .otherAccount])
  func protectsWhatNoUpgradeRepairs(exposure: Exposure) {
    let result = VerdictRule.verdict(findings: [flaw(), flaw(.medium)], exposure: exposure, data: nil)
    #expect(result.verdict == .protect)
    #expect(result.reason.hasPrefix("'reader' has a known flaw, no version without it is known, and "))
  }

  @Test func fixesWhatCanBeFixedOrIsNotReached() {
    func verdict(_ findings: [Finding], _ exposure: Exposure = .internet) -> FunctionVerdict {
      VerdictRule.verdict(findings: findings, exposure: exposure, data: nil).verdict
    }
    #expect(verdict([flaw(fixed: "1.0.1")]) == .fix)
    #expect(verdict([flaw(reach: "not-imported")]) == .fix)
    #expect(verdict([flaw(reach: "unknown")]) == .fix)
    // Malicious code is removed, not watched.
    #expect(verdict([flaw(weakness: 506)]) == .fix)
    #expect(verdict([flaw(), finding("r", .high)]) == .fix)
    #expect(verdict([flaw()], .account) == .fix)
    #expect(verdict([flaw(.low)]) == .accept)
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
