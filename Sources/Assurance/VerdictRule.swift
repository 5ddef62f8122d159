package import FindingModel

/// Decides between fixing a function, accepting it and protecting it while it runs.
package enum VerdictRule {
  /// - Parameters:
  ///   - findings: The function's active findings.
  ///   - data: What sensitive data its role reaches, `tables and secrets`; `nil` for none.
  package static func verdict(
    findings: [Finding], exposure: Exposure, data: String?
  ) -> (verdict: FunctionVerdict, reason: String) {
    let urgent = findings.filter { $0.severity >= .high }
    if let worst = urgent.max(by: { $0.severity < $1.severity }) {
      let others = urgent.count - 1
      let more = others == 0 ? "" : " and \(others) more of high or critical severity"
      return (.fix, "\(worst.title) (\(worst.severity.name))\(more).")
    }
    if exposure >= .otherAccount, let data {
      return (
        .protect, "Nothing urgent to fix, but \(people(exposure)) reach it and its role reaches \(data)."
      )
    }
    if findings.isEmpty { return (.accept, "No findings.") }
    return (.accept, "No finding of high or critical severity.")
  }

  private static func people(_ exposure: Exposure) -> String {
    switch exposure {
    case .internet: "strangers"
    case .authenticated: "users"
    case .otherAccount: "other accounts"
    case .account, .nobody: "identities of the account"
    }
  }
}
