package import FindingModel

/// How urgent a function is, from 0 to 100; docs/scoring.md explains the numbers.
package enum RiskScore {
  /// Each finding leaves a share of the way to 100; independent findings add up without passing it.
  ///
  /// - Parameters:
  ///   - findings: The function's active findings.
  ///   - exposure: Who can make it run: the same flaw weighs more where strangers reach it.
  package static func score(of findings: [Finding], exposure: Exposure) -> Int {
    let remaining = findings.reduce(1.0) { remaining, finding in
      remaining * (1 - weight(finding.severity) * weight(finding.confidence) * weight(exposure))
    }
    return Int((100 * (1 - remaining)).rounded())
  }

  static func weight(_ severity: Severity) -> Double {
    switch severity {
    case .info: 0
    case .low: 0.03
    case .medium: 0.12
    case .high: 0.35
    case .critical: 0.65
    }
  }

  static func weight(_ confidence: Confidence) -> Double {
    switch confidence {
    case .low: 0.4
    case .medium: 0.7
    case .high: 1
    }
  }

  static func weight(_ exposure: Exposure) -> Double {
    switch exposure {
    case .nobody: 0.5
    case .account: 0.6
    case .otherAccount: 0.9
    case .authenticated: 0.9
    case .internet: 1
    }
  }
}
