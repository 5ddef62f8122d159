package import FindingModel
internal import TaintEngine

extension FunctionCode {
  /// What the code checks of its callers before it goes on, to complete "its code …"; `nil` for nothing.
  package var callerCheck: (what: String, location: SourceLocation)? {
    analysis.callerChecks.first.map { check in
      let what =
        switch check.kind {
        case .signature: "checks the signature of what it is sent"
        case .token: "verifies the caller's token"
        case .password: "checks the caller's password"
        case .secret: "compares a secret that the caller sends"
        }
      return (what, check.location)
    }
  }
}
