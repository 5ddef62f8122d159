package import FindingModel
internal import TaintEngine

extension FunctionCode {
  /// What the code checks of its callers before it goes on, to complete "its code …"; `nil` for nothing.
  ///
  /// Nothing, too, where what callers send does something before the check, or on a way around it.
  package var callerCheck: (what: String, isStrong: Bool, location: SourceLocation)? {
    let passesBy = analysis.flows.contains { flow in
      !flow.isAuthenticated && flow.origin.isSentByCaller && flow.origin.trust >= .conditional
        && !Self.harmlessBeforeChecks.contains(flow.kind)
    }
    if passesBy { return nil }
    return analysis.callerChecks.first.map { check in
      let what =
        switch check.kind {
        case .signature: "checks the signature of what it is sent"
        case .token: "verifies the caller's token"
        case .password: "checks the caller's password"
        case .secret: "compares a secret that the caller sends"
        }
      return (what, check.kind == .signature || check.kind == .token, check.location)
    }
  }

  private static let harmlessBeforeChecks: Set<SinkKind> = [
    .credentialComparison, .log, .responseBody, .workload, .slowMatch, .prompt,
  ]
}
