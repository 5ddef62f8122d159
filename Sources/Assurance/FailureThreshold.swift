package import FindingModel

/// When a scan ends with exit code 1: `--fail-on`.
package enum FailureThreshold: Hashable, Sendable {
  case never
  case severity(Severity)

  /// - Parameter text: A severity's name, or `never`.
  package init?(_ text: String) {
    if text.lowercased() == "never" {
      self = .never
    } else if let severity = Severity(name: text) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  /// Suppressed findings do not count.
  package func isReached(by findings: [ReportedFinding]) -> Bool {
    guard case .severity(let threshold) = self else { return false }
    return findings.contains { $0.isActive && $0.finding.severity >= threshold }
  }
}
